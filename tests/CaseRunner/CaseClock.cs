namespace WorkflowAccountability.CaseRunner;

/// <summary>
/// The site's clock as the script moves it. It stands still while a step runs and goes on by a minute with each, so that the order
/// of the steps can be read from their times; timers run in real time, so nothing ever waits for the script.
/// </summary>
internal sealed class CaseClock(DateTimeOffset begins) : TimeProvider
{
    private static readonly TimeSpan betweenSteps = TimeSpan.FromMinutes(1);
    private long ticks = begins.UtcTicks;

    public override DateTimeOffset GetUtcNow() => new(Interlocked.Read(ref ticks), TimeSpan.Zero);

    public void NextStep() => Interlocked.Add(ref ticks, betweenSteps.Ticks);

    public void Move(ClockMove move) => Interlocked.Exchange(ref ticks, move.From(GetUtcNow()).UtcTicks);
}

/// <summary>A move of the clock: to a moment, or by a span.</summary>
internal sealed record ClockMove(DateTimeOffset? To, TimeSpan By)
{
    public DateTimeOffset From(DateTimeOffset now) => To ?? now + By;
}
