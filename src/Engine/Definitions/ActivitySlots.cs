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
        JsonObject wrapped when IsList(key) && wrapped["$values"] is JsonArray list => InList(list, key, $"{path}.{key}"),
        JsonObject lone => Held(lone, key, $"{path}.{key}", other => holder[key] = other),
        JsonArray list => InList(list, key, $"{path}.{key}"),
        _ => [],
    };

    // What holds one activity is never read as a list, whatever else stands in it.
    private static bool IsList(string key) => MemberNames.Camel(key) is "activities" or "branches" or "cases";

    private static IEnumerable<ActivitySlot> InList(JsonArray list, string key, string path)
    {
        for (var index = 0; index < list.Count; index++)
            if (list[index] is JsonObject item)
            {
                var at = index;
                foreach (var slot in Held(item, key, $"{path}[{index}]", other => list[at] = other))
                    yield return slot;
            }
    }

    // A case of a switch holds its activity, whatever else it has; a list of activities holds them outright.
    private static IEnumerable<ActivitySlot> Held(JsonObject item, string key, string path, Action<JsonObject> put) =>
        key is "cases" or "Cases" ? At(item, "activity", path) : [new(item, path, put)];
}

/// <summary>A place of a definition that holds an activity.</summary>
internal sealed record ActivitySlot(JsonObject Activity, string Path, Action<JsonObject> Put);
