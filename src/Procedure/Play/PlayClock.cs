namespace WorkflowAccountability.Procedure.Play;

/// <summary>The clock of a sandbox: it stands still, and is moved by hand.</summary>
internal sealed class PlayClock(DateTimeOffset begins) : TimeProvider
{
    private DateTimeOffset now = begins;

    /// <inheritdoc/>
    public override DateTimeOffset GetUtcNow() => now;

    /// <summary>Moves it on; never back.</summary>
    public void MoveTo(DateTimeOffset moment) => now = moment > now ? moment : now;
}
