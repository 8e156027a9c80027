using System.Text.Json.Nodes;
using WorkflowAccountability.Engine.Expressions;

namespace WorkflowAccountability.Engine.Activities.Looping;

/// <summary>The list that a loop walks through, and what it gives to each pass.</summary>
internal static class Items
{
    public static readonly OutputDescriptor CurrentValue = new("currentValue", "Object");

    public static readonly InputDescriptor Descriptor = new("items", "Object");

    /// <summary>The items: a list, or a text that holds one as JSON, or a single value.</summary>
    public static JsonArray Of(ActivityExecutionContext context) => context.GetInput<JsonNode>("items") switch
    {
        null => [],
        JsonArray list => list,
        JsonValue text when text.TryGetValue<string>(out var json) && json.TrimStart().StartsWith('[') => JsonConversion.To<JsonArray>(text)!,
        var one => [one.DeepClone()],
    };

    public static Dictionary<string, JsonNode?> Locals(JsonArray items, int index) =>
        new() { ["CurrentIndex"] = JsonValue.Create(index), ["CurrentValue"] = items[index]?.DeepClone() };
}
