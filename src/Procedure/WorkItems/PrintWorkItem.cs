using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using WorkflowAccountability.Procedure.Cases;
using WorkflowAccountability.Procedure.Drafts;
using WorkflowAccountability.Procedure.Forms;
using WorkflowAccountability.Procedure.Oversight;
using WorkflowAccountability.Procedure.Site;
using WorkflowAccountability.Procedure.Stages;

namespace WorkflowAccountability.Procedure.WorkItems;

/// <summary>审批单: one item on paper, with all that was said before it, as far as whoever prints it may read.</summary>
/// <param name="Submission">What was submitted; null while the item is open, and then <paramref name="Typed"/> is printed as a draft.</param>
/// <param name="Record">The submissions before it, oldest first.</param>
public sealed record ApprovalSheet(
    WorkItem Item, CaseFile File, Stage Stage, Viewer Viewer, ReadSubmission? Submission, FormView View,
    IReadOnlyList<KeyValuePair<string, string>> Typed, IReadOnlyList<ReadSubmission> Record, IReadOnlyDictionary<string, string> Outcomes)
{
    /// <summary>What was explained of its lateness, oldest first.</summary>
    public IReadOnlyList<DelayExplanation> Explained { get; init; } = [];

    /// <summary>Whether something from behind the wall is on it, so that the paper says so.</summary>
    public bool IsConfidential => Item.Walled || Record.Any(read => read.Submission.Walled);
}

/// <summary>Prints a work item's sheet.</summary>
internal static class PrintWorkItem
{
    public static void Map(IEndpointRouteBuilder site) => site.MapGet("/work-items/{id}/print", HandleAsync);

    private static async Task<IResult> HandleAsync(
        string id, Viewer viewer, AccountabilityDb db, StageCatalog stages, CancellationToken cancellationToken)
    {
        var item = await db.WorkItems.AsNoTracking().SingleOrDefaultAsync(item => item.Id == id, cancellationToken);
        if (item is null)
            return Pages.NotFound(viewer.Actor);
        var file = await CaseFiles.Whole(db).AsNoTracking().SingleAsync(file => file.Id == item.CaseId, cancellationToken);
        var person = viewer.Actor.PersonId;
        var isHis = item.IsFor(viewer.Actor, file);
        var sees = await db.Cases.Where(CaseAccess.Sees(viewer.Actor, db)).AnyAsync(known => known.Id == file.Id, cancellationToken);
        var submission = file.Submissions.Find(submission => submission.Id == id);
        var mayRead = submission is null ? isHis && item.Status is WorkItemStatus.Open
            : (sees && CaseAccess.MayRead(submission, file, person)) || (isHis && submission.PersonId == person);
        if (!mayRead)
            return Pages.NotFound(viewer.Actor);

        var stage = stages.Of(item);
        // Who works on an open item reads on paper what he reads on its page; a closed one prints what the case page shows.
        var record = CaseRecord.Of(file, viewer.Actor, stages, at: submission is null ? stage : null);
        var view = new FormView(stages.PlanOf(item), stage.GetType(), new FormValues((object?)null), [],
            ChoiceLists.For(file, viewer.Directory, Deadlines.BeijingTime.DayOf(submission?.At ?? viewer.Now), person));
        return Pages.Page<ApprovalSheetPage>(new
        {
            Sheet = new ApprovalSheet(item, file, stage, viewer, record.FirstOrDefault(read => read.Submission.Id == id), view,
                submission is null ? await TypedAsync(item, person, db, stages, cancellationToken) : [],
                [.. record.Where(read => (sees || read.Submission.PersonId == person) && read.Submission.Id != id
                    && (submission is null || read.Submission.Sequence < submission.Sequence)).Reverse()],
                await Audit.SubmittedOutcomes.OfAsync(db, file.Id, cancellationToken))
            {
                Explained = await ExplainDelay.OfItemAsync(id, db, cancellationToken),
            },
        });
    }

    private static async Task<IReadOnlyList<KeyValuePair<string, string>>> TypedAsync(
        WorkItem item, string person, AccountabilityDb db, StageCatalog stages, CancellationToken cancellationToken) =>
        await DraftShelf.FindAsync(db, item.Id, person, cancellationToken) is { } draft ? DraftShelf.Read(draft.Fields)
            : new FormValues(item.Prefill is null ? null : FormJsonText.Read(item.Prefill, stages.Form(item.FormName))).Fields;
}
