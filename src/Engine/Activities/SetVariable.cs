using System.Text.Json.Nodes;
using WorkflowAccountability.Engine.Expressions;

namespace WorkflowAccountability.Engine.Activities;

/// <summary>Gives a variable a value.</summary>
public sealed class SetVariable : Activity
{
    internal static readonly ActivityDescriptor TypeDescriptor = new("Elsa.SetVariable", "Primitives")
    {
        Inputs = [new("variable", "Variable", UiHint: "variable-picker", IsWrapped: false), new("value", "Object")],
    };

    /// <summary>The value to give the variable.</summary>
    public Input<JsonNode> Value { get; } = new("value");

    /// <inheritdoc/>
    protected internal override void Execute(ActivityExecutionContext context)
    {
        context.SetVariable(((VariableValue)Inputs["variable"]).Variable, context.Get(Value));
        context.CompleteWithOutcomes();
    }

    /// <inheritdoc/>
    protected internal override IEnumerable<FormattableString> Faults()
    {
        if (!Inputs.ContainsKey("variable"))
            yield return $"names no variable to set.";
    }
}
