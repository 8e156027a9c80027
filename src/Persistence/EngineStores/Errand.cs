using System.Text.Json.Nodes;
using WorkflowAccountability.Engine.Execution;

namespace WorkflowAccountability.Persistence.EngineStores;

/// <summary>What an errand is about.</summary>
internal enum ErrandKind
{
    /// <summary>An instance is to go on at a bookmark.</summary>
    Resume,

    /// <summary>Whoever waits for an event is to hear of it.</summary>
    Tell,

    /// <summary>A workflow is to be started.</summary>
    Start,
}

/// <summary>
/// What a step asks of another instance: written with the step, carried out in a transaction of its own that also removes the row, so that it
/// happens once, whoever carries it out and however often it is tried.
/// </summary>
internal sealed class Errand
{
    /// <summary>Made from the step, so that a repeated one makes the same.</summary>
    public required string Id { get; init; }

    /// <summary>What it is about.</summary>
    public required ErrandKind Kind { get; init; }

    /// <summary>Who goes on, or the new instance; of an event the only instance that may hear it, null for all.</summary>
    public string? InstanceId { get; init; }

    /// <summary>Where it goes on; of a start where the starter waits.</summary>
    public string? BookmarkId { get; init; }

    /// <summary>The event's name or the definition's id.</summary>
    public string? Name { get; init; }

    /// <summary>What may hear the event, or what the new instance belongs to.</summary>
    public string? CorrelationId { get; init; }

    /// <summary>Who starts it.</summary>
    public string? ParentId { get; init; }

    /// <summary>Whether the starter waits for the end.</summary>
    public bool WaitsForEnd { get; init; }

    /// <summary>What comes with it, JSON.</summary>
    public string? Payload { get; init; }

    /// <summary>How often it failed.</summary>
    public int Attempts { get; set; }

    /// <summary>Why it failed last.</summary>
    public string? LastError { get; set; }

    /// <summary>Not to be tried before (UTC); null where it was given up.</summary>
    public DateTimeOffset? NotBefore { get; set; }

    /// <summary>What came with it.</summary>
    public JsonNode? Input => Payload is null ? null : JsonNode.Parse(Payload);

    /// <summary>An instance is to go on.</summary>
    public static Errand Resume(string id, string instanceId, string bookmarkId, JsonNode? input, DateTimeOffset now) => new()
    {
        Id = id, Kind = ErrandKind.Resume, InstanceId = instanceId, BookmarkId = bookmarkId, Payload = input?.ToJsonString(), NotBefore = now,
    };

    /// <summary>An event is to be told.</summary>
    public static Errand Tell(string id, string teller, EventPublished published, DateTimeOffset now) => new()
    {
        Id = id, Kind = ErrandKind.Tell, InstanceId = published.IsLocal ? teller : null, Name = published.EventName,
        CorrelationId = string.IsNullOrEmpty(published.CorrelationId) ? null : published.CorrelationId, Payload = published.Payload?.ToJsonString(),
        NotBefore = now,
    };

    /// <summary>A workflow is to be started.</summary>
    public static Errand Start(string id, string starter, WorkflowRequested request, DateTimeOffset now) => new()
    {
        Id = id, Kind = ErrandKind.Start, InstanceId = request.InstanceId, BookmarkId = request.BookmarkId, Name = request.DefinitionId,
        CorrelationId = request.CorrelationId, ParentId = starter, WaitsForEnd = request.WaitsForEnd, Payload = request.Input?.ToJsonString(),
        NotBefore = now,
    };
}
