using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using WorkflowAccountability.Procedure.Cases;
using WorkflowAccountability.Procedure.Commands;
using WorkflowAccountability.Procedure.Documents;
using WorkflowAccountability.Procedure.Drafts;
using WorkflowAccountability.Procedure.Forms;
using WorkflowAccountability.Procedure.Notifications;
using WorkflowAccountability.Procedure.Regulation;
using WorkflowAccountability.Procedure.Site;
using WorkflowAccountability.Procedure.Stages;

namespace WorkflowAccountability.Procedure.WorkItems.Verbs;

/// <summary>
/// 内部环节 (交回、收回委派): whoever prepared an item gives it back with what he filled in; whoever is responsible may take it back at any time.
/// </summary>
/// <param name="Form">What was filled in; null where there is nothing.</param>
/// <param name="Words">What he says about it.</param>
public sealed record HandBackWorkItem(string Id, string PersonId, string Case, string WorkItemId, long? Version, object? Form, string Words)
    : Command(Id, PersonId)
{
    /// <inheritdoc/>
    public override string CaseId => Case;

    /// <inheritdoc/>
    protected override string Payload => $"{WorkItemId}|{(Form is null ? "" : FormJsonText.Write(Form))}|{Words}";

    internal override async Task<Answer> ApplyAsync(CommandScope scope, CancellationToken cancellationToken)
    {
        var (file, item, otherwise) = await scope.OpenItemAsync(Case, WorkItemId, Version, cancellationToken);
        if (otherwise is not null)
            return otherwise;
        if (VerbDesk.Refusal(IsDelegated(item), Words.Length == 0 && Form is not null ? Ruling.Allowed : VerbDesk.SaysWhy(Words)) is { } refusal)
            return refusal;

        var (hand, responsible) = (item.DelegateId!, new Reach(item, file, scope.Directory, scope.Now).Holder);
        var isHand = hand == PersonId;
        if (isHand && Form is not null)
        {
            item.Prefill = FormJsonText.Write(Form);
            // Files that he uploaded go with the text: whoever confirms it hands them in.
            var files = FormFiles.In(Form).ToList();
            foreach (var staged in await scope.Db.StagedFiles.Where(row => files.Contains(row.Id) && row.PersonId == PersonId && row.Target == item.Id)
                    .ToListAsync(cancellationToken))
                staged.PersonId = responsible ?? staged.PersonId;
        }
        if (isHand && await scope.Db.Drafts.FindAsync([item.Id, PersonId], cancellationToken) is { } draft)
            scope.Db.Drafts.Remove(draft);
        item.DelegateId = null;
        item.Version++;
        if ((isHand ? responsible : hand) is { } told)
            file.Notify(new Recipient(PersonId: told), Text.Of<VerbTexts>(isHand ? "hand-back.Notice" : "hand-back.TakenNotice", file.Number,
                scope.Machinery.Stages.Of(item).Title, scope.Actor.Name, Words), scope.Now, item.Walled, NoticeKind.Reminder, item.Id);
        await scope.RecordAsync(file, "内部环节", JsonSerializer.Serialize(new { stage = item.StageType, item = item.Id, from = hand, form = PayloadHash, words = Words },
            FormJsonText.Options), item.Walled, cancellationToken);
        return new Answer.Done(isHand ? "/" : $"/work-items/{item.Id}");
    }

    internal static void Map(IEndpointRouteBuilder site)
    {
        site.MapGet("/work-items/{id}/hand-back", async (string id, Viewer viewer, AccountabilityDb db, CancellationToken cancellationToken) =>
            await ShowWorkItem.FindAsync(id, viewer, db, cancellationToken) is (WorkItem item, CaseFile file)
                ? VerbDesk.Show(Sheet(item, file, viewer), viewer) : Pages.NotFound(viewer.Actor));
        site.MapPost("/work-items/{id}/hand-back", PostAsync);
    }

    // Two pages lead here: the one of this verb, with words, and the item's own, with the form that was filled in.
    private static async Task<IResult> PostAsync(
        string id, IFormCollection posted, Viewer viewer, AccountabilityDb db, StageCatalog stages, StageFiles uploads, CommandRunner commands,
        WorkItemSheets sheets, CancellationToken cancellationToken)
    {
        var (item, file) = await ShowWorkItem.FindAsync(id, viewer, db, cancellationToken);
        if (item is null || file is null || Spoken.Of(posted) is not { } spoken)
            return Pages.NotFound(viewer.Actor);
        var isForm = !posted.ContainsKey("Words");
        var (fields, notTaken) = !isForm ? (KeepDraft.FieldsOf(posted), [])
            : await UploadFiles.TakeAsync(posted, KeepDraft.FieldsOf(posted), uploads, item, viewer.Actor.PersonId, cancellationToken);
        var binding = isForm ? FormBinder.Bind(stages.PlanOf(item), fields).With(notTaken) : null;
        if (binding is { Form: null } && item.Status is WorkItemStatus.Open)
        {
            await DraftShelf.KeepAsync(db, KeepDraft.DraftOf(item, viewer, spoken.Envelope, posted, fields), cancellationToken);
            return ShowWorkItem.Page(await sheets.AgainAsync(item, file, viewer, fields, binding.Errors, [], spoken.Envelope.CommandId, cancellationToken),
                status: StatusCodes.Status422UnprocessableEntity);
        }
        var answer = await commands.RunAsync(new HandBackWorkItem(spoken.Envelope.CommandId, viewer.Actor.PersonId, item.CaseId, item.Id,
            spoken.Envelope.Version, binding?.Form, spoken.Words), cancellationToken);
        return VerbDesk.Answered(answer, Sheet(item, file, viewer), viewer, spoken);
    }

    private static VerbSheet Sheet(WorkItem item, CaseFile file, Viewer viewer) => new("hand-back", item, file)
    {
        Effects = [item.DelegateId is { } hand && hand != viewer.Actor.PersonId
            ? Text.Of<VerbTexts>("hand-back.Take", VerbSheet.NameIn(viewer, hand)) : Text.Of<VerbTexts>("hand-back.Effect")],
        Obstacles = IsDelegated(item) is { IsAllowed: false } no ? [no] : [],
    };

    private static Ruling IsDelegated(WorkItem item) => Ruling.Require(item.DelegateId is not null, "内部环节",
        Text.Of<VerbTexts>("hand-back.None.Reason"), Text.Of<VerbTexts>("hand-back.None.Remedy"));
}
