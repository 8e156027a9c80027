using System.Text.Json.Nodes;
using WorkflowAccountability.Engine.Bookmarks;
using WorkflowAccountability.Engine.Execution;

namespace WorkflowAccountability.Engine.Activities.Events;

/// <summary>Asks somebody outside to do a task and waits for the answer.</summary>
public sealed class RunTask : Activity
{
    internal static readonly ActivityDescriptor TypeDescriptor = new("Elsa.RunTask", "Primitives")
    {
        Inputs = [new("taskName", "String"), new("payload", "ObjectDictionary", "json-editor") { DefaultSyntax = "Object" }],
        Outputs = [new("taskId", "String"), new("result", "Object")],
    };

    /// <inheritdoc/>
    protected internal override void Execute(ActivityExecutionContext context)
    {
        var id = context.Burst.NextId();
        var name = context.GetInput<string>("taskName") ?? "";
        context.SetOutput("taskId", JsonValue.Create(id));
        context.CreateBookmark(new JsonObject { ["taskId"] = id, ["taskName"] = name });
        context.Burst.Emit(new TaskRequested(id, name, context.GetInput<JsonNode>("payload")));
    }

    /// <inheritdoc/>
    protected internal override void Resume(ActivityExecutionContext context, Bookmark bookmark, JsonNode? input)
    {
        context.SetOutput("result", input);
        context.CompleteWithOutcomes();
    }
}
