namespace WorkflowAccountability.Engine.Journal;

/// <summary>The row of a journal entry.</summary>
public sealed class StoredJournalEntry
{
    /// <summary>The instance.</summary>
    public required string InstanceId { get; init; }

    /// <summary>Counts within the instance.</summary>
    public required long Sequence { get; init; }

    /// <summary>Started, Completed, Suspended …</summary>
    public required string EventName { get; init; }

    /// <summary>The activity.</summary>
    public required string ActivityId { get; init; }

    /// <summary>Its path.</summary>
    public required string ActivityNodeId { get; init; }

    /// <summary>The activation.</summary>
    public required string ActivityInstanceId { get; init; }

    /// <summary>Its type.</summary>
    public required string ActivityType { get; init; }

    /// <summary>When (UTC).</summary>
    public required DateTimeOffset Timestamp { get; init; }

    /// <summary>The ports by which it was left, separated by commas.</summary>
    public required string Outcomes { get; init; }

    /// <summary>The reason of a fault or a cancellation.</summary>
    public string? Message { get; init; }
}
