using System.Text.Json.Nodes;

namespace WorkflowAccountability.Engine.Journal;

/// <summary>One line of the engine's record of activity executions. Elsa's event names: Started, Completed, Suspended, Resumed, Faulted,
/// Canceled.</summary>
/// <param name="Sequence">Counts from 1 within the instance, without gaps.</param>
/// <param name="Outcomes">The ports by which the activity was left; empty unless it completed.</param>
/// <param name="Message">What a reader should know: the fault's message, the reason of a cancellation; else null.</param>
public sealed record JournalEntry(
    long Sequence, string EventName, string ActivityId, string ActivityNodeId, string ActivityInstanceId, string ActivityType,
    string? ActivityName, DateTimeOffset Timestamp, IReadOnlyList<string> Outcomes, string? Message)
{
    /// <summary>What went through it, where the runner was asked to journal values
    /// (<see cref="Execution.WorkflowRunnerOptions.JournalsValues"/>): of Resumed what it was given, of Completed its outputs by name.</summary>
    public JsonNode? Payload { get; init; }
}
