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
    public static async ValueTask<Viewer> BindAsync(HttpContext context) => Of(context, await context.RequestServices.GetRequiredService<DirectorySource>()
        .CurrentAsync(context.RequestServices.GetRequiredService<AccountabilityDb>(), context.RequestAborted));

    /// <summary>The viewer by the directory as it was last read, for a statement that reads the directory's stamp itself; null where none was read yet.</summary>
    public static Viewer? ByLastRead(HttpContext context) =>
        context.RequestServices.GetRequiredService<DirectorySource>().LastRead is { } directory ? Of(context, directory) : null;

    private static Viewer Of(HttpContext context, OrganisationDirectory directory)
    {
        var personId = context.User.FindFirstValue(PersonClaim)
            ?? throw new InvalidOperationException("A page that binds a viewer must demand a signed-in official.");
        var now = context.RequestServices.GetRequiredService<TimeProvider>().GetUtcNow();
        return new Viewer(directory.ActorOf(personId, now), directory, now);
    }
}
