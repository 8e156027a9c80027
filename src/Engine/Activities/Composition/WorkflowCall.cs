using System.Text.Json.Nodes;

namespace WorkflowAccountability.Engine.Activities.Composition;

/// <summary>Starting another workflow as an instance of its own: what both ways of doing it share.</summary>
internal static class WorkflowCall
{
    public static readonly IReadOnlyList<InputDescriptor> Inputs =
    [
        new("workflowDefinitionId", "String", "workflow-definition-picker"),
        new("correlationId", "String"),
        new("input", "ObjectDictionary", "json-editor") { DefaultSyntax = "Object" },
        new("waitForCompletion", "Boolean", "checkbox"),
    ];

    public static bool WaitsForEnd(ActivityExecutionContext context) => context.GetInput<bool>("waitForCompletion");

    /// <summary>Asks for the new instance.</summary>
    /// <param name="waits">Whether the activity waits for an answer.</param>
    public static void Request(ActivityExecutionContext context, bool waits)
    {
        if (context.GetInput<string>("workflowDefinitionId") is not { Length: > 0 } definition)
            throw new InvalidOperationException($"'{context.Activity.Id}' names no workflow to start.");
        var input = context.GetInput<JsonNode>("input") switch
        {
            JsonObject given => given,
            null => null,
            var other => throw new InvalidOperationException($"'{context.Activity.Id}': the input for a workflow is an object, not {other.ToJsonString()}."),
        };
        var instance = context.Burst.NextId();
        var bookmark = waits ? context.CreateBookmark(new JsonObject { ["childInstanceId"] = instance }) : null;
        context.Burst.Emit(new Execution.WorkflowRequested(
            definition, instance, input, context.GetInput<string>("correlationId"), bookmark?.Id, WaitsForEnd(context)));
    }

    /// <summary>Takes the answer: the child's status and outputs, or why it could not be started.</summary>
    public static void Answer(ActivityExecutionContext context, JsonNode? answer, JsonNode? result)
    {
        if (answer?["fault"]?.ToString() is { } fault)
            throw new InvalidOperationException(fault);
        context.SetOutput("result", result);
        context.CompleteWithOutcomes();
    }
}
