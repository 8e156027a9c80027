namespace WorkflowAccountability.Web.Tests.Channels;

/// <summary>The site's clock, moved by the test.</summary>
public sealed class MovedClock : TimeProvider
{
    private DateTimeOffset now = new(2026, 3, 2, 3, 0, 0, TimeSpan.Zero);

    public override DateTimeOffset GetUtcNow() => now;

    public void Advance(TimeSpan time) => now += time;
}
