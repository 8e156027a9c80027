namespace WorkflowAccountability.Procedure.Notifications;

/// <summary>A message that was taken and came back.</summary>
/// <param name="MessageId">Its id, as it was sent with.</param>
/// <param name="Reason">What the other side said.</param>
public sealed record Bounce(string MessageId, string Reason);

/// <summary>Where messages come back to. It is registered only where it is configured.</summary>
public abstract class Bounces
{
    /// <summary>Hands over what came back, each at least once: it is forgotten there only after it was taken here.</summary>
    public abstract Task ReadAsync(Func<Bounce, CancellationToken, Task> take, CancellationToken cancellationToken);
}
