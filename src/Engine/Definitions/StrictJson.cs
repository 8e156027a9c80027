using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace WorkflowAccountability.Engine.Definitions;

/// <summary>Parses the JSON of a definition; where it is broken, says at which path.</summary>
internal static class StrictJson
{
    private const int Deepest = 512;
    private const int MostBytes = 5 * 1024 * 1024;
    private static readonly JsonDocumentOptions strict = new() { MaxDepth = Deepest, AllowDuplicateProperties = false };
    private static readonly JsonSerializerOptions readable = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <exception cref="InvalidWorkflowDefinitionException">It is no JSON object, malformed, too large or too deep.</exception>
    public static JsonObject Parse(string json)
    {
        if (json.Length > MostBytes || Encoding.UTF8.GetByteCount(json) > MostBytes)
            throw new InvalidWorkflowDefinitionException([new("$", $"the definition is larger than {MostBytes / 1024 / 1024} MB.")]);
        try
        {
            var node = ParseValue(json);
            return node as JsonObject ?? throw new InvalidWorkflowDefinitionException([new("$", $"a definition is a JSON object.")]);
        }
        catch (JsonException fault)
        {
            throw new InvalidWorkflowDefinitionException([JsonMistake.Of(json, fault, Deepest)]);
        }
    }

    /// <summary>JSON within a text of the definition.</summary>
    public static JsonNode? ParseValue(string json) => JsonNode.Parse(json, documentOptions: strict);

    /// <summary>The same, of a text that may be anything: null where it is no JSON.</summary>
    public static JsonNode? ParseIfSound(string json)
    {
        try
        {
            return ParseValue(json);
        }
        catch (JsonException)
        {
            return null;
        }
    }

    /// <summary>As text, with words as people write them.</summary>
    public static string Write(JsonNode definition) => definition.ToJsonString(readable);
}
