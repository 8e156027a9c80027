using System.Globalization;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using WorkflowAccountability.Procedure.Cases;
using WorkflowAccountability.Procedure.Commands;
using WorkflowAccountability.Procedure.Deadlines;
using WorkflowAccountability.Procedure.Documents;
using WorkflowAccountability.Procedure.Forms;
using WorkflowAccountability.Procedure.Regulation;
using WorkflowAccountability.Procedure.Site;
using WorkflowAccountability.Procedure.Stages;
using WorkflowAccountability.Procedure.WorkItems;

namespace WorkflowAccountability.Procedure.Drafts;

/// <summary>
/// A form is kept without being submitted: by the button, or by the page itself every ten seconds. The page asks for JSON and is told what is
/// still missing and what submitting would do; the button leads back to the page.
/// </summary>
internal static class KeepDraft
{
    /// <summary>The field of the revision that the window knows.</summary>
    public const string RevisionField = "_revision";

    /// <summary>The field of the person for whom the form was made.</summary>
    public const string PersonField = "_person";

    /// <summary>The button that takes a row out.</summary>
    public const string RemoveRowField = "_removeRow";

    public static void Map(IEndpointRouteBuilder site)
    {
        var uploads = site.ServiceProvider.GetRequiredService<DocumentOptions>();
        site.MapPost("/work-items/{id}/draft", KeepAsync).WithMetadata(new RequestSizeLimitAttribute(uploads.MostBytesOfRequest));
        site.MapPost("/work-items/{id}/draft/exchange", ExchangeAsync);
        site.MapPost("/work-items/{id}/draft/discard", DiscardAsync);
    }

    /// <summary>What somebody typed, without the envelope.</summary>
    public static IReadOnlyList<KeyValuePair<string, string>> FieldsOf(IFormCollection posted) =>
        [.. posted.Where(field => !field.Key.StartsWith('_')).Select(field => KeyValuePair.Create(field.Key, field.Value.ToString()))];

    /// <summary>A posted form as a draft.</summary>
    public static Draft DraftOf(
        WorkItem item, Viewer viewer, Envelope envelope, IFormCollection posted, IReadOnlyList<KeyValuePair<string, string>> fields) => new()
        {
            WorkItemId = item.Id,
            PersonId = viewer.Actor.PersonId,
            CommandId = envelope.CommandId,
            Fields = JsonSerializer.Serialize(new Dictionary<string, string>(fields), FormJsonText.Options),
            Revision = long.TryParse(posted[RevisionField], CultureInfo.InvariantCulture, out var revision) ? revision : 0,
            SavedAt = viewer.Now,
        };

    private static async Task<IResult> KeepAsync(
        string id, HttpRequest request, IFormCollection posted, Viewer viewer, AccountabilityDb db, StageCatalog stages, CommandRunner commands,
        ConflictSheets conflicts, WorkItemSheets sheets, StageFiles uploads, CancellationToken cancellationToken)
    {
        var (item, file) = await ShowWorkItem.FindAsync(id, viewer, db, cancellationToken);
        // Somebody else has signed in on this machine: what the one before him typed is not his to keep.
        var isForeign = posted[PersonField].ToString() is { Length: > 0 } person && person != viewer.Actor.PersonId;
        if (item is null || file is null || isForeign || !Envelope.TryRead(posted, out var envelope))
            return Pages.NotFound(viewer.Actor);
        var (fields, notTaken) = await UploadFiles.TakeAsync(posted, FieldsOf(posted), uploads, item, viewer.Actor.PersonId, cancellationToken);
        if (posted[RemoveRowField].ToString() is { Length: > 0 } row)
            fields = FormRows.Without(fields, row);
        var asksForJson = request.GetTypedHeaders().Accept.Any(type => type.MediaType == "application/json");
        if (item.Status is not WorkItemStatus.Open)
            return asksForJson ? Results.Json(Closed(item), FormJsonText.Options) : await conflicts.PageAsync(item, file, viewer, fields, cancellationToken);

        var kept = await DraftShelf.KeepAsync(db, DraftOf(item, viewer, envelope, posted, fields), cancellationToken);
        if (notTaken.Count > 0)
            return ShowWorkItem.Page(await sheets.AgainAsync(item, file, viewer, fields, notTaken, [], envelope.CommandId, cancellationToken),
                status: StatusCodes.Status422UnprocessableEntity);
        if (!asksForJson)
            return new SeeOther($"/work-items/{item.Id}");
        var check = await ItemCheck.OfAsync(item, file, viewer, fields, envelope.CommandId, stages, commands, cancellationToken);
        return Results.Json(Told(kept, check, ViewOf(item, file, viewer, stages)), FormJsonText.Options);
    }

    private static async Task<IResult> ExchangeAsync(
        string id, IFormCollection posted, Viewer viewer, AccountabilityDb db, CancellationToken cancellationToken)
    {
        var (item, _) = await ShowWorkItem.FindAsync(id, viewer, db, cancellationToken);
        if (item is null)
            return Pages.NotFound(viewer.Actor);
        await DraftShelf.ExchangeAsync(db, item.Id, viewer.Actor.PersonId, cancellationToken);
        return new SeeOther($"/work-items/{item.Id}");
    }

    private static async Task<IResult> DiscardAsync(
        string id, IFormCollection posted, Viewer viewer, AccountabilityDb db, CancellationToken cancellationToken)
    {
        var (item, _) = await ShowWorkItem.FindAsync(id, viewer, db, cancellationToken);
        if (item is null)
            return Pages.NotFound(viewer.Actor);
        await db.Drafts.Where(draft => draft.WorkItemId == id && draft.PersonId == viewer.Actor.PersonId).ExecuteDeleteAsync(cancellationToken);
        return new SeeOther(item.Status is WorkItemStatus.Open ? $"/work-items/{item.Id}" : "/");
    }

    private static FormView ViewOf(WorkItem item, CaseFile file, Viewer viewer, StageCatalog stages) => new(
        stages.PlanOf(item), stages.Of(item).GetType(), new FormValues((object?)null), [],
        ChoiceLists.For(file, viewer.Directory, BeijingTime.DayOf(viewer.Now), viewer.Actor.PersonId));

    private static object Told(Kept kept, ItemCheck check, FormView view) => new
    {
        state = kept.IsSecond ? "second" : "saved",
        said = Text.Of<DraftTexts>(kept.IsSecond ? "Second" : "Saved", TimeOf(kept.At)).ToString(),
        revision = kept.Revision,
        count = check.Count,
        missing = check.Missing.Select(error => new { path = error.Path, label = view.LabelOf(error.Path), message = error.Message.ToString() }),
        refusals = check.Refusals.Select(ruling => new
        {
            citation = ruling.Citation, reason = ruling.Reason!.ToString(), remedy = Text.Of<WorkItemTexts>("Refused.Remedy", ruling.Remedy).ToString(),
        }),
        effects = check.Effects,
        summary = Text.Of<SheetTexts>(check.Count == 0 ? "Check.Ready" : "Check.Lacks", check.Count).ToString(),
    };

    private static object Closed(WorkItem item) =>
        new { state = "closed", said = Text.Of<DraftTexts>("Closed", item.ClosedBy ?? "—").ToString() };

    internal static string TimeOf(DateTimeOffset at) => BeijingTime.Shown(at).ToString("HH:mm", CultureInfo.InvariantCulture);
}
