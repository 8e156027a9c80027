using System.Text.Json.Nodes;

namespace WorkflowAccountability.Engine.Instances;

/// <summary>
/// Runs instances that belong to no case. Every step is one transaction: state, bookmarks, journal, incidents and what is asked of other
/// instances commit together or not at all, and only then comes the answer. Of two resumptions of one bookmark one is done and the other is told
/// that it came too late.
/// </summary>
public interface IWorkflowRuntime
{
    /// <summary>Starts an instance, runs it until it waits, and tells others what it asks of them.</summary>
    Task<StepAnswer> StartAsync(WorkflowStart start, CancellationToken cancellationToken);

    /// <summary>Goes on where an instance waits.</summary>
    Task<StepAnswer> ResumeAsync(string instanceId, string bookmarkId, JsonNode? input, CancellationToken cancellationToken);

    /// <summary>Answers a task that an <c>Elsa.RunTask</c> asked for.</summary>
    Task<StepAnswer> CompleteTaskAsync(string taskId, JsonNode? result, CancellationToken cancellationToken);

    /// <summary>Tells an event to whoever waits for it, or only to what belongs to a correlation. Answers how many waited.</summary>
    Task<int> PublishAsync(string eventName, string? correlationId, JsonNode? payload, CancellationToken cancellationToken);

    /// <summary>Executes a failed activity once more, after an operator mended the cause.</summary>
    Task<StepAnswer> RetryAsync(string instanceId, string activityInstanceId, CancellationToken cancellationToken);

    /// <summary>Ends an instance before its end.</summary>
    Task<StepAnswer> CancelAsync(string instanceId, string reason, CancellationToken cancellationToken);

    /// <summary>Does what time alone makes happen, and what a stopped node has left undone. Twice or late does no harm.</summary>
    Task SweepAsync(CancellationToken cancellationToken);
}

/// <summary>What is to be started.</summary>
/// <param name="DefinitionId">The definition whose published version is to run.</param>
public sealed record WorkflowStart(string DefinitionId)
{
    /// <summary>The id of the new instance; made if null. Starting the same id twice answers what the first start has come to.</summary>
    public string? InstanceId { get; init; }

    /// <summary>What it is given.</summary>
    public JsonObject? Input { get; init; }

    /// <summary>What it belongs to.</summary>
    public string? CorrelationId { get; init; }

    /// <summary>The activity that it begins at; null to begin where the definition begins.</summary>
    public string? TriggerActivityId { get; init; }
}

/// <summary>What a step answers. Everything but <see cref="Done"/> left the database as it was.</summary>
public abstract record StepAnswer
{
    private StepAnswer()
    {
    }

    /// <summary>Committed.</summary>
    /// <param name="State">How the instance stands now.</param>
    public sealed record Done(WorkflowState State) : StepAnswer;

    /// <summary>There is no such definition, instance or task.</summary>
    public sealed record NotFound : StepAnswer;

    /// <summary>The instance does not wait there any more, or is finished.</summary>
    /// <param name="State">How it stands.</param>
    public sealed record TooLate(WorkflowState State) : StepAnswer;

    /// <summary>It belongs to a case: only the procedure's commands change it.</summary>
    public sealed record OfCase : StepAnswer;

    /// <summary>The definition cannot run by itself, and all that is wrong with it.</summary>
    public sealed record Refused(IReadOnlyList<string> Faults) : StepAnswer;
}
