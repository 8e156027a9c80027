using System.Text.Json.Nodes;

namespace WorkflowAccountability.Engine.Definitions;

/// <summary>The activities in the JSON of a definition, wherever they are embedded.</summary>
public static class ActivityNodes
{
    /// <summary>The root and everything within it, containers before their contents. What is within an activity that was not found is its own affair.</summary>
    public static IEnumerable<JsonObject> Of(JsonObject definition) => Within(definition["root"]);

    private static IEnumerable<JsonObject> Within(JsonNode? node)
    {
        if (IsActivity(node))
            yield return (JsonObject)node!;
        foreach (var child in node switch
        {
            JsonObject part => part.Where(member => member.Key is not ("metadata" or "customProperties")).Select(member => member.Value),
            JsonArray list => list,
            _ => [],
        })
            foreach (var inner in Within(child))
                yield return inner;
    }

    // An expression has a type too, but neither an id nor a version beside it.
    private static bool IsActivity(JsonNode? node) => node is JsonObject part && part["type"] is JsonValue && (part["id"] is JsonValue || part["version"] is JsonValue)
        && !part.ContainsKey("expression") && !part.ContainsKey("typeName");
}
