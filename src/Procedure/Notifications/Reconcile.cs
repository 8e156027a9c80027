using Microsoft.EntityFrameworkCore;
using WorkflowAccountability.Procedure.Deadlines;
using WorkflowAccountability.Procedure.Incidents;
using WorkflowAccountability.Procedure.Organisations;

namespace WorkflowAccountability.Procedure.Notifications;

/// <summary>Looks for what waits too long and for rows that contradict each other. It mends nothing: a person hears of it.</summary>
public sealed class Reconcile(
    IDbContextFactory<AccountabilityDb> databases, DirectorySource directories, IEnumerable<Channel> channels, TimeProvider clock)
{
    /// <summary>A message that waits longer than this is reported; its age counts, not how many there are.</summary>
    public static readonly TimeSpan Patience = TimeSpan.FromMinutes(5);

    private const int Batch = 200;

    /// <summary>Looks once.</summary>
    public async Task RunAsync(CancellationToken cancellationToken)
    {
        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        await LookAtMessagesAsync(db, cancellationToken);
        await LookAtAddressesAsync(db, cancellationToken);
        await PassRemindersAsync(db, cancellationToken);
        foreach (var found in await Contradictions.FindAsync(db, cancellationToken))
            await Alarm.RaiseAsync(db, AlarmKind.Contradiction, $"{found.Check}>{found.Id}", found.CaseId, clock.GetUtcNow(), cancellationToken);
    }

    private async Task LookAtMessagesAsync(AccountabilityDb db, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        await Alarm.SetAsync(db, AlarmKind.MessagesWait, "oldest", await UnsentAsync(db, now, cancellationToken) > Patience, now, cancellationToken);
    }

    private async Task LookAtAddressesAsync(AccountabilityDb db, CancellationToken cancellationToken)
    {
        var (now, mail) = (clock.GetUtcNow(), channels.FirstOrDefault(channel => channel.Kind is ChannelKind.Mail));
        var without = mail is null ? []
            : await WithoutAddress.FindAsync(db, mail, await directories.CurrentAsync(db, cancellationToken), BeijingTime.DayOf(now), cancellationToken);
        await Alarm.SetAsync(db, AlarmKind.PersonWithoutAddress, nameof(ChannelKind.Mail), without.Count > 0, now, cancellationToken);
    }

    // A reminder that failed and was written after all, or is not needed any more.
    private async Task PassRemindersAsync(AccountabilityDb db, CancellationToken cancellationToken)
    {
        foreach (var alarm in await db.Alarms.Where(alarm => alarm.Kind == AlarmKind.ReminderFailed && alarm.SettledAt == null
            && !db.Set<DeadlineRung>().Any(rung => rung.Id == alarm.Subject && rung.Status == RungStatus.Pending)
            && !db.Set<StopRung>().Any(rung => rung.Id == alarm.Subject && rung.Status == RungStatus.Pending)).OrderBy(alarm => alarm.Id).Take(Batch).ToListAsync(cancellationToken))
            alarm.SettledAt = clock.GetUtcNow();
        await db.SaveChangesAsync(cancellationToken);
    }

    /// <summary>For how long the oldest message waits that ought to have left: one that nobody took up, or one that the other side does not take.</summary>
    public static async Task<TimeSpan> UnsentAsync(AccountabilityDb db, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var written = await db.Outbox.Where(message => message.SentAt == null && message.NotBefore <= now)
            .MinAsync(message => (DateTimeOffset?)message.NotBefore, cancellationToken);
        var addressed = await db.Deliveries.Where(row => row.Status == DeliveryStatus.Waiting && row.DueAt <= now)
            .MinAsync(row => (DateTimeOffset?)row.DueAt, cancellationToken);
        return new[] { written, addressed }.Min() is { } oldest ? now - oldest : TimeSpan.Zero;
    }
}
