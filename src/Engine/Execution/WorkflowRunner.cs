using System.Text.Json.Nodes;
using WorkflowAccountability.Engine.Definitions;
using WorkflowAccountability.Engine.Instances;

namespace WorkflowAccountability.Engine.Execution;

/// <summary>
/// Runs workflows, a burst at a time: until nothing is left to do but wait. Pure: it changes neither what it is given nor the world; the
/// same input gives the same bytes.
/// </summary>
/// <remarks>
/// A deliberate difference from Elsa: unless it is asked to (<see cref="WorkflowRunnerOptions.FaultsAsDefined"/>), a fault never ends an
/// instance, whatever <c>options.incidentStrategyType</c> says or leaves unsaid. The activity that failed becomes an incident which waits for
/// an operator, the other branches go on: no case ends because of an error in a script.
/// </remarks>
public sealed class WorkflowRunner(WorkflowRunnerOptions? options = null)
{
    private readonly WorkflowRunnerOptions options = options ?? new();

    /// <summary>Starts an instance.</summary>
    /// <param name="trigger">The activity that it begins at; null to begin where the definition begins.</param>
    /// <param name="correlationId">What it belongs to; may be null.</param>
    /// <exception cref="ValueTooLargeException">The input is larger than a value may be.</exception>
    public Burst Start(
        WorkflowDefinition definition, string instanceId, JsonObject? input, DateTimeOffset now, Trigger? trigger = null, string? correlationId = null)
    {
        ValueLimit.Check(input, "What the instance is given", options.MostOfValue);
        ValueLimit.Check(trigger?.Payload, "What started the instance", options.MostOfValue);
        var state = WorkflowState.New(definition, instanceId, input);
        state.CorrelationId = correlationId;
        var burst = new RunningBurst(definition, state, options, now) { Trigger = trigger };
        burst.Schedule(definition.Root, parent: null, lineage: []);
        return burst.Run();
    }

    /// <summary>Goes on where the instance waits. The bookmark is burned.</summary>
    /// <exception cref="UnknownBookmarkException">The instance does not wait there (any more).</exception>
    /// <exception cref="ValueTooLargeException">The input is larger than a value may be.</exception>
    public Burst Resume(WorkflowDefinition definition, WorkflowState state, string bookmarkId, JsonNode? input, DateTimeOffset now)
    {
        ValueLimit.Check(input, "What the instance is given", options.MostOfValue);
        var burst = GoOn(definition, state, now);
        var bookmark = burst.State.OpenBookmarks.Find(open => open.Id == bookmarkId)
            ?? throw new UnknownBookmarkException(state.InstanceId, bookmarkId);
        burst.Resume(bookmark, input?.DeepClone());
        return burst.Run();
    }

    /// <summary>
    /// Takes the newest burst back: the instance waits again where it waited before. Nothing is forgotten: the journal goes on, and no id is
    /// given twice.
    /// </summary>
    /// <param name="state">The state that the burst left; nothing has happened to the instance since.</param>
    /// <param name="before">The state that the burst began from.</param>
    /// <param name="bookmarkId">The bookmark that the burst used.</param>
    /// <exception cref="UnknownBookmarkException">The earlier state does not wait there.</exception>
    public Burst Recall(
        WorkflowDefinition definition, WorkflowState state, WorkflowState before, string bookmarkId, string reason, DateTimeOffset now)
    {
        if (before.InstanceId != state.InstanceId || before.LastJournalSequence > state.LastJournalSequence)
            throw new ArgumentException($"This is no earlier state of the instance '{state.InstanceId}'.", nameof(before));
        var burst = GoOn(definition, before, now);
        var bookmark = burst.State.OpenBookmarks.Find(open => open.Id == bookmarkId)
            ?? throw new UnknownBookmarkException(state.InstanceId, bookmarkId);
        burst.TakeBack(state, bookmark, reason);
        return burst.Run();
    }

    /// <summary>Executes a failed activity once more, as a new execution, after an operator mended the cause.</summary>
    /// <param name="activityInstanceId">The incident's <see cref="Incident.ActivityInstanceId"/>.</param>
    public Burst Retry(WorkflowDefinition definition, WorkflowState state, string activityInstanceId, DateTimeOffset now)
    {
        var burst = GoOn(definition, state, now);
        var failed = burst.State.Activities.Find(activity => activity.Id == activityInstanceId && activity.IsFaulted)
            ?? throw new InvalidOperationException($"'{state.InstanceId}' has no failed execution '{activityInstanceId}' to retry.");
        burst.Retry(failed);
        return burst.Run();
    }

    /// <summary>Ends the instance before its end: all that is open is cancelled.</summary>
    public Burst Cancel(WorkflowDefinition definition, WorkflowState state, string reason, DateTimeOffset now)
    {
        var burst = GoOn(definition, state, now);
        if (state.Status == WorkflowStatus.Finished)
            throw new InvalidOperationException($"The instance '{state.InstanceId}' is finished; there is nothing left to cancel.");
        burst.CancelAll(reason, WorkflowSubStatus.Cancelled);
        return burst.Run();
    }

    private RunningBurst GoOn(WorkflowDefinition definition, WorkflowState state, DateTimeOffset now)
    {
        if (state.DefinitionVersionId != definition.Id)
            throw new ArgumentException(
                $"The instance '{state.InstanceId}' runs the version '{state.DefinitionVersionId}', not '{definition.Id}'.",
                nameof(definition));
        return new(definition, state.Copy(definition), options, now);
    }
}
