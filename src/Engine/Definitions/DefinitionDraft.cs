using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using WorkflowAccountability.Engine.Activities;

namespace WorkflowAccountability.Engine.Definitions;

/// <summary>What a designer hands in, made into the JSON of a version.</summary>
public static class DefinitionDraft
{
    /// <summary>The custom property that travels to the designer and back: the hash of what he was shown.</summary>
    public const string SeenProperty = "Accountability:Seen";

    private static readonly JsonSerializerOptions written = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, WriteIndented = true };
    private static readonly string[] aboutTheVersion = ["$schema", "id", "definitionId", "createdAt", "version", "toolVersion", "isLatest", "isPublished", "links", "materializerName"];
    private static readonly string[] order =
    [
        "$schema", "id", "definitionId", "name", "description", "createdAt", "version", "toolVersion", "variables", "inputs", "outputs", "outcomes",
        "customProperties", "isReadonly", "isSystem", "isLatest", "isPublished", "options",
    ];

    /// <summary>The hash of what the designer was shown, as he hands it back; null if he does not.</summary>
    /// <exception cref="InvalidWorkflowDefinitionException">It is no JSON object, or malformed.</exception>
    public static string? SeenIn(string json) =>
        (StrictJson.Parse(json)["customProperties"] as JsonObject)?[SeenProperty] is JsonValue seen && seen.TryGetValue<string>(out var hash) ? hash : null;

    /// <summary>The definition that a file says it is of; null where it says nothing usable.</summary>
    public static string? DefinitionIdIn(string json)
    {
        try
        {
            return StrictJson.Parse(json)["definitionId"] is JsonValue id && id.TryGetValue<string>(out var text) && text.Length is > 0 and <= 64 && text.All(IsPlain) ? text : null;
        }
        catch (InvalidWorkflowDefinitionException)
        {
            return null;
        }
    }

    private static bool IsPlain(char letter) => char.IsAsciiLetterOrDigit(letter) || letter is '-' or '_' or '.';

    /// <summary>The JSON of the version: what was handed in, what the designer left out of the version before, and the version's own ids.</summary>
    /// <param name="before">The version before; null for none.</param>
    /// <exception cref="InvalidWorkflowDefinitionException">It is no JSON object, malformed, or has no root.</exception>
    public static string Compose(string handedIn, string? before, string id, string definitionId, int version, DateTimeOffset createdAt)
    {
        var all = StrictJson.Parse(DesignerForm.Take(StrictJson.Parse(handedIn), before));
        if (all["root"] is not JsonObject)
            throw new InvalidWorkflowDefinitionException([new("$", $"has no 'root' activity.")]);
        (all["id"], all["definitionId"], all["version"], all["createdAt"]) = (id, definitionId, version, createdAt.ToString("O", CultureInfo.InvariantCulture));
        (all["isLatest"], all["isPublished"]) = (true, false);
        all.Remove("materializerName");
        (all["customProperties"] as JsonObject)?.Remove(SeenProperty);
        var composed = new JsonObject();
        foreach (var key in order.Concat(all.Select(member => member.Key).Where(key => key != "root")).Append("root").Distinct().Where(all.ContainsKey))
            composed[key] = all[key]?.DeepClone();
        return composed.ToJsonString(written);
    }

    /// <summary>Whether two versions say the same, whatever the designer added: sizes, empty lists, the version's own ids.</summary>
    public static bool SaysTheSame(string one, string other) => Essence(StrictJson.Parse(one)) == Essence(StrictJson.Parse(other));

    /// <summary>Whether what was handed in says what the version says, as it is kept or as the designer was given it.</summary>
    public static bool ChangesNothing(string handedIn, string kept, ActivityRegistry activities) =>
        SaysTheSame(kept, DesignerForm.Take(StrictJson.Parse(handedIn))) || Essence(DesignerForm.Of(kept, activities)) == Essence(StrictJson.Parse(handedIn));

    /// <summary>How many activities there are within the root.</summary>
    public static int ActivityCount(string json) => ActivityNodes.Of(StrictJson.Parse(json)).Count() - 1;

    private static string Essence(JsonObject definition)
    {
        foreach (var key in aboutTheVersion)
            definition.Remove(key);
        (definition["customProperties"] as JsonObject)?.Remove(SeenProperty);
        var text = new StringBuilder();
        Write(definition, "", text);
        return text.ToString();
    }

    // A line per value, in the order of the names; what is null or empty is not there.
    private static void Write(JsonNode? node, string path, StringBuilder text)
    {
        if (node is JsonObject part)
            foreach (var (key, value) in part.OrderBy(member => member.Key, StringComparer.Ordinal))
            {
                if (key != "nodeId" && !(key == "size" && path.EndsWith(".designer", StringComparison.Ordinal)))
                    Write(value, $"{path}.{key}", text);
            }
        else if (node is JsonArray list)
            foreach (var (item, index) in list.Select((item, index) => (item, index)))
                Write(item, $"{path}[{index}]", text);
        else if (node is JsonValue single)
            text.Append(path).Append('=').AppendLine(single.TryGetValue<decimal>(out var number)
                ? Math.Round(number, 6).ToString("0.######", CultureInfo.InvariantCulture) : single.ToJsonString());
    }
}
