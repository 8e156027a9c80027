using System.Text.Json.Nodes;

namespace WorkflowAccountability.Engine.Definitions;

/// <summary>Gives an id to each activity of a definition that has none, as Elsa does: <c>WriteLine1</c>, <c>WriteLine2</c> … None that the
/// definition uses already is given again.</summary>
internal sealed class ActivityIds
{
    private readonly HashSet<string> used = [];
    private readonly Dictionary<string, int> last = [];

    /// <param name="definition">The JSON in which ids may stand.</param>
    public ActivityIds(JsonNode? definition) => Collect(definition);

    public string Next(string type)
    {
        var shortType = type[(type.LastIndexOf('.') + 1)..];
        string id;
        do
            id = shortType + (last[shortType] = last.GetValueOrDefault(shortType) + 1);
        while (!used.Add(id));
        return id;
    }

    private void Collect(JsonNode? node)
    {
        if (node is JsonObject part && (part["id"] ?? part["Id"]) is JsonValue value && value.TryGetValue<string>(out var id))
            used.Add(id);
        foreach (var child in node switch { JsonObject holder => holder.Select(member => member.Value), JsonArray list => list, _ => [] })
            Collect(child);
    }
}
