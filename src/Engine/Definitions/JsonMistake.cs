using System.Text;
using System.Text.Json;

namespace WorkflowAccountability.Engine.Definitions;

/// <summary>What is wrong with a text that is no JSON, in words that can be translated: the parser's own are English.</summary>
public static class JsonMistake
{
    /// <summary>Where the text breaks off from being JSON, and by what.</summary>
    /// <param name="fault">What the parser said of the very text.</param>
    /// <param name="deepest">How many levels the parser was told to go down.</param>
    public static DefinitionFault Of(string json, JsonException fault, int deepest)
    {
        var bytes = Encoding.UTF8.GetBytes(json);
        var reader = new Utf8JsonReader(bytes, new() { MaxDepth = deepest });
        var path = new Stack<string>(["$"]);
        var names = new Stack<HashSet<string>>();
        DefinitionFault? twice = null;
        try
        {
            while (reader.Read())
            {
                if (reader.TokenType is JsonTokenType.StartObject or JsonTokenType.StartArray)
                    names.Push([]);
                else if (reader.TokenType is JsonTokenType.EndObject or JsonTokenType.EndArray)
                    names.Pop();
                else if (reader.TokenType is JsonTokenType.PropertyName && reader.GetString() is { } name && !names.Peek().Add(name))
                    twice ??= new(string.Concat(path.Reverse()), $"the property '{name}' is there twice.");
                Follow(path, ref reader);
            }
        }
        catch (JsonException)
        {
            return new(string.Concat(path.Reverse()), Words(bytes, fault, names.Count < deepest ? null : deepest));
        }
        return twice ?? new("$", Words(bytes, fault, null));
    }

    private static FormattableString Words(byte[] json, JsonException fault, int? deepest)
    {
        var (line, at) = (fault.LineNumber ?? 0, fault.BytePositionInLine ?? 0);
        var place = StartOf(json, line) + at;
        if (place >= json.Length)
            return $"malformed in line {line + 1} at byte {at + 1}: the text ends too early.";
        if (deepest is { } levels && json[place] is (byte)'{' or (byte)'[')
            return $"deeper than {levels} levels in line {line + 1} at byte {at + 1}.";
        Rune.DecodeFromUtf8(json.AsSpan((int)place), out var character, out _);
        return $"malformed in line {line + 1} at byte {at + 1}: '{character}' cannot stand there.";
    }

    private static long StartOf(byte[] json, long line)
    {
        var start = 0;
        for (; line > 0 && Array.IndexOf(json, (byte)'\n', start) is >= 0 and var end; line--)
            start = end + 1;
        return start;
    }

    private static void Follow(Stack<string> path, ref Utf8JsonReader reader)
    {
        if (reader.TokenType is JsonTokenType.PropertyName)
            path.Push("." + reader.GetString());
        else if (reader.TokenType is JsonTokenType.StartArray)
            path.Push("[0]");
        else
            Leave(path, reader.TokenType);
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
