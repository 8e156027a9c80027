using System.Security.Claims;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using WorkflowAccountability.Procedure.Cases;
using WorkflowAccountability.Procedure.Organisations;

namespace WorkflowAccountability.Procedure.Site;

/// <summary>Who looks at a page, with the posts and roles that he has now.</summary>
public sealed record Viewer(Actor Actor, OrganisationDirectory Directory, DateTimeOffset Now)
{
    /// <summary>The claim that ties an account to a person.</summary>
    public const string PersonClaim = "person";

    /// <summary>The policy of every page: signed in, with a password of one's own.</summary>
    public const string Policy = "Official";

    /// <summary>Reads the viewer of a request.</summary>
    public static async ValueTask<Viewer> BindAsync(HttpContext context)
    {
        var personId = context.User.FindFirstValue(PersonClaim)
            ?? throw new InvalidOperationException("A page that binds a viewer must demand a signed-in official.");
        var services = context.RequestServices;
        var now = services.GetRequiredService<TimeProvider>().GetUtcNow();
        var directory = await services.GetRequiredService<DirectorySource>()
            .CurrentAsync(services.GetRequiredService<AccountabilityDb>(), context.RequestAborted);
        return new Viewer(directory.ActorOf(personId, now), directory, now);
    }
}
