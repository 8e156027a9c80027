using System.Text.Json.Nodes;

namespace WorkflowAccountability.Engine.Activities.Composition;

/// <summary>Ends the workflow that it is in; where that is used as an activity, the activity is left by these outcomes.</summary>
public sealed class Complete : Activity
{
    internal static readonly ActivityDescriptor TypeDescriptor = new("Elsa.Complete", "Composition")
    {
        Inputs = [new("outcomes", "Object", "outcome-picker") { DefaultSyntax = "Object" }],
        IsTerminal = true,
    };

    /// <inheritdoc/>
    protected internal override void Execute(ActivityExecutionContext context) => context.CompleteFreely(context.GetInput<JsonNode>("outcomes") switch
    {
        null => [],
        JsonArray several => [.. several.Select(outcome => outcome?.ToString() ?? "")],
        var one => [one.ToString()],
    });
}
