namespace WorkflowAccountability.Procedure.Notifications;

/// <summary>A way out of the house. It is registered only where it is configured.</summary>
public abstract class Channel
{
    /// <summary>Mail or webhook.</summary>
    public abstract ChannelKind Kind { get; }

    /// <summary>Whether a person can be reached by it.</summary>
    public abstract bool Reaches(OutgoingPerson person);

    /// <summary>Hands a message over; returns when the other side took it.</summary>
    /// <exception cref="UndeliverableException">The other side will never take it.</exception>
    public abstract Task SendAsync(OutgoingMessage message, CancellationToken cancellationToken);
}

/// <summary>To whom a message goes.</summary>
public sealed record OutgoingPerson(string Id, string Name, string? Email);

/// <summary>What leaves the house: never more than the case's number and the act, and behind the wall not even these.</summary>
/// <param name="Id">The message id: the same at every try.</param>
/// <param name="Kind">A copy, a reminder, an incident.</param>
/// <param name="Number">The case's number; null behind the wall, and in a digest.</param>
/// <param name="Act">What is to be done; null behind the wall, and in a digest.</param>
public sealed record OutgoingMessage(
    string Id, OutgoingPerson To, NoticeKind Kind, string Subject, string Body, string? Number, string? Act, DateTimeOffset At);

/// <summary>Trying again would change nothing.</summary>
public sealed class UndeliverableException(string reason, Exception? inner = null) : Exception(reason, inner);
