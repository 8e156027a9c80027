using System.Text.Json;
using System.Text.Json.Nodes;
using WorkflowAccountability.Engine.Activities;
using WorkflowAccountability.Engine.Expressions;

namespace WorkflowAccountability.Engine.Definitions;

/// <summary>Reads the inputs of one activity.</summary>
internal sealed class ExpressionReader(DefinitionPart part, VariableScope scope)
{
    private const string KnownTypes = "Literal, Object, Variable, Input, JavaScript, Liquid";

    public Dictionary<string, Expression> ReadInputs(Activity activity)
    {
        var expressions = new Dictionary<string, Expression>();
        foreach (var input in activity.Descriptor.Inputs)
            if (part[input.Name] is { } value && Read(input, value) is { } expression)
                expressions[input.Name] = expression;
        return expressions;
    }

    /// <summary>An expression that no input wraps, such as the condition of a case.</summary>
    public Expression? ReadBare(string name, JsonNode? value) => value switch
    {
        JsonObject wrapped when wrapped["expression"] is JsonObject expression => ReadExpression(name, expression),
        JsonObject expression => ReadExpression(name, expression),
        null => null,
        var literal => new Literal(literal),
    };

    private Expression? Read(InputDescriptor input, JsonNode value)
    {
        if (!input.IsWrapped)
            return input.UiHint == "variable-picker" ? ReadVariable(input.Name, value) : new Literal(value);
        if (value is JsonValue or JsonArray)
            return new Literal(value);
        if (value is JsonObject wrapped && (wrapped.ContainsKey("expression") || wrapped.ContainsKey("typeName")))
            return wrapped["expression"] is JsonObject expression ? ReadExpression(input.Name, expression) : null;
        part.Fault($"the input '{input.Name}' should be a value or {{\"typeName\": …, \"expression\": {{\"type\": …, \"value\": …}}}}.");
        return null;
    }

    private Expression? ReadExpression(string input, JsonObject expression)
    {
        var value = expression["value"];
        switch (expression["type"]?.ToString())
        {
            case "Literal":
                return new Literal(value);
            case "Object" or "Json":
                return part.Try(input, () => new Literal(IsText(value) ? ParseJson(value!) : value), out var literal) ? literal : null;
            case "Variable":
                return ReadVariable(input, value);
            case "Input":
                return ReadWorkflowInput(input, value?.ToString());
            case "JavaScript":
                return part.Try(input, () => new JavaScript(value?.ToString() ?? ""), out var script) ? script : null;
            case "Liquid":
                return part.Try(input, () => new LiquidTemplate(value?.ToString() ?? ""), out var template) ? template : null;
            case var type:
                part.Fault($"the input '{input}' has an expression of the unknown type '{type}'; known types: {KnownTypes}.");
                return null;
        }
    }

    private VariableValue? ReadVariable(string input, JsonNode? value)
    {
        string?[] given = value is JsonObject variable ? [variable["id"]?.ToString(), variable["name"]?.ToString()] : [value?.ToString()];
        var references = given.OfType<string>();
        if (references.Select(scope.Find).OfType<Variable>().FirstOrDefault() is { } found)
            return new(found);
        part.Fault($"the input '{input}' names the unknown variable '{string.Join("' / '", references)}'; there are: {scope.Names}.");
        return null;
    }

    private WorkflowInput? ReadWorkflowInput(string input, string? name)
    {
        if (scope.Inputs.Any(declared => declared.Name == name))
            return new(name!);
        var names = DefinitionPart.Listed(scope.Inputs.Select(declared => declared.Name));
        part.Fault($"the input '{input}' takes the unknown workflow input '{name}'; there are: {names}.");
        return null;
    }

    private static bool IsText(JsonNode? value) => value?.GetValueKind() == JsonValueKind.String;

    private static JsonNode? ParseJson(JsonNode text) =>
        text.GetValue<string>() is var json && string.IsNullOrWhiteSpace(json) ? null : StrictJson.ParseValue(json);
}
