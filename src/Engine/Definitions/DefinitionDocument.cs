using System.Text.Json.Nodes;
using WorkflowAccountability.Engine.Activities;

namespace WorkflowAccountability.Engine.Definitions;

/// <summary>
/// A definition as JSON, taken in and given out without loss. What is unknown in it stays where it is; an activity of an unknown type becomes an
/// <c>Elsa.NotFoundActivity</c> that holds the original, as Elsa does, and is the original again when it is given out.
/// </summary>
public static class DefinitionDocument
{
    private const string NotFound = "Elsa.NotFoundActivity";
    private static readonly string[] hostCode = ["C#", "CSharp", "Python"];

    /// <summary>Takes a definition in.</summary>
    /// <param name="json">Elsa 3 JSON.</param>
    /// <param name="registry">The types that are known.</param>
    /// <param name="library">Workflows that may be used as activities; null for none.</param>
    /// <exception cref="InvalidWorkflowDefinitionException">It is no JSON object, or malformed.</exception>
    public static ImportedDefinition Import(string json, ActivityRegistry registry, WorkflowLibrary? library = null)
    {
        var definition = StrictJson.Parse(json);
        var report = new List<string>();
        var isKnown = (JsonObject activity) => registry.Knows(TypeOf(activity)!) || (library ?? new()).Find(new(activity, "$", [])) is not null;
        Replace(definition, "$", (activity, path) =>
        {
            if (TypeOf(activity) == NotFound || isKnown(activity))
                return null;
            report.Add($"{path}: the type '{TypeOf(activity)}' is not known here; it is kept and never run.");
            return Keep(activity);
        });
        Walk(definition, "$", (part, path) =>
        {
            if (part["type"] is JsonValue type && type.ToString() is var language && hostCode.Contains(language) && part.ContainsKey("value"))
                report.Add($"{path}: a script in {language} is kept and never run.");
        });
        return new(definition.ToJsonString(), report);
    }

    /// <summary>Gives a definition out: every activity that was not found is what it was, where it now stands.</summary>
    public static string Export(string json)
    {
        var definition = StrictJson.Parse(json);
        Replace(definition, "$", (activity, _) => TypeOf(activity) == NotFound ? Restore(activity) : null);
        return definition.ToJsonString();
    }

    private static JsonObject Keep(JsonObject activity)
    {
        var type = TypeOf(activity)!;
        var version = activity["version"] is JsonValue number && number.TryGetValue<int>(out var given) ? given : 0;
        var kept = new JsonObject
        {
            ["missingTypeName"] = type,
            ["missingTypeVersion"] = version,
            ["originalActivityJson"] = activity.ToJsonString(),
            ["id"] = activity["id"]?.DeepClone(),
            ["nodeId"] = activity["nodeId"]?.DeepClone(),
            ["name"] = activity["name"]?.DeepClone(),
            ["type"] = NotFound,
            ["version"] = 1,
            ["customProperties"] = new JsonObject { ["canStartWorkflow"] = false, ["runAsynchronously"] = false },
            ["metadata"] = new JsonObject { ["displayText"] = $"Not Found: {type}", ["description"] = $"Could not find activity type {type} with version {version}" },
        };
        if (DesignerOf(activity) is { } designer)
            kept["metadata"]!["designer"] = designer.DeepClone();
        return kept;
    }

    private static JsonObject? Restore(JsonObject kept)
    {
        if (kept["originalActivityJson"] is not JsonValue text || StrictJson.ParseValue(text.ToString()) is not JsonObject original)
            return null;
        if (DesignerOf(kept) is { } designer && !JsonNode.DeepEquals(designer, DesignerOf(original)))
        {
            var metadata = original["metadata"] as JsonObject;
            if (metadata is null)
                original["metadata"] = metadata = [];
            metadata["designer"] = designer.DeepClone();
        }
        return original;
    }

    private static JsonNode? DesignerOf(JsonObject activity) => (activity["metadata"] as JsonObject)?["designer"];

    // The outermost are replaced whole: what is within an unknown activity is its own affair.
    private static void Replace(JsonNode? node, string path, Func<JsonObject, string, JsonObject?> instead)
    {
        foreach (var (child, at, set) in Children(node, path))
            if (IsActivity(child) && instead((JsonObject)child!, at) is { } other)
                set(other);
            else
                Replace(child, at, instead);
    }

    private static void Walk(JsonNode? node, string path, Action<JsonObject, string> visit)
    {
        if (node is JsonObject part)
            visit(part, path);
        foreach (var (child, at, _) in Children(node, path))
            Walk(child, at, visit);
    }

    private static List<(JsonNode? Child, string Path, Action<JsonNode> Set)> Children(JsonNode? node, string path) => node switch
    {
        JsonObject part => [.. part.Select(member => (member.Value, $"{path}.{member.Key}", new Action<JsonNode>(other => part[member.Key] = other)))],
        JsonArray list => [.. list.Select((item, index) => (item, $"{path}[{index}]", new Action<JsonNode>(other => list[index] = other)))],
        _ => [],
    };

    // An expression has a type too, but neither a namespace in it nor a version beside it.
    internal static bool IsActivity(JsonNode? node) =>
        node is JsonObject part && TypeOf(part) is { } type && !part.ContainsKey("expression")
        && (part.ContainsKey("id") || part.ContainsKey("version")) && (type.Contains('.') || part["version"] is JsonValue)
        && !part.ContainsKey("typeName");

    private static string? TypeOf(JsonObject activity) => activity["type"] is JsonValue value && value.TryGetValue<string>(out var type) ? type : null;
}

/// <summary>A definition that was taken in.</summary>
/// <param name="Json">As it is kept.</param>
/// <param name="Report">What in it will never run here, each with its path; with anything here it can be kept as a draft, and not published.</param>
public sealed record ImportedDefinition(string Json, IReadOnlyList<string> Report)
{
    /// <summary>Whether all of it may run.</summary>
    public bool MayRun => Report.Count == 0;
}
