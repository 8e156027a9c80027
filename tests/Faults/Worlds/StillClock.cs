namespace WorkflowAccountability.Faults.Worlds;

/// <summary>A clock that stands still until it is moved, so that two runs of one command leave the same bytes.</summary>
public sealed class StillClock : TimeProvider
{
    private DateTimeOffset now = new(2026, 3, 2, 2, 0, 0, TimeSpan.Zero);

    /// <inheritdoc/>
    public override DateTimeOffset GetUtcNow() => now;

    /// <summary>Lets time pass.</summary>
    public void Advance(TimeSpan time) => now += time;
}
