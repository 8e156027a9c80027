using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Net.Http.Headers;
using WorkflowAccountability.Procedure.Commands;
using WorkflowAccountability.Procedure.Site;
using WorkflowAccountability.Procedure.Stages;

namespace WorkflowAccountability.Procedure.Documents;

/// <summary>A document is given out inert: as a download, or shown by the browser where nothing in it can run. Its bytes are compared first.</summary>
internal static class ShowDocument
{
    public static void Map(IEndpointRouteBuilder site)
    {
        site.MapGet("/documents/{id}", (string id, HttpContext context, Viewer viewer, AccountabilityDb db, StageCatalog stages, FileStore store,
            CommandRunner commands, CancellationToken cancellationToken) =>
            new Giving(context, viewer, db, stages, store, commands).GiveAsync(id, shown: false, cancellationToken));
        site.MapGet("/documents/{id}/view", (string id, HttpContext context, Viewer viewer, AccountabilityDb db, StageCatalog stages, FileStore store,
            CommandRunner commands, CancellationToken cancellationToken) =>
            new Giving(context, viewer, db, stages, store, commands).GiveAsync(id, shown: true, cancellationToken));
    }

    private sealed record Giving(HttpContext Context, Viewer Viewer, AccountabilityDb Db, StageCatalog Stages, FileStore Store, CommandRunner Commands)
    {
        public async Task<IResult> GiveAsync(string id, bool shown, CancellationToken cancellationToken)
        {
            if (await DocumentAccess.FindAsync(id, Viewer.Actor, Db, Stages, cancellationToken) is not ({ } document, var file))
                return await StagedAsync(id, cancellationToken);
            var content = document.AlteredAt is null ? await Store.OpenAsync(document.Sha256, cancellationToken) : null;
            if (content is null)
            {
                if (document.AlteredAt is null)
                    await Commands.RunAsync(new ReportAlteredDocument(NewId(), Viewer.Actor.PersonId, file.Id, id), cancellationToken);
                return Pages.Problem("DocumentAltered", StatusCodes.Status409Conflict, Viewer.Actor);
            }
            if (document.IsSensitive
                && await Commands.RunAsync(new ReadDocument(NewId(), Viewer.Actor.PersonId, file.Id, id), cancellationToken) is not Answer.Done)
                return Pages.NotFound(Viewer.Actor);
            return shown && document.Kind.CanBeShown() ? Shown(document, content) : Results.File(content, document.Kind.MediaType(), document.Name);
        }

        // What its owner has just uploaded and not handed in: he may look whether it is the right one.
        private async Task<IResult> StagedAsync(string id, CancellationToken cancellationToken)
        {
            var personId = Viewer.Actor.PersonId;
            var staged = await Db.StagedFiles.AsNoTracking().SingleOrDefaultAsync(file => file.Id == id && file.PersonId == personId, cancellationToken);
            return staged is not null && await Store.OpenAsync(staged.Sha256, cancellationToken) is { } content
                ? Results.File(content, staged.Kind.MediaType(), staged.Name) : Pages.NotFound(Viewer.Actor);
        }

        private IResult Shown(Document document, Stream content)
        {
            var disposition = new ContentDispositionHeaderValue("inline");
            disposition.SetHttpFileName(document.Name);
            Context.Response.Headers.ContentDisposition = disposition.ToString();
            // A browser's own reader of PDF does not start in a sandbox; it runs nothing, and PDF with actions never came in.
            Context.Response.Headers.ContentSecurityPolicy = document.Kind is FileKind.Pdf
                ? "default-src 'none'; object-src 'self'; style-src 'unsafe-inline'; frame-ancestors 'none'"
                : "sandbox; default-src 'none'; img-src 'self'; style-src 'unsafe-inline'; frame-ancestors 'none'";
            return Results.Stream(content, document.Kind.MediaType());
        }

        private static string NewId() => Guid.NewGuid().ToString("n");
    }
}
