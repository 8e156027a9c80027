using Microsoft.EntityFrameworkCore;
using WorkflowAccountability.Engine.Bookmarks;
using WorkflowAccountability.Engine.Execution;
using WorkflowAccountability.Engine.Instances;
using WorkflowAccountability.Engine.Journal;
using WorkflowAccountability.Procedure.Cases;
using WorkflowAccountability.Procedure.Deadlines;
using WorkflowAccountability.Procedure.Notifications;
using WorkflowAccountability.Procedure.Organisations;
using WorkflowAccountability.Procedure.Oversight;
using WorkflowAccountability.Procedure.Regulation;
using WorkflowAccountability.Procedure.Stages;
using WorkflowAccountability.Procedure.WorkItems;

namespace WorkflowAccountability.Procedure.Commands;

/// <summary>Turns what a burst asks for into rows of the command's transaction.</summary>
internal sealed class BurstEffects(CommandScope scope, CaseFile file, WorkflowInstance instance)
{
    private readonly AccountabilityDb db = scope.Db;
    private WorkItem? cause;
    private bool isReturn;

    /// <summary>Says which item's submission causes what follows, and whether it sends back.</summary>
    public void CausedBy(WorkItem item, bool sendsBack) => (cause, isReturn) = (item, sendsBack);

    /// <summary>第十一条第一款: whether a burst lays the reports before a body; their texts are locked first.</summary>
    public bool OpensReview(Burst burst) => burst.Effects.OfType<BookmarkCreated>()
        .Any(created => scope.Machinery.Stages.Of(created.Bookmark.Name, StageActivity.InputsOf(created.Bookmark).Step).DecidesOnReports);

    /// <summary>State, bookmarks, work items, deadlines, journal, incidents.</summary>
    public void Take(Burst burst)
    {
        foreach (var effect in burst.Effects)
            Take(effect);
        if (JournaledBurst.Of(instance.Id, [.. burst.Effects.OfType<Journaled>().Select(journaled => journaled.Entry)]) is { } journal)
            db.Journal.Add(journal);
        if (instance.Status is WorkflowStatus.Running && burst.State.Status is WorkflowStatus.Finished)
            EndWorkflow();
        instance.Take(burst.State, scope.Now);
    }

    /// <summary>Opens a seat's work item, its deadline and all rungs.</summary>
    public void Open(Stage stage, StageOpening opening, Seat asked)
    {
        var seat = opening.Inputs.Timed(asked);
        // Items, not submissions: one that was taken back has left its item behind.
        var round = db.WorkItems.Local.Count(item => item.ActivityInstanceId == opening.ActivityInstanceId && item.Seat == seat.Key);
        var id = WorkItem.IdOf(opening.ActivityInstanceId, seat.Key, round);
        var deadline = scope.Machinery.Deadlines.Start(seat, file, id, scope, stage.About.Walled);
        if (deadline is not null)
            db.Deadlines.Add(deadline);
        var isWalled = seat.Walled || stage.About.Walled;
        var item = WorkItem.Open(id, file, stage, seat, opening, scope.Now, SenderTo(isWalled), isReturn);
        if (deadline is not null)
            item.TakeDueFrom(deadline);
        item.SentById = scope.Actor == Actor.Clock ? null : scope.Actor.PersonId;
        db.WorkItems.Add(item);
    }

    // Whoever acts behind the wall is not named to those in front of it.
    private string? SenderTo(bool isWalled) => scope.Actor == Actor.Clock || (cause?.Walled == true && !isWalled) ? null
        : $"{scope.Directory.ShortNameOf(scope.Actor.OrganisationId, scope.Today)} · {scope.Actor.Name}";

    /// <summary>Closes an open item: submitted, or no longer needed. Its remaining rungs will not fire.</summary>
    public void Close(WorkItem item, WorkItemStatus status, string? by)
    {
        item.Status = status;
        item.ClosedAt = scope.Now;
        item.ClosedBy = by;
        item.Version++;
        foreach (var deadline in db.Deadlines.Local.Where(deadline => deadline.Id == item.Id))
            deadline.End(status is WorkItemStatus.Completed ? DeadlineStatus.Met : DeadlineStatus.Withdrawn);
    }

    /// <summary>Opens a closed item again, and its deadline with what is still to come of its ladder.</summary>
    public async Task ReopenAsync(WorkItem item, CancellationToken cancellationToken)
    {
        (item.Status, item.ClosedAt, item.ClosedBy) = (WorkItemStatus.Open, null, null);
        item.Version++;
        if (await db.Deadlines.Include(deadline => deadline.Rungs).SingleOrDefaultAsync(deadline => deadline.Id == item.Id, cancellationToken) is { } deadline)
        {
            deadline.Reopen(scope.Now);
            item.TakeDueFrom(deadline);
        }
    }

    // A matter that only a superior investigates has no closing stage: it is over when its last workflow is.
    private void EndWorkflow()
    {
        if (instance.DefinitionId == SupervisionOrder.Definition)
            return;
        file.RunningWorkflows--;
        if (file.RunningWorkflows > 0 || !file.IsAlive)
            return;
        file.Status = CaseStatus.Closed;
        file.ClosedAt = scope.Now;
    }

    private void Take(Effect effect)
    {
        switch (effect)
        {
            case BookmarkCreated { Bookmark: var bookmark }:
                db.Bookmarks.Add(StoredBookmark.Of(instance.Id, bookmark));
                Enter(bookmark);
                break;
            case BookmarkRestored { Bookmark: var bookmark }:
                db.Bookmarks.Add(StoredBookmark.Of(instance.Id, bookmark));
                break;
            case BookmarkBurned { Bookmark: var bookmark }:
                Burn(bookmark);
                break;
            case IncidentRaised { Incident: var incident }:
                db.Incidents.Add(StoredIncident.Of(instance.Id, instance.Version + 1, incident));
                file.Notify(new Recipient(Roles.Administrator), Text.Of<CaseTexts>("Incident.Notice", file.Number), scope.Now,
                    kind: NoticeKind.Incident);
                break;
            case Journaled or LineWritten or InstanceFinished:
                break;
            default:
                throw new ArgumentOutOfRangeException(nameof(effect), effect, "The engine asks for something that nobody here knows how to do.");
        }
    }

    private void Enter(Bookmark bookmark)
    {
        var inputs = StageActivity.InputsOf(bookmark);
        var stage = scope.Machinery.Stages.Of(bookmark.Name, inputs.Step);
        var opening = new StageOpening(instance.Id, bookmark.Id, bookmark.ActivityId, bookmark.ActivityInstanceId, inputs);
        var seats = stage.Enter(opening.Context(file, scope));
        if (seats.Count == 0)
            throw new InvalidOperationException($"The stage '{bookmark.ActivityId}' opened no work item: the case would wait for nobody.");
        foreach (var seat in seats)
            Open(stage, opening, seat);
    }

    private void Burn(Bookmark bookmark)
    {
        var row = db.Bookmarks.Local.Single(row => row.Id == bookmark.Id);
        db.Bookmarks.Remove(row);
        foreach (var item in db.WorkItems.Local.Where(item => item.BookmarkId == bookmark.Id && item.Status is WorkItemStatus.Open).ToList())
            Close(item, WorkItemStatus.Lapsed, by: null);
    }
}
