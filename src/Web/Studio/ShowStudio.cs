using System.Security.Claims;
using Microsoft.AspNetCore.Http.HttpResults;
using WorkflowAccountability.Engine.Designer;
using WorkflowAccountability.Procedure.Site;
using WorkflowAccountability.Procedure.Workflows.Drafting;
using WorkflowAccountability.Web.Start;

namespace WorkflowAccountability.Web.Studio;

/// <summary>
/// The designer's four pages: each is the site's own frame around a document of its own, in which one element of the package lives. So neither's style sheets
/// and scripts touch the other's, and what a browser allows the package to do it allows it there only.
/// </summary>
internal static class ShowStudio
{
    /// <summary>The scripts that the package's editor and its list of instances put into their pages, for their keys.</summary>
    public static IReadOnlyList<string> KeysScripts { get; } =
        ["sha256-snlP1jz0gjwc5cTz9ErZcliXuCK63+Mmf68RRCeptgc=", "sha256-vu6sQrKXQHR4Yn3FMMihA/9TxxfIXnCxKwvLrTPJ5ts="];

    private static readonly string framePolicy = $"default-src 'self'; script-src 'self' 'wasm-unsafe-eval' {string.Join(' ', KeysScripts.Select(hash => $"'{hash}'"))}; style-src 'self' 'unsafe-inline'; img-src 'self' data:; "
        + "font-src 'self' data:; connect-src 'self'; worker-src 'self' blob:; object-src 'none'; base-uri 'self'; form-action 'none'; frame-ancestors 'self'";

    public static void Map(IEndpointRouteBuilder app)
    {
        var studio = app.MapGroup(StudioFiles.Root).RequireAuthorization(Viewer.Policy);
        studio.MapGet("", () => new SeeOther("/studio/workflows/definitions"));
        studio.MapGet("/workflows/definitions", (Viewer viewer, SiteOptions options) => OfDefinitions(viewer, options, new("definitions")));
        studio.MapGet("/workflows/definitions/{id}/edit", EditorAsync);
        studio.MapGet("/workflows/instances", (Viewer viewer, SiteOptions options) => Page(viewer, options, new("instances"), about: null));
        studio.MapGet("/workflows/instances/{id}/view", ViewerAsync);
        studio.MapGet("/frame", FrameAsync);
    }

    private static IResult OfDefinitions(Viewer viewer, SiteOptions options, StudioPlace place) =>
        DraftingRights.MayView(viewer.Actor) ? Page(viewer, options, place, about: null) : Pages.NotFound(viewer.Actor);

    private static async Task<IResult> EditorAsync(string id, Viewer viewer, SiteOptions options, IDefinitionDesk desk, CancellationToken cancellationToken)
    {
        var latest = (await desk.SummariesAsync(cancellationToken)).FirstOrDefault(version => version.DefinitionId == id && version.IsLatest);
        return latest is null || !DraftingRights.MayView(viewer.Actor) ? Pages.NotFound(viewer.Actor) : Page(viewer, options, new("editor", id), latest.Name);
    }

    private static async Task<IResult> ViewerAsync(
        string id, ClaimsPrincipal user, Viewer viewer, SiteOptions options, IDesignerDoor door, IInstanceDesk desk, CancellationToken cancellationToken) =>
        await door.WhoAsync(user, cancellationToken) is { } who && await desk.FindAsync(who, id, cancellationToken) is { } sheet
            ? Page(viewer, options, new("viewer", id), $"{sheet.Line.CorrelationId} {sheet.Line.Name}") : Pages.NotFound(viewer.Actor);

    private static RazorComponentResult<StudioPage> Page(Viewer viewer, SiteOptions options, StudioPlace place, string? about) =>
        Pages.Page<StudioPage>(new { Viewer = viewer.Actor, Place = place, About = about, HasPackage = StudioFiles.Has(options) });

    // What it shows the page around it says; what may be shown the API decides.
    private static Task<RazorComponentResult<StudioFrame>> FrameAsync(Viewer _, HttpResponse response)
    {
        response.Headers.ContentSecurityPolicy = framePolicy;
        return Task.FromResult(Pages.Page<StudioFrame>(new { }));
    }
}
