using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using WorkflowAccountability.Procedure.Commands;
using WorkflowAccountability.Procedure.Documents;
using WorkflowAccountability.Procedure.Drafts;
using WorkflowAccountability.Procedure.Forms;
using WorkflowAccountability.Procedure.Regulation;
using WorkflowAccountability.Procedure.Site;
using WorkflowAccountability.Procedure.Stages;

namespace WorkflowAccountability.Procedure.WorkItems;

/// <summary>A form comes in: 303 when it is committed, 422 with every mistake and the typed text, 409 with the first one's name and the typed text.</summary>
internal static class SubmitWorkItem
{
    public static void Map(IEndpointRouteBuilder site)
    {
        var uploads = site.ServiceProvider.GetRequiredService<DocumentOptions>();
        site.MapPost("/work-items/{id}/complete", CompleteAsync).WithMetadata(new RequestSizeLimitAttribute(uploads.MostBytesOfRequest));
        site.MapPost("/work-items/{id}/claim", (string id, IFormCollection posted, Viewer viewer, AccountabilityDb db, CommandRunner commands,
            CancellationToken cancellationToken) => ClaimAsync(id, release: false, posted, viewer, db, commands, cancellationToken));
        site.MapPost("/work-items/{id}/release", (string id, IFormCollection posted, Viewer viewer, AccountabilityDb db, CommandRunner commands,
            CancellationToken cancellationToken) => ClaimAsync(id, release: true, posted, viewer, db, commands, cancellationToken));
    }

    private static async Task<IResult> CompleteAsync(
        string id, IFormCollection posted, Viewer viewer, AccountabilityDb db, StageCatalog stages, StageFiles uploads, CommandRunner commands,
        WorkItemSheets sheets, ConflictSheets conflicts, CancellationToken cancellationToken)
    {
        var (item, file) = await ShowWorkItem.FindAsync(id, viewer, db, cancellationToken);
        if (item is null || file is null || !Envelope.TryRead(posted, out var envelope))
            return Pages.NotFound(viewer.Actor);
        var (fields, notTaken) = await UploadFiles.TakeAsync(posted, KeepDraft.FieldsOf(posted), uploads, item, viewer.Actor.PersonId, cancellationToken);
        var binding = FormBinder.Bind(stages.PlanOf(item), fields).With(notTaken);
        if (binding.Form is null && item.Status is WorkItemStatus.Open)
            return await AgainAsync(binding.Errors, []);

        var answer = binding.Form is null ? new Answer.TooLate(item) : await commands.RunAsync(
            new CompleteWorkItem(envelope.CommandId, viewer.Actor.PersonId, item.CaseId, item.Id, envelope.Version, binding.Form), cancellationToken);
        switch (answer)
        {
            case Answer.Refused refused:
                return await AgainAsync([], refused.Rulings);
            case Answer.TooLate or Answer.Stale:
                await KeepAsync();
                var now = answer is Answer.Stale stale ? stale.Item : ((Answer.TooLate)answer).Item;
                return await conflicts.PageAsync(now, file, viewer, fields, cancellationToken);
            case Answer.Done:
                return new SeeOther(await JustDone.PathAfterAsync(item, viewer, db, cancellationToken));
            default:
                return Pages.Answered(answer, viewer.Actor);
        }

        async Task<IResult> AgainAsync(IReadOnlyList<FieldError> errors, IReadOnlyList<Ruling> refusals)
        {
            await KeepAsync();
            return ShowWorkItem.Page(await sheets.AgainAsync(item, file, viewer, fields, errors, refusals, envelope.CommandId, cancellationToken),
                status: StatusCodes.Status422UnprocessableEntity);
        }

        // Nothing that was typed is lost, whatever becomes of the browser that shows it again.
        Task KeepAsync() => DraftShelf.KeepAsync(db, KeepDraft.DraftOf(item, viewer, envelope, posted, fields), cancellationToken);
    }

    private static async Task<IResult> ClaimAsync(
        string id, bool release, IFormCollection posted, Viewer viewer, AccountabilityDb db, CommandRunner commands, CancellationToken cancellationToken)
    {
        var (item, _) = await ShowWorkItem.FindAsync(id, viewer, db, cancellationToken);
        if (item is null || !Envelope.TryRead(posted, out var envelope))
            return Pages.NotFound(viewer.Actor);
        return Pages.Answered(await commands.RunAsync(
            new ClaimWorkItem(envelope.CommandId, viewer.Actor.PersonId, item.CaseId, item.Id, release), cancellationToken), viewer.Actor);
    }
}
