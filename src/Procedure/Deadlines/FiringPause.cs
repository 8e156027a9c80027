using Microsoft.EntityFrameworkCore;
using WorkflowAccountability.Procedure.Notifications;

namespace WorkflowAccountability.Procedure.Deadlines;

/// <summary>Nothing fires since the clock jumped, until an administrator has looked at it.</summary>
public sealed class FiringPause
{
    /// <summary>Made from the moment of the jump.</summary>
    public required string Id { get; init; }

    /// <summary>By how many seconds the clock jumped; negative when it went back.</summary>
    public required long JumpSeconds { get; init; }

    /// <summary>When it was noticed, by the clock after the jump (UTC).</summary>
    public required DateTimeOffset At { get; init; }

    /// <summary>When somebody said that the clock is right (UTC); null while nothing fires.</summary>
    public DateTimeOffset? ConfirmedAt { get; set; }

    /// <summary>Who said so.</summary>
    public string? ConfirmedBy { get; set; }

    /// <summary>Stops all firing, and raises the alarm; a second jump while it stands adds nothing.</summary>
    public static async Task BeginAsync(AccountabilityDb db, TimeSpan jump, DateTimeOffset now, CancellationToken cancellationToken)
    {
        if (await db.Set<FiringPause>().AnyAsync(pause => pause.ConfirmedAt == null, cancellationToken))
            return;
        db.Add(new FiringPause { Id = $"clock:{now.UtcTicks}", JumpSeconds = (long)jump.TotalSeconds, At = now });
        await Alarm.RaiseAsync(db, AlarmKind.ClockJumped, $"{(long)jump.TotalSeconds}", caseId: null, now, cancellationToken);
    }
}
