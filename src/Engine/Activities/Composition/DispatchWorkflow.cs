using System.Text.Json.Nodes;
using WorkflowAccountability.Engine.Bookmarks;

namespace WorkflowAccountability.Engine.Activities.Composition;

/// <summary>Has another workflow started and goes on at once, or when it has ended.</summary>
public sealed class DispatchWorkflow : Activity
{
    internal static readonly ActivityDescriptor TypeDescriptor = new("Elsa.DispatchWorkflow", "Composition")
    {
        Inputs = WorkflowCall.Inputs,
        Outputs = [new("result", "Object")],
    };

    /// <inheritdoc/>
    protected internal override void Execute(ActivityExecutionContext context)
    {
        var waits = WorkflowCall.WaitsForEnd(context);
        WorkflowCall.Request(context, waits);
        if (!waits)
            context.CompleteWithOutcomes();
    }

    /// <inheritdoc/>
    protected internal override void Resume(ActivityExecutionContext context, Bookmark bookmark, JsonNode? input) =>
        WorkflowCall.Answer(context, input, input?["outputs"]);
}
