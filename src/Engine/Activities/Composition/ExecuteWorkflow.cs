using System.Text.Json.Nodes;
using WorkflowAccountability.Engine.Bookmarks;

namespace WorkflowAccountability.Engine.Activities.Composition;

/// <summary>Starts another workflow and goes on when its first burst is over, or when it has ended.</summary>
public sealed class ExecuteWorkflow : Activity
{
    internal static readonly ActivityDescriptor TypeDescriptor = new(
        "Elsa.ExecuteWorkflow", "Execute workflow", "Starts another workflow and takes its result.", "Composition",
        WorkflowCall.Inputs, [new("result", "ExecuteWorkflowResult", "Result", "The child's id, status and outputs.")], [],
        IsContainer: false, IsTerminal: false) { Kind = "Task" };

    /// <inheritdoc/>
    protected internal override void Execute(ActivityExecutionContext context) => WorkflowCall.Request(context, waits: true);

    /// <inheritdoc/>
    protected internal override void Resume(ActivityExecutionContext context, Bookmark bookmark, JsonNode? input) =>
        WorkflowCall.Answer(context, input, input);
}
