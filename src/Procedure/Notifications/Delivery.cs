namespace WorkflowAccountability.Procedure.Notifications;

/// <summary>By which way a notice leaves the house.</summary>
public enum ChannelKind
{
    /// <summary>E-mail.</summary>
    Mail,

    /// <summary>A signed message to a gateway of the prefecture.</summary>
    Webhook,
}

/// <summary>Where a delivery stands.</summary>
public enum DeliveryStatus
{
    /// <summary>To be sent, or tried again.</summary>
    Waiting,

    /// <summary>The other side took it.</summary>
    Sent,

    /// <summary>Given up after the last try.</summary>
    GivenUp,

    /// <summary>No longer to be sent: the person may no longer know of it.</summary>
    Dropped,
}

/// <summary>One notice to one person by one channel; sent at least once, each time under the same message id.</summary>
public sealed class Delivery
{
    /// <summary>The message id: made from the outbox message, the person and the channel.</summary>
    public required string Id { get; init; }

    /// <summary>The notice.</summary>
    public required string NoticeId { get; init; }

    /// <summary>The case.</summary>
    public required string? CaseId { get; init; }

    /// <summary>The person.</summary>
    public required string PersonId { get; init; }

    /// <summary>Mail or webhook.</summary>
    public required ChannelKind Channel { get; init; }

    /// <summary>The morning mail that it is part of; null where it goes by itself.</summary>
    public string? DigestId { get; init; }

    /// <summary>Waiting, sent, given up or dropped.</summary>
    public DeliveryStatus Status { get; set; }

    /// <summary>When it was to be sent first (UTC): its age counts from here.</summary>
    public required DateTimeOffset DueAt { get; init; }

    /// <summary>Not to be tried before (UTC).</summary>
    public required DateTimeOffset NotBefore { get; set; }

    /// <summary>Until when a node is at it (UTC).</summary>
    public DateTimeOffset? ClaimedUntil { get; set; }

    /// <summary>How often it was tried.</summary>
    public int Attempts { get; set; }

    /// <summary>When the other side took it (UTC).</summary>
    public DateTimeOffset? SentAt { get; set; }

    /// <summary>Why the last try failed.</summary>
    public string? LastError { get; set; }
}
