using Microsoft.EntityFrameworkCore;
using WorkflowAccountability.Procedure.Deadlines;
using WorkflowAccountability.Procedure.WorkItems;

namespace WorkflowAccountability.Procedure.Notifications;

/// <summary>Looks for what waits too long and for rows that contradict each other. It mends nothing: a person hears of it.</summary>
public sealed class Reconcile(IDbContextFactory<AccountabilityDb> databases, TimeProvider clock)
{
    /// <summary>A message that waits longer than this is reported; its age counts, not how many there are.</summary>
    public static readonly TimeSpan Patience = TimeSpan.FromMinutes(5);

    private const int Batch = 200;

    /// <summary>Looks once.</summary>
    public async Task RunAsync(CancellationToken cancellationToken)
    {
        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        await LookAtMessagesAsync(db, cancellationToken);
        var lost = await db.Bookmarks.Where(bookmark => db.Instances.Any(instance => instance.Id == bookmark.InstanceId && instance.CaseId != null)
                && !db.WorkItems.Any(item => item.BookmarkId == bookmark.Id && item.Status == WorkItemStatus.Open))
            .Select(bookmark => "bookmark>" + bookmark.Id).Take(Batch).ToListAsync(cancellationToken);
        lost.AddRange(await db.Deadlines.Where(deadline => deadline.Status == DeadlineStatus.Running && deadline.StoppedOn == null
                && deadline.Rungs.All(rung => rung.Status != RungStatus.Pending))
            .Select(deadline => "deadline>" + deadline.Id).Take(Batch).ToListAsync(cancellationToken));
        foreach (var subject in lost)
            await Alarm.RaiseAsync(db, AlarmKind.Contradiction, subject, caseId: null, clock.GetUtcNow(), cancellationToken);
    }

    private async Task LookAtMessagesAsync(AccountabilityDb db, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        var since = now - Patience;
        var wait = await db.Outbox.AnyAsync(message => message.SentAt == null && message.NotBefore < since, cancellationToken)
            || await db.Deliveries.AnyAsync(row => row.Status == DeliveryStatus.Waiting && row.DueAt < since, cancellationToken);
        if (wait)
            await Alarm.RaiseAsync(db, AlarmKind.MessagesWait, "oldest", caseId: null, now, cancellationToken);
        else
            await Alarm.PassAsync(db, AlarmKind.MessagesWait, now, cancellationToken);
    }
}
