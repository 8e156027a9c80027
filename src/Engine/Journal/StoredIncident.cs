using WorkflowAccountability.Engine.Execution;

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

    /// <summary>The row of an incident.</summary>
    /// <param name="version">The instance's version that the burst leaves: one activity may fail again.</param>
    public static StoredIncident Of(string instanceId, long version, Incident incident) => new()
    {
        Id = $"{instanceId}-{version}-{incident.ActivityId}", InstanceId = instanceId, ActivityId = incident.ActivityId,
        ActivityType = incident.ActivityType, Message = incident.Message, Timestamp = incident.Timestamp,
    };
}
