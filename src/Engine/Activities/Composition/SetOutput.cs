using System.Text.Json.Nodes;

namespace WorkflowAccountability.Engine.Activities.Composition;

/// <summary>Gives a value back from the workflow that it is in.</summary>
public sealed class SetOutput : Activity
{
    internal static readonly ActivityDescriptor TypeDescriptor = new("Elsa.SetOutput", "Composition")
    {
        Inputs = [new("outputName", "String", "output-picker"), new("outputValue", "Object")],
    };

    /// <inheritdoc/>
    protected internal override void Execute(ActivityExecutionContext context)
    {
        if (context.GetInput<string>("outputName") is not { Length: > 0 } name)
            throw new InvalidOperationException($"'{Id}' names no output.");
        context.GiveBack(name, context.GetInput<JsonNode>("outputValue"));
        context.CompleteWithOutcomes();
    }
}
