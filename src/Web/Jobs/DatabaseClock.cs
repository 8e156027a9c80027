using Microsoft.EntityFrameworkCore;
using WorkflowAccountability.Procedure;

namespace WorkflowAccountability.Web.Jobs;

/// <summary>
/// The one clock of all nodes: this machine's, put right by the database's. What is due is judged by it, so a node whose clock is wrong fires neither
/// early nor late.
/// </summary>
public sealed class DatabaseClock(TimeProvider machine) : TimeProvider
{
    /// <summary>A jump longer than this is nothing that clocks do by themselves.</summary>
    public static readonly TimeSpan Tolerance = TimeSpan.FromMinutes(5);

    private long offset;
    private (DateTimeOffset Moment, long Timestamp)? last;

    /// <inheritdoc/>
    public override DateTimeOffset GetUtcNow() => machine.GetUtcNow() + new TimeSpan(Interlocked.Read(ref offset));

    /// <inheritdoc/>
    public override long GetTimestamp() => machine.GetTimestamp();

    /// <inheritdoc/>
    public override long TimestampFrequency => machine.TimestampFrequency;

    /// <inheritdoc/>
    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period) =>
        machine.CreateTimer(callback, state, dueTime, period);

    /// <summary>Asks the database what time it is. Answers by how much the time jumped since the last asking; null when it went on as time does.</summary>
    public async Task<TimeSpan?> MeasureAsync(AccountabilityDb db, CancellationToken cancellationToken)
    {
        var before = machine.GetUtcNow();
        var there = await db.NowAsync(cancellationToken);
        var here = before + (machine.GetUtcNow() - before) / 2;
        return Observe(here, there ?? here, last is null ? await LastActAsync(db, there ?? here, cancellationToken) : default);
    }

    /// <summary>Takes the database's time over. Answers by how much the time jumped since the last time.</summary>
    /// <param name="here">This machine's time at the same moment.</param>
    /// <param name="lastAct">The newest time that is known to have been, for the first observation.</param>
    public TimeSpan? Observe(DateTimeOffset here, DateTimeOffset there, DateTimeOffset lastAct = default)
    {
        Interlocked.Exchange(ref offset, (there - here).Ticks);
        var stamp = machine.GetTimestamp();
        var expected = last is { } known ? known.Moment + machine.GetElapsedTime(known.Timestamp, stamp) : lastAct > there ? lastAct : there;
        last = (there, stamp);
        return (there - expected).Duration() > Tolerance ? there - expected : null;
    }

    // After a start a clock that runs ahead cannot be told from a long stop; one that lies behind what was already done can.
    private static async Task<DateTimeOffset> LastActAsync(AccountabilityDb db, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var newest = await db.Commands.MaxAsync(command => (DateTimeOffset?)command.At, cancellationToken);
        return newest > now ? newest.Value : now;
    }
}
