using System.Text.Json.Nodes;
using WorkflowAccountability.Engine.Activities;
using WorkflowAccountability.Engine.Definitions;

namespace WorkflowAccountability.Engine.Expressions;

/// <summary>How a definition says what value an input has.</summary>
internal abstract record Expression
{
    public abstract JsonNode? Evaluate(ActivityExecutionContext context);
}

/// <summary>The value itself (Elsa's Literal and Object).</summary>
internal sealed record Literal(JsonNode? Value) : Expression
{
    public override JsonNode? Evaluate(ActivityExecutionContext context) => Value?.DeepClone();
}

/// <summary>What a variable holds.</summary>
internal sealed record VariableValue(Variable Variable) : Expression
{
    public override JsonNode? Evaluate(ActivityExecutionContext context) => context.GetVariable(Variable);
}

/// <summary>What was given at the start of the instance.</summary>
internal sealed record WorkflowInput(string Name) : Expression
{
    public override JsonNode? Evaluate(ActivityExecutionContext context) => context.GetWorkflowInput(Name);
}
