using System.Text.Json.Nodes;
using WorkflowAccountability.Engine.Expressions;

namespace WorkflowAccountability.Engine.Activities;

/// <summary>How a definition gives an input, for whoever examines a definition without running it.</summary>
public abstract record GivenInput
{
    private GivenInput() { }

    /// <summary>The value itself (Elsa's Literal and Object).</summary>
    public sealed record Outright(JsonNode? Value) : GivenInput;

    /// <summary>What a variable holds.</summary>
    public sealed record OfVariable(string Name) : GivenInput;

    /// <summary>What a script in JavaScript or Liquid, or an input of the workflow, gives: nobody knows before it runs.</summary>
    /// <param name="Script">The JavaScript; null where it is something else.</param>
    public sealed record Computed(string? Script) : GivenInput;

    internal static GivenInput? Of(Expression? expression) => expression switch
    {
        null => null,
        Literal literal => new Outright(literal.Value?.DeepClone()),
        VariableValue variable => new OfVariable(variable.Variable.Name),
        JavaScript script => new Computed(script.Text),
        _ => new Computed(Script: null),
    };
}

/// <summary>A port that is taken if a condition holds.</summary>
/// <param name="Port">The port, or where an activity is embedded.</param>
/// <param name="Condition">What decides; null where the definition gives nothing, which never holds.</param>
public sealed record Choice(string Port, GivenInput? Condition);
