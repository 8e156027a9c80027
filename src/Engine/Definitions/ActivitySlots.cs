using System.Text.Json.Nodes;
using WorkflowAccountability.Engine.Activities;

namespace WorkflowAccountability.Engine.Definitions;

/// <summary>Where an activity of a definition has others inside it: only there does its JSON hold activities, whatever else looks like one.</summary>
internal static class ActivitySlots
{
    /// <summary>Where a definition holds its outermost activity.</summary>
    public static IEnumerable<ActivitySlot> Root(JsonObject definition) => At(definition, definition.ContainsKey("root") ? "root" : "Root", "$");

    /// <summary>The name of an activity's type; empty where it has none.</summary>
    public static string TypeOf(JsonObject activity) =>
        (activity["type"] ?? activity["Type"]) is JsonValue value && value.TryGetValue<string>(out var type) ? type : "";

    /// <summary>The activities directly within one, each with its path and a way to put another in its place.</summary>
    /// <param name="activity">The activity's JSON.</param>
    /// <param name="path">Where it is.</param>
    /// <param name="descriptor">Its type; null for one that is not known, whose inside is its own affair.</param>
    public static IEnumerable<ActivitySlot> Within(JsonObject activity, string path, ActivityDescriptor? descriptor)
    {
        foreach (var key in KeysOf(descriptor))
        {
            var name = activity.ContainsKey(key) ? key : MemberNames.Pascal(key);
            foreach (var slot in At(activity, name, path))
                yield return slot;
        }
    }

    private static IEnumerable<string> KeysOf(ActivityDescriptor? descriptor) => descriptor is null ? [] :
    [
        .. descriptor.IsContainer ? ["activities"] : (string[])[],
        .. descriptor.ListsBranches ? ["branches"] : (string[])[],
        .. descriptor.Embedded.Select(MemberNames.Camel),
        .. descriptor.Inputs.Any(input => input.UiHint == "switch-editor") ? ["cases"] : (string[])[],
    ];

    private static IEnumerable<ActivitySlot> At(JsonObject holder, string key, string path) => holder[key] switch
    {
        JsonObject wrapped when wrapped["$values"] is JsonArray list => InList(list, $"{path}.{key}"),
        JsonObject lone => [new(lone, $"{path}.{key}", other => holder[key] = other)],
        JsonArray list => InList(list, $"{path}.{key}"),
        _ => [],
    };

    // A case of a switch holds its activity, a list of activities holds them outright.
    private static IEnumerable<ActivitySlot> InList(JsonArray list, string path)
    {
        for (var index = 0; index < list.Count; index++)
            if (list[index] is JsonObject item)
            {
                var at = index;
                var isCase = !item.ContainsKey("type") && !item.ContainsKey("Type");
                foreach (var slot in isCase ? At(item, "activity", $"{path}[{index}]") : [new(item, $"{path}[{index}]", other => list[at] = other)])
                    yield return slot;
            }
    }
}

/// <summary>A place of a definition that holds an activity.</summary>
internal sealed record ActivitySlot(JsonObject Activity, string Path, Action<JsonObject> Put);
