using System.Text.Json.Nodes;
using WorkflowAccountability.Engine.Execution;

namespace WorkflowAccountability.Engine.Activities.Events;

/// <summary>Tells an event to whoever waits for it.</summary>
public sealed class PublishEvent : Activity
{
    internal static readonly ActivityDescriptor TypeDescriptor = new("Elsa.PublishEvent", "Primitives")
    {
        Inputs =
        [
            new("eventName", "String"),
            new("correlationId", "String"),
            new("isLocalEvent", "Boolean", "checkbox"),
            new("payload", "Object"),
        ],
    };

    /// <inheritdoc/>
    protected internal override void Execute(ActivityExecutionContext context)
    {
        if (context.GetInput<string>("eventName") is not { Length: > 0 } name)
            throw new InvalidOperationException($"'{Id}' names no event.");
        context.Burst.Emit(new EventPublished(
            name, context.GetInput<string>("correlationId"), context.GetInput<bool>("isLocalEvent"), context.GetInput<JsonNode>("payload")));
        context.CompleteWithOutcomes();
    }
}
