using System.Text.Json.Nodes;

namespace WorkflowAccountability.Engine.Bookmarks;

/// <summary>Where an instance waits. It is burned when used, and an instance never resumes a burned one.</summary>
/// <param name="Id">16 hex digits, unique, made from the instance id and the state's counter.</param>
/// <param name="Name">What the bookmark waits for; the activity type unless the activity says otherwise.</param>
/// <param name="ActivityId">The activity's id in its definition.</param>
/// <param name="ActivityNodeId">The path of ids from the workflow, as in Elsa: <c>Workflow1:root:child</c>.</param>
/// <param name="ActivityInstanceId">One execution of the activity: a return makes a new one.</param>
/// <param name="Payload">What the activity wants remembered with the bookmark; may be null.</param>
public sealed record Bookmark(
    string Id, string Name, string ActivityId, string ActivityNodeId, string ActivityInstanceId, JsonNode? Payload,
    DateTimeOffset CreatedAt);
