using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using WorkflowAccountability.Procedure.Commands;
using WorkflowAccountability.Procedure.Site;

namespace WorkflowAccountability.Procedure.Cases;

/// <summary>The way in: any official opens a case file; the government opens the cooperation track of a case.</summary>
internal static class RegisterCase
{
    /// <summary>The definition of the regulation's own procedure.</summary>
    public const string Definition = "accountability-procedure";

    public static void Map(IEndpointRouteBuilder site)
    {
        site.MapGet("/cases/new", (Viewer viewer) => Page(viewer, title: "", wrong: false));
        site.MapPost("/cases", StartAsync);
        site.MapPost("/cases/{id}/superior-investigation", OpenTrackAsync);
    }

    private static async Task<IResult> StartAsync(
        IFormCollection posted, Viewer viewer, CommandRunner commands, CancellationToken cancellationToken)
    {
        var title = posted["Title"].ToString().Trim();
        if (!Envelope.TryRead(posted, out var envelope))
            return Pages.NotFound(viewer.Actor);
        if (title.Length is 0 or > 200)
            return Page(viewer, title, wrong: true);
        return Pages.Answered(await commands.RunAsync(
            new StartCase(envelope.CommandId, viewer.Actor.PersonId, title, posted["Definition"].ToString()), cancellationToken), viewer.Actor);
    }

    private static async Task<IResult> OpenTrackAsync(
        string id, IFormCollection posted, Viewer viewer, CommandRunner commands, CancellationToken cancellationToken) =>
        Envelope.TryRead(posted, out var envelope)
            ? Pages.Answered(await commands.RunAsync(new OpenSuperiorTrack(envelope.CommandId, viewer.Actor.PersonId, id), cancellationToken), viewer.Actor)
            : Pages.NotFound(viewer.Actor);

    private static IResult Page(Viewer viewer, string title, bool wrong) => Pages.Page<NewCasePage>(
        new { Viewer = viewer.Actor, Title = title, Wrong = wrong }, wrong ? StatusCodes.Status422UnprocessableEntity : StatusCodes.Status200OK);
}
