using System.Text.Json.Nodes;
using WorkflowAccountability.Engine.Bookmarks;
using WorkflowAccountability.Engine.Journal;

namespace WorkflowAccountability.Engine.Execution;

/// <summary>What a burst asks of the world. The caller commits all of them together with the new state, or none.</summary>
public abstract record Effect;

/// <summary>The instance waits at a new place.</summary>
public sealed record BookmarkCreated(Bookmark Bookmark) : Effect;

/// <summary>The instance no longer waits there: the bookmark was used, or its activity was cancelled.</summary>
public sealed record BookmarkBurned(Bookmark Bookmark, bool Cancelled) : Effect;

/// <summary>The instance waits there again, because the burst that left the place was taken back.</summary>
public sealed record BookmarkRestored(Bookmark Bookmark) : Effect;

/// <summary>One more line of the journal.</summary>
public sealed record Journaled(JournalEntry Entry) : Effect
{
    private const int MostCharacters = 2_000;

    /// <summary>A value as the journal keeps it: of a long one how long it was.</summary>
    internal static JsonNode? Short(JsonNode? value) => value?.ToJsonString() is { Length: > MostCharacters } text
        ? JsonValue.Create($"{text[..100]}… ({text.Length} characters)")
        : value?.DeepClone();
}

/// <summary>An activity failed and waits for an operator, or ended the instance, as the incident strategy says.</summary>
public sealed record IncidentRaised(Incident Incident) : Effect;

/// <summary>A line that an <c>Elsa.WriteLine</c> wrote.</summary>
public sealed record LineWritten(string Text) : Effect;

/// <summary>Somebody outside is asked to do a task; the instance waits at the bookmark whose payload has the same task id, unless the
/// definition does not wait.</summary>
public sealed record TaskRequested(string TaskId, string TaskName, JsonNode? Payload) : Effect;

/// <summary>An event is told to whoever waits for it: to this instance only, or to all of the correlation, or to all.</summary>
public sealed record EventPublished(string EventName, string? CorrelationId, bool IsLocal, JsonNode? Payload) : Effect;

/// <summary>Another workflow is to be started. Where a bookmark is named, the instance waits at it for the answer.</summary>
/// <param name="DefinitionId">The definition whose published version is to run.</param>
/// <param name="InstanceId">The id that the new instance is to have.</param>
/// <param name="Input">What it is given.</param>
/// <param name="CorrelationId">What it belongs to; may be null.</param>
/// <param name="BookmarkId">Where the starter waits; null if it does not.</param>
/// <param name="WaitsForEnd">Whether the answer is due at the end of the new instance, rather than after its first burst.</param>
public sealed record WorkflowRequested(
    string DefinitionId, string InstanceId, JsonObject? Input, string? CorrelationId, string? BookmarkId, bool WaitsForEnd) : Effect;

/// <summary>The instance reached its end. A cancelled one does not.</summary>
public sealed record InstanceFinished(IReadOnlyDictionary<string, JsonNode?> Outputs) : Effect;

/// <summary>An activity that failed: where, why, when.</summary>
public sealed record Incident(
    string ActivityId, string ActivityNodeId, string ActivityType, string Message, string ExceptionType, DateTimeOffset Timestamp)
{
    /// <summary>The execution that failed: what an operator may retry. Of a join that waits in vain: that of its flowchart, which he may
    /// only cancel.</summary>
    public string ActivityInstanceId { get; init; } = "";
}
