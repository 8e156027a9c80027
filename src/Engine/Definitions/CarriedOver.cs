using System.Text.Json.Nodes;

namespace WorkflowAccountability.Engine.Definitions;

/// <summary>
/// What the designer loses: it reads the envelope, variables, inputs, outputs, options and connections into types of its own, and writes back only what
/// these know. Activities it leaves whole.
/// </summary>
internal static class CarriedOver
{
    // What the designer knows of each: where it leaves these out, somebody took them out.
    private static readonly string[] envelope =
    [
        "id", "definitionId", "tenantId", "name", "description", "createdAt", "version", "toolVersion", "variables", "inputs", "outputs", "outcomes",
        "customProperties", "isReadonly", "isSystem", "isLatest", "isPublished", "options", "root", "usableAsActivity", "links",
    ];
    private static readonly string[] options =
        ["activationStrategyType", "usableAsActivity", "autoUpdateConsumingWorkflows", "activityCategory", "incidentStrategyType", "commitStrategyName"];
    private static readonly string[] variable = ["id", "name", "typeName", "isArray", "value", "storageDriverTypeName"];
    private static readonly string[] argument =
        ["type", "name", "displayName", "description", "category", "uiHint", "storageDriverType", "isArray", "defaultValue"];
    private static readonly string[] connection = ["source", "target", "vertices"];
    private static readonly string[] inert = ["connections", "customProperties", "metadata"]; // whatever is in these, it is no flowchart
    private static readonly string[] end = ["activity", "port"];

    /// <summary>Adds it to what came back.</summary>
    public static void Into(JsonObject edited, JsonObject before)
    {
        Add(edited, before, envelope);
        if (edited["options"] is JsonObject optionsNow && before["options"] is JsonObject optionsBefore)
            Add(optionsNow, optionsBefore, options);
        AddToEach(edited["variables"], before["variables"], variable, item => Text(item, "id"));
        AddToEach(edited["inputs"], before["inputs"], argument, item => Text(item, "name"));
        AddToEach(edited["outputs"], before["outputs"], argument, item => Text(item, "name"));
        var flowcharts = Flowcharts(before).GroupBy(flowchart => Text(flowchart, "id")).ToDictionary(same => same.Key, same => same.First());
        foreach (var flowchart in Flowcharts(edited).ToList()) // what is carried over is not asked again
            if (flowcharts.TryGetValue(Text(flowchart, "id"), out var same))
            {
                AddToEach(flowchart["connections"], same["connections"], connection, EndsOf);
                foreach (var side in (string[])["source", "target"])
                    AddToEach(flowchart["connections"], same["connections"], end, EndsOf, item => item[side] as JsonObject);
                AddToEach(flowchart["variables"], same["variables"], variable, item => Text(item, "id"));
            }
    }

    private static void AddToEach(
        JsonNode? edited, JsonNode? before, string[] known, Func<JsonObject, string> keyOf, Func<JsonObject, JsonObject?>? within = null)
    {
        var byKey = (before as JsonArray ?? []).OfType<JsonObject>().GroupBy(keyOf).ToDictionary(same => same.Key, same => same.First());
        foreach (var item in (edited as JsonArray ?? []).OfType<JsonObject>())
            if (byKey.TryGetValue(keyOf(item), out var same) && (within is null ? item : within(item)) is { } to && (within is null ? same : within(same)) is { } from)
                Add(to, from, known);
    }

    private static void Add(JsonObject to, JsonObject from, string[] known)
    {
        foreach (var (key, value) in from)
            if (!known.Contains(key) && !to.ContainsKey(key))
                to[key] = value?.DeepClone();
    }

    private static IEnumerable<JsonObject> Flowcharts(JsonNode? node) => node switch
    {
        JsonObject part => (part["connections"] is JsonArray ? [part] : Enumerable.Empty<JsonObject>()).Concat(part.Where(member => !inert.Contains(member.Key)).SelectMany(member => Flowcharts(member.Value))),
        JsonArray list => list.SelectMany(Flowcharts),
        _ => [],
    };

    private static string EndsOf(JsonObject connection) =>
        string.Join('\n', from side in (string[])["source", "target"] from part in end select (connection[side] as JsonObject)?[part]?.ToString() ?? "");

    private static string Text(JsonObject item, string key) => item[key]?.ToString() ?? "";
}
