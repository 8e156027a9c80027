namespace WorkflowAccountability.Engine.Bookmarks;

/// <summary>The row of a live bookmark; burning deletes it.</summary>
public sealed class StoredBookmark
{
    /// <summary>The bookmark's id.</summary>
    public required string Id { get; init; }

    /// <summary>The instance that waits.</summary>
    public required string InstanceId { get; init; }

    /// <summary>What it waits for.</summary>
    public required string Name { get; init; }

    /// <summary>The activity.</summary>
    public required string ActivityId { get; init; }

    /// <summary>The activity's path.</summary>
    public required string ActivityNodeId { get; init; }

    /// <summary>The activation.</summary>
    public required string ActivityInstanceId { get; init; }

    /// <summary>What the activity wants remembered, JSON.</summary>
    public string? Payload { get; init; }

    /// <summary>When (UTC).</summary>
    public required DateTimeOffset CreatedAt { get; init; }
}
