using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using WorkflowAccountability.Procedure.Commands;
using WorkflowAccountability.Procedure.Site;

namespace WorkflowAccountability.Procedure.Organisations;

/// <summary>People and their posts, for administrators.</summary>
internal static class ShowPeople
{
    public static void Map(IEndpointRouteBuilder site)
    {
        site.MapGet("/people", (Viewer viewer) => viewer.Actor.Holds(Roles.Administrator)
            ? Pages.Page<PeoplePage>(new { Viewer = viewer.Actor, viewer.Directory, viewer.Now }) : (IResult)Pages.NotFound(viewer.Actor));
        site.MapPost("/posts/{id}/end", EndAsync);
    }

    private static async Task<IResult> EndAsync(
        string id, IFormCollection posted, Viewer viewer, CommandRunner commands, CancellationToken cancellationToken) =>
        Envelope.TryRead(posted, out var envelope)
            ? Pages.Answered(await commands.RunAsync(new EndPost(envelope.CommandId, viewer.Actor.PersonId, id), cancellationToken), viewer.Actor)
            : Pages.NotFound(viewer.Actor);
}
