using System.Text.Json.Nodes;

namespace WorkflowAccountability.Engine.Definitions;

/// <summary>The activities in the JSON of a definition, wherever they are embedded.</summary>
public static class ActivityNodes
{
    /// <summary>The root and everything within it, containers before their contents. What is within an activity that was not found is its own affair.</summary>
    public static IEnumerable<JsonObject> Of(JsonObject definition) => Within(definition["root"], "").Select(each => each.Activity);

    /// <summary>Writes the path of every activity (<c>Workflow1:root:child</c>), as Elsa's designer needs it.</summary>
    public static void WriteIds(JsonObject definition)
    {
        foreach (var (activity, path) in Within(definition["root"], "Workflow1").ToList())
            activity["nodeId"] = path;
    }

    private static IEnumerable<(JsonObject Activity, string Path)> Within(JsonNode? node, string path)
    {
        if (node is JsonObject activity && IsActivity(activity))
        {
            path = $"{path}:{(activity["id"] is JsonValue id ? id.ToString() : "")}";
            yield return (activity, path);
        }
        foreach (var child in node switch
        {
            JsonObject part => part.Where(member => member.Key is not ("metadata" or "customProperties")).Select(member => member.Value),
            JsonArray list => list,
            _ => [],
        })
            foreach (var inner in Within(child, path))
                yield return inner;
    }

    // An expression has a type too, but neither a namespace in it nor a version beside it.
    private static bool IsActivity(JsonObject part) =>
        part["type"] is JsonValue value && value.TryGetValue<string>(out var type) && !part.ContainsKey("expression") && !part.ContainsKey("typeName")
        && (part.ContainsKey("id") || part.ContainsKey("version")) && (type.Contains('.') || part["version"] is JsonValue);
}
