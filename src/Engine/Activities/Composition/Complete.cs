using System.Text.Json.Nodes;

namespace WorkflowAccountability.Engine.Activities.Composition;

/// <summary>Ends the workflow that it is in; where that is used as an activity, the activity is left by these outcomes.</summary>
public sealed class Complete : Activity
{
    internal static readonly ActivityDescriptor TypeDescriptor = new(
        "Elsa.Complete", "Complete", "Ends the workflow around it, by these outcomes.", "Composition",
        [new("outcomes", "Object", "Outcomes", "The outcomes by which it is left.", "outcome-picker")],
        [], [], IsContainer: false, IsTerminal: true);

    /// <inheritdoc/>
    protected internal override void Execute(ActivityExecutionContext context) => context.CompleteFreely(context.GetInput<JsonNode>("outcomes") switch
    {
        null => [],
        JsonArray several => [.. several.Select(outcome => outcome?.ToString() ?? "")],
        var one => [one.ToString()],
    });
}
