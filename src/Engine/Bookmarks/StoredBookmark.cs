using WorkflowAccountability.Engine.Activities.Scheduling;

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

    /// <summary>By what it is found from outside: <c>event:name</c> or <c>task:id</c>; null where only its id finds it.</summary>
    public string? Stimulus { get; init; }

    /// <summary>The moment that it waits for (UTC); null if it waits for something else.</summary>
    public DateTimeOffset? DueAt { get; init; }

    /// <summary>When (UTC).</summary>
    public required DateTimeOffset CreatedAt { get; init; }

    /// <summary>The row of a bookmark.</summary>
    public static StoredBookmark Of(string instanceId, Bookmark bookmark) => new()
    {
        Id = bookmark.Id, InstanceId = instanceId, Name = bookmark.Name, ActivityId = bookmark.ActivityId, ActivityNodeId = bookmark.ActivityNodeId,
        ActivityInstanceId = bookmark.ActivityInstanceId, Payload = bookmark.Payload?.ToJsonString(), CreatedAt = bookmark.CreatedAt,
        Stimulus = Bookmarks.Stimulus.Of(bookmark), DueAt = Wake.DueAt(bookmark),
    };
}
