namespace WorkflowAccountability.Engine.Journal;

/// <summary>The row of an activity that failed and waits for an operator.</summary>
public sealed class StoredIncident
{
    /// <summary>Made from the instance and its version.</summary>
    public required string Id { get; init; }

    /// <summary>The instance.</summary>
    public required string InstanceId { get; init; }

    /// <summary>The activity.</summary>
    public required string ActivityId { get; init; }

    /// <summary>Its type.</summary>
    public required string ActivityType { get; init; }

    /// <summary>Why it failed.</summary>
    public required string Message { get; init; }

    /// <summary>When (UTC).</summary>
    public required DateTimeOffset Timestamp { get; init; }

    /// <summary>When it was mended (UTC); null while it waits.</summary>
    public DateTimeOffset? ResolvedAt { get; set; }
}
