using System.Text.Json.Nodes;
using WorkflowAccountability.Engine.Activities;

namespace WorkflowAccountability.Engine.Definitions;

/// <summary>The JSON that stands for an activity of an unknown type, as Elsa writes it.</summary>
internal static class NotFound
{
    public static string Type => NotFoundActivity.TypeDescriptor.TypeName;

    /// <summary>What stands for it, with the original inside.</summary>
    public static JsonObject Keep(JsonObject activity)
    {
        var type = ActivitySlots.TypeOf(activity);
        var version = activity["version"] is JsonValue number && number.TryGetValue<int>(out var given) ? given : 0;
        var kept = new JsonObject
        {
            ["missingTypeName"] = type,
            ["missingTypeVersion"] = version,
            ["originalActivityJson"] = StrictJson.Write(activity),
            ["id"] = activity["id"]?.DeepClone(),
            ["nodeId"] = activity["nodeId"]?.DeepClone(),
            ["name"] = activity["name"]?.DeepClone(),
            ["type"] = Type,
            ["version"] = 1,
            ["customProperties"] = new JsonObject { ["canStartWorkflow"] = false, ["runAsynchronously"] = false },
            ["metadata"] = new JsonObject { ["displayText"] = $"Not Found: {type}", ["description"] = $"Could not find activity type {type} with version {version}" },
        };
        if (DesignerOf(activity) is { } designer)
            kept["metadata"]!["designer"] = designer.DeepClone();
        return kept;
    }

    /// <summary>The original, where the designer has put it since; null for any other activity.</summary>
    public static JsonObject? Original(JsonObject kept)
    {
        if (ActivitySlots.TypeOf(kept) != Type || kept["originalActivityJson"] is not JsonValue text || !text.TryGetValue<string>(out var json)
            || StrictJson.ParseIfSound(json) is not JsonObject original)
            return null;
        if (DesignerOf(kept) is not { } designer || JsonNode.DeepEquals(designer, DesignerOf(original)))
            return original;
        if (original["metadata"] is not JsonObject metadata)
            original["metadata"] = metadata = [];
        metadata["designer"] = designer.DeepClone();
        return original;
    }

    private static JsonNode? DesignerOf(JsonObject activity) => (activity["metadata"] as JsonObject)?["designer"];
}
