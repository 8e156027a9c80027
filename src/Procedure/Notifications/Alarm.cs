using Microsoft.EntityFrameworkCore;

namespace WorkflowAccountability.Procedure.Notifications;

/// <summary>What went wrong with telling people.</summary>
public enum AlarmKind
{
    /// <summary>A work item is due and nobody is left who could be told.</summary>
    NobodyToRemind,

    /// <summary>A reminder could not be written.</summary>
    ReminderFailed,

    /// <summary>A message was given up after the last try.</summary>
    MessageGivenUp,

    /// <summary>A message waits longer than it should.</summary>
    MessagesWait,

    /// <summary>People who are to get mail have no address; one alarm for all of them.</summary>
    PersonWithoutAddress,

    /// <summary>The clock jumped; nothing fires until somebody confirms it.</summary>
    ClockJumped,

    /// <summary>What the rows say contradicts itself.</summary>
    Contradiction,

    /// <summary>What somebody left with his post, or handed over, could not be moved.</summary>
    PostNotMoved,

    /// <summary>A sweep has not come to its end for minutes: nobody is reminded, or nothing leaves the house.</summary>
    SweepsSilent,

    /// <summary>A post that a member of a team once held speaks against him, and nobody decided on it. The supervisors' office sees it on its board, no administrator.</summary>
    TiesUndecided,
}

/// <summary>Something that no person would otherwise notice; an administrator sees it until he says that it is settled.</summary>
public sealed class Alarm
{
    /// <summary>Made from kind, subject and, for a repeat, the moment.</summary>
    public required string Id { get; init; }

    /// <summary>What went wrong.</summary>
    public required AlarmKind Kind { get; init; }

    /// <summary>Whom or what it concerns: ids, never contents.</summary>
    public required string Subject { get; init; }

    /// <summary>The case; null where it concerns none.</summary>
    public string? CaseId { get; init; }

    /// <summary>When it was raised (UTC).</summary>
    public required DateTimeOffset At { get; init; }

    /// <summary>When it was settled (UTC); null while it stands.</summary>
    public DateTimeOffset? SettledAt { get; set; }

    /// <summary>Who settled it; null where it passed by itself.</summary>
    public string? SettledBy { get; set; }

    /// <summary>Whether it says how things are and ends by itself when they are otherwise; nobody can wave it through.</summary>
    public static bool IsOfAState(AlarmKind kind) => kind is AlarmKind.MessagesWait or AlarmKind.PersonWithoutAddress or AlarmKind.SweepsSilent or AlarmKind.TiesUndecided;

    /// <summary>Those that are an administrator's to see.</summary>
    public static IQueryable<Alarm> Standing(AccountabilityDb db) => db.Alarms.Where(alarm => alarm.SettledAt == null && alarm.Kind != AlarmKind.TiesUndecided);

    /// <summary>Adds it to a context unless the same one stands already.</summary>
    public static async Task AddAsync(
        AccountabilityDb db, AlarmKind kind, string subject, string? caseId, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var before = await db.Alarms.CountAsync(alarm => alarm.Kind == kind && alarm.Subject == subject, cancellationToken);
        if (db.Alarms.Local.Any(alarm => alarm.Kind == kind && alarm.Subject == subject && alarm.SettledAt == null)
            || await db.Alarms.AnyAsync(alarm => alarm.Kind == kind && alarm.Subject == subject && alarm.SettledAt == null, cancellationToken))
            return;
        db.Alarms.Add(new Alarm { Id = $"{kind}:{subject}:{before + 1}", Kind = kind, Subject = subject, CaseId = caseId, At = now });
    }

    /// <summary>Raises it in a transaction of its own; another node that raised the same is no error.</summary>
    public static async Task RaiseAsync(
        AccountabilityDb db, AlarmKind kind, string subject, string? caseId, DateTimeOffset now, CancellationToken cancellationToken)
    {
        await AddAsync(db, kind, subject, caseId, now, cancellationToken);
        try
        {
            await db.SaveChangesAsync(cancellationToken);
        }
        catch (DbUpdateException exception) when (db.IsPassing(exception))
        {
            db.ChangeTracker.Clear();
        }
    }

    /// <summary>Takes back what has passed by itself.</summary>
    /// <param name="subject">Only this one; null for all of the kind.</param>
    public static async Task PassAsync(AccountabilityDb db, AlarmKind kind, DateTimeOffset now, CancellationToken cancellationToken, string? subject = null)
    {
        // Mostly there is none, and then nothing is to be written.
        var standing = db.Alarms.Where(alarm => alarm.Kind == kind && alarm.SettledAt == null && (subject == null || alarm.Subject == subject));
        if (await standing.AnyAsync(cancellationToken))
            await standing.ExecuteUpdateAsync(alarm => alarm.SetProperty(row => row.SettledAt, now), cancellationToken);
    }

    /// <summary>Raises or takes back an alarm of a state.</summary>
    public static Task SetAsync(AccountabilityDb db, AlarmKind kind, string subject, bool holds, DateTimeOffset now, CancellationToken cancellationToken) => holds
        ? RaiseAsync(db, kind, subject, caseId: null, now, cancellationToken) : PassAsync(db, kind, now, cancellationToken, subject);
}
