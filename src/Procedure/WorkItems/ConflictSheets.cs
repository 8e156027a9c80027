using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;
using WorkflowAccountability.Procedure.Audit;
using WorkflowAccountability.Procedure.Cases;
using WorkflowAccountability.Procedure.Deadlines;
using WorkflowAccountability.Procedure.Drafts;
using WorkflowAccountability.Procedure.Forms;
using WorkflowAccountability.Procedure.Regulation;
using WorkflowAccountability.Procedure.Site;
using WorkflowAccountability.Procedure.Stages;

namespace WorkflowAccountability.Procedure.WorkItems;

/// <summary>A text that was not submitted, with the labels of its fields.</summary>
public sealed record KeptText(string Label, string Value);

/// <summary>The answer to whoever came too late: who did what when, and his own text, which stays his to copy.</summary>
internal sealed class ConflictSheets(AccountabilityDb db, StageCatalog stages)
{
    /// <param name="typed">What he has just sent; null where he only opened the page, and then his draft is shown.</param>
    public async Task<IResult> PageAsync(
        WorkItem item, CaseFile file, Viewer viewer, IReadOnlyList<KeyValuePair<string, string>>? typed, CancellationToken cancellationToken)
    {
        var stage = stages.Of(item);
        var draft = await DraftShelf.FindAsync(db, item.Id, viewer.Actor.PersonId, cancellationToken);
        var view = new FormView(stages.PlanOf(item), stage.GetType(), new FormValues((object?)null), [],
            ChoiceLists.For(file, viewer.Directory, BeijingTime.DayOf(viewer.Now), viewer.Actor.PersonId));
        var sees = await db.Cases.Where(CaseAccess.Sees(viewer.Actor, db)).AnyAsync(known => known.Id == file.Id, cancellationToken);
        return Pages.Page<ConflictPage>(new
        {
            Item = item,
            File = file,
            Act = stage.ActOf(item),
            Viewer = viewer.Actor,
            SeesCase = sees,
            HasDraft = draft is not null,
            Outcome = await OutcomeAsync(item, file, stage, viewer, sees, cancellationToken),
            Claimed = item.Status is WorkItemStatus.Open && item.AssigneeId is not null && item.AssigneeId != viewer.Actor.PersonId
                ? Holder.Of(item, viewer.Directory, BeijingTime.DayOf(viewer.Now)) : null,
            Kept = Words(typed ?? (draft is null ? [] : DraftShelf.Read(draft.Fields)), view),
            KeptOther = Words(draft?.OtherFields is { } other ? DraftShelf.Read(other) : [], view),
        }, StatusCodes.Status409Conflict);
    }

    private async Task<Text?> OutcomeAsync(
        WorkItem item, CaseFile file, Stage stage, Viewer viewer, bool sees, CancellationToken cancellationToken)
    {
        var submission = file.Submissions.Find(submission => submission.Id == item.Id);
        if (!sees || submission is null || !CaseAccess.MayRead(submission, file, viewer.Actor.PersonId))
            return null;
        var outcomes = await SubmittedOutcomes.OfAsync(db, file.Id, cancellationToken);
        return outcomes.TryGetValue(item.Id, out var outcome) ? stage.OutcomeName(outcome) : null;
    }

    private static List<KeptText> Words(IReadOnlyList<KeyValuePair<string, string>> fields, FormView view) =>
        [.. fields.Where(field => field.Value.Length > 0).Select(field => new KeptText(view.LabelOf(field.Key), view.ShownOf(field.Key, field.Value)))];
}
