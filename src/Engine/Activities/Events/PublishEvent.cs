using System.Text.Json.Nodes;
using WorkflowAccountability.Engine.Execution;

namespace WorkflowAccountability.Engine.Activities.Events;

/// <summary>Tells an event to whoever waits for it.</summary>
public sealed class PublishEvent : Activity
{
    internal static readonly ActivityDescriptor TypeDescriptor = new(
        "Elsa.PublishEvent", "Publish event", "Tells an event to whoever waits for it.", "Primitives",
        [
            new("eventName", "String", "Event name", "What has happened."),
            new("correlationId", "String", "Correlation id", "Tells it to instances that belong to this only."),
            new("isLocalEvent", "Boolean", "Local event", "Tells it to this instance only.", "checkbox"),
            new("payload", "Object", "Payload", "What comes with it."),
        ],
        [], [], IsContainer: false, IsTerminal: false);

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
