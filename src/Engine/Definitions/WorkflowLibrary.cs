using System.Text.Json.Nodes;
using WorkflowAccountability.Engine.Activities;

namespace WorkflowAccountability.Engine.Definitions;

/// <summary>The definitions that others may use as activities.</summary>
public sealed class WorkflowLibrary
{
    private readonly List<JsonObject> definitions = [];

    /// <summary>Adds a version of a definition.</summary>
    /// <exception cref="InvalidWorkflowDefinitionException">It is no JSON object.</exception>
    public void Add(string json) => definitions.Add(StrictJson.Parse(json));

    /// <summary>The types of activity that they are for others, one for each version; only published ones are offered.</summary>
    public IReadOnlyList<ActivityDescriptor> Descriptors =>
        [.. definitions.Select(definition => new DefinitionPart(definition, "$", [])).Select(envelope =>
            UsedWorkflow.DescriptorOf(envelope, TypeNameOf(envelope.Text("name") ?? ""), UsedWorkflow.InputsOf(envelope)))];

    /// <summary>The name of the activity type that a workflow of this name becomes, as in Elsa: <c>Parent With Wait</c> is
    /// <c>ParentWithWait</c>.</summary>
    public static string TypeNameOf(string workflowName) => string.Concat(workflowName.Split([' ', '-', '_', '.'], StringSplitOptions.RemoveEmptyEntries)
        .Select(word => char.ToUpperInvariant(word[0]) + word[1..]));

    internal bool Knows(JsonObject activity) => Find(new(activity, "$", [])) is not null;

    // Elsa's order: by type and version, then by the id of the version, then by the id of the definition, there the newest.
    internal JsonObject? Find(DefinitionPart use)
    {
        var named = Newest(definition => TypeNameOf(Text(definition, "name")) == use.Text("type"));
        return named.FirstOrDefault(definition => VersionOf(definition) == use.Number("version", otherwise: 1))
            ?? Newest(definition => Text(definition, "id") == (use.TextIfText("workflowDefinitionVersionId") ?? "-")).FirstOrDefault()
            ?? Newest(definition => Text(definition, "definitionId") == (use.TextIfText("workflowDefinitionId") ?? "-")).FirstOrDefault()
            ?? named.FirstOrDefault();
    }

    private List<JsonObject> Newest(Func<JsonObject, bool> isMeant) => [.. definitions.Where(isMeant).OrderByDescending(VersionOf)];

    private static int VersionOf(JsonObject definition) => definition["version"] is JsonValue value && value.TryGetValue<int>(out var version) ? version : 1;

    private static string Text(JsonObject definition, string key) =>
        definition[key] is JsonValue value && value.TryGetValue<string>(out var text) ? text : "";
}
