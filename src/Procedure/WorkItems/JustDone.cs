using Microsoft.EntityFrameworkCore;
using WorkflowAccountability.Procedure.Cases;
using WorkflowAccountability.Procedure.Notifications;
using WorkflowAccountability.Procedure.Site;
using WorkflowAccountability.Procedure.WorkItems.Verbs;

namespace WorkflowAccountability.Procedure.WorkItems;

/// <summary>What the reader has just submitted, and who has the case now: said at the top of the page that opens next.</summary>
/// <param name="Waiting">The open items of the case that he may know of.</param>
/// <param name="MayRecall">Whether it can still be taken back, because nobody has opened what it brought him.</param>
public sealed record JustDone(WorkItem Item, string Number, IReadOnlyList<WorkItem> Waiting, bool MayRecall)
{
    private const string Parameter = "done";

    /// <summary>Where a submission leads: to the next item that somebody else sent, or to the list, as the person has chosen.</summary>
    public static async Task<string> PathAfterAsync(WorkItem item, Viewer viewer, AccountabilityDb db, CancellationToken cancellationToken)
    {
        var personId = viewer.Actor.PersonId;
        var returns = await db.Set<NoticeSettings>().Where(settings => settings.PersonId == personId).Select(settings => settings.ReturnsToList).SingleOrDefaultAsync(cancellationToken);
        // What he has just sent himself stays unread, or nobody could take it back any more.
        var others = CaseAccess.InboxOf(viewer.Actor, db).Where(other => other.Id != item.Id && (other.SentById == null || other.SentById != personId));
        var next = returns ? null : await others.OrderBy(other => other.Place).Select(other => other.Id).FirstOrDefaultAsync(cancellationToken);
        return next is null ? $"/?{Parameter}={item.Id}" : $"/work-items/{next}?{Parameter}={item.Id}";
    }

    /// <summary>Reads it; null where the reader submitted no such thing.</summary>
    public static async Task<JustDone?> OfAsync(string? itemId, Viewer viewer, AccountabilityDb db, CancellationToken cancellationToken)
    {
        var personId = viewer.Actor.PersonId;
        if (string.IsNullOrEmpty(itemId) || !viewer.Actor.IsInOffice
            || await db.WorkItems.AsNoTracking().SingleOrDefaultAsync(item => item.Id == itemId, cancellationToken) is not { Status: WorkItemStatus.Completed } item
            || !await db.Submissions.AnyAsync(submission => submission.Id == itemId && submission.PersonId == personId, cancellationToken))
            return null;
        var file = await CaseFiles.Whole(db).AsNoTracking().SingleAsync(file => file.Id == item.CaseId, cancellationToken);
        if (file.Concerns(personId))
            return null;
        var sees = await db.Cases.Where(CaseAccess.Sees(viewer.Actor, db)).AnyAsync(known => known.Id == file.Id, cancellationToken);
        var isBehindWall = CaseAccess.IsBehindWall(file, personId);
        var open = !sees ? [] : await db.WorkItems.AsNoTracking().Where(other => other.CaseId == file.Id && other.Status == WorkItemStatus.Open
            && (!other.Walled || isBehindWall)).OrderByDescending(other => other.OpenedAt).ToListAsync(cancellationToken);
        return new JustDone(item, file.Number, open, (await RecallableItem.FindAsync(db, item, file, cancellationToken)).May.IsAllowed);
    }
}
