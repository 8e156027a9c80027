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
            throw new InvalidWorkflowDefinitionException(
                [new(PathOfFault(json), $"malformed, or deeper than {Deepest}, in line {fault.LineNumber + 1} at byte {fault.BytePositionInLine + 1}: {fault.Message}")]);
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

    private static string PathOfFault(string json)
    {
        var reader = new Utf8JsonReader(Encoding.UTF8.GetBytes(json), new() { MaxDepth = Deepest });
        var path = new Stack<string>(["$"]);
        try
        {
            while (reader.Read())
                if (reader.TokenType is JsonTokenType.PropertyName)
                    path.Push("." + reader.GetString());
                else if (reader.TokenType is JsonTokenType.StartArray)
                    path.Push("[0]");
                else
                    Leave(path, reader.TokenType);
        }
        catch (JsonException)
        {
            return string.Concat(path.Reverse());
        }
        return "$"; // well-formed as such: a property is there twice
    }

    // A value ends its property, or moves on to the array's next element.
    private static void Leave(Stack<string> path, JsonTokenType token)
    {
        if (token is JsonTokenType.StartObject)
            return;
        if (token is JsonTokenType.EndArray)
            path.Pop();
        if (path.Peek() is ['[', .. var index, ']'])
        {
            path.Pop();
            path.Push($"[{int.Parse(index, System.Globalization.CultureInfo.InvariantCulture) + 1}]");
        }
        else if (path.Count > 1)
            path.Pop();
    }
}
