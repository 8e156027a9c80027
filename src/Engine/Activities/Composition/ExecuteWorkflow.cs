using System.Text.Json.Nodes;
using WorkflowAccountability.Engine.Bookmarks;

namespace WorkflowAccountability.Engine.Activities.Composition;

/// <summary>Starts another workflow and goes on when its first burst is over, or when it has ended.</summary>
public sealed class ExecuteWorkflow : Activity
{
    internal static readonly ActivityDescriptor TypeDescriptor = new("Elsa.ExecuteWorkflow", "Composition")
    {
        Inputs = WorkflowCall.Inputs,
        Outputs = [new("result", "ExecuteWorkflowResult")],
        Kind = "Task",
    };

    /// <inheritdoc/>
    protected internal override void Execute(ActivityExecutionContext context) => WorkflowCall.Request(context, waits: true);

    /// <inheritdoc/>
    protected internal override void Resume(ActivityExecutionContext context, Bookmark bookmark, JsonNode? input) =>
        WorkflowCall.Answer(context, input, input);
}
