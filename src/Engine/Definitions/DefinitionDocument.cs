using System.Text.Json.Nodes;
using WorkflowAccountability.Engine.Activities;

namespace WorkflowAccountability.Engine.Definitions;

/// <summary>
/// A definition as JSON, taken in and given out without loss. What is unknown in it stays where it is; an activity of an unknown type becomes an
/// <c>Elsa.NotFoundActivity</c> that holds the original, as Elsa does, and is the original again when it is given out.
/// </summary>
public static class DefinitionDocument
{
    private static readonly string[] hostCode = ["C#", "CSharp", "Python", "F#", "Delegate"];
    private static readonly string[] runsCode = ["Elsa.RunCSharp", "Elsa.RunPython", "Elsa.Inline"];
    private static readonly string[] talks =
        ["Elsa.HttpEndpoint", "Elsa.SendHttpRequest", "Elsa.FlowSendHttpRequest", "Elsa.WriteHttpResponse", "Elsa.WriteFileHttpResponse", "Elsa.DownloadHttpFile"];

    /// <summary>Takes a definition in.</summary>
    /// <param name="json">Elsa 3 JSON.</param>
    /// <param name="registry">The types that are known.</param>
    /// <param name="library">Workflows that may be used as activities; null for none.</param>
    /// <exception cref="InvalidWorkflowDefinitionException">It is no JSON object, malformed, too large or too deep.</exception>
    public static ImportedDefinition Import(string json, ActivityRegistry registry, WorkflowLibrary? library = null)
    {
        var definition = StrictJson.Parse(json);
        var report = new List<ImportFinding>();
        var count = 0;
        foreach (var slot in ActivitySlots.Root(definition))
            Import(slot);
        ReportScripts(definition, "$", report);
        return new(StrictJson.Write(definition), report);

        void Import(ActivitySlot slot)
        {
            if (++count > ActivityReader.MostActivities)
                throw new InvalidWorkflowDefinitionException([ActivityReader.TooMany]);
            var original = NotFound.Original(slot.Activity) ?? slot.Activity;
            var type = ActivitySlots.TypeOf(original);
            var isKnown = type != NotFound.Type && registry.Knows(type) || (library?.Knows(original) ?? false);
            if (!isKnown)
            {
                report.Add(new(slot.Path, ReasonOf(type), type));
                if (original == slot.Activity)
                    slot.Put(NotFound.Keep(original));
                return;
            }
            if (original != slot.Activity)
                slot.Put(original);
            foreach (var inner in ActivitySlots.Within(original, slot.Path, registry.Find(type)))
                Import(inner);
        }
    }

    /// <summary>Gives a definition out: every activity that was not found is what it was, where it now stands.</summary>
    public static string Export(string json)
    {
        var definition = StrictJson.Parse(json);
        Restore(definition);
        return StrictJson.Write(definition);
    }

    // Within the original nothing is restored: it is given out as it was.
    internal static void Restore(JsonNode? node)
    {
        foreach (var (child, put) in Children(node))
            if (child is JsonObject activity && NotFound.Original(activity) is { } original)
                put(original);
            else
                Restore(child);
    }

    private static ImportReason ReasonOf(string type) =>
        runsCode.Contains(type) || type.StartsWith("Elsa.Dynamic.HostMethod.", StringComparison.Ordinal) ? ImportReason.HostCode
        : talks.Contains(type) ? ImportReason.Network
        : ImportReason.UnknownType;

    private static void ReportScripts(JsonNode? node, string path, List<ImportFinding> report)
    {
        if (node is JsonObject part && part.ContainsKey("value") && part["type"] is JsonValue type && hostCode.Contains(type.ToString()))
            report.Add(new(path, ImportReason.ScriptLanguage, type.ToString()));
        var index = 0;
        foreach (var (key, child) in node is JsonObject holder ? holder : Enumerable.Empty<KeyValuePair<string, JsonNode?>>())
            ReportScripts(child, $"{path}.{key}", report);
        foreach (var child in node as JsonArray ?? [])
            ReportScripts(child, $"{path}[{index++}]", report);
    }

    private static List<(JsonNode? Child, Action<JsonNode> Put)> Children(JsonNode? node) => node switch
    {
        JsonObject part => [.. part.Select(member => (member.Value, new Action<JsonNode>(other => part[member.Key] = other)))],
        JsonArray list => [.. list.Select((item, index) => (item, new Action<JsonNode>(other => list[index] = other)))],
        _ => [],
    };
}
