using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using WorkflowAccountability.Procedure.Forms;
using WorkflowAccountability.Procedure.Regulation;

namespace WorkflowAccountability.Procedure.Notifications;

/// <summary>A notice's text as it is stored: what is a text of the interface stays one, so that the title of a step is read in the reader's language and not in the writer's.</summary>
public static class NoticeText
{
    // What it says in Chinese lies beside, for the search; nobody reads it from there.
    private static readonly CultureInfo chinese = CultureInfo.GetCultureInfo(Chinese), english = CultureInfo.GetCultureInfo(English);

    private const string Source = "source", Key = "key", Arguments = "arguments", Chinese = "zh-CN", English = "en";

    /// <summary>The values of a text, a JSON array.</summary>
    public static string Write(Text text) => ValuesOf(text).ToJsonString(FormJsonText.Options);

    /// <summary>The text again.</summary>
    public static Text Read(string source, string key, string arguments)
    {
        using var values = JsonDocument.Parse(arguments);
        return Of(source, key, values.RootElement);
    }

    private static JsonArray ValuesOf(Text text) => [.. text.Arguments.Select(argument => argument switch
    {
        null => null,
        Text inner => new JsonObject { [Source] = inner.Resource.FullName, [Key] = inner.Key, [Arguments] = ValuesOf(inner), ["said"] = inner.In(chinese) },
        Said words => new JsonObject { [Chinese] = words.In(chinese), [English] = words.In(english) },
        _ => (JsonNode?)JsonValue.Create(argument.ToString()),
    })];

    private static Text Of(string source, string key, JsonElement values) =>
        new(typeof(Notice).Assembly.GetType(source, throwOnError: true)!, key, [.. values.EnumerateArray().Select(ValueOf)]);

    private static object? ValueOf(JsonElement value)
    {
        if (value.ValueKind is not JsonValueKind.Object)
            return value.GetString();
        if (value.TryGetProperty(Source, out var source))
            return Of(source.GetString()!, value.GetProperty(Key).GetString()!, value.GetProperty(Arguments));
        var (inChinese, inEnglish) = (value.GetProperty(Chinese).GetString()!, value.GetProperty(English).GetString()!);
        return new Said(culture => Said.IsChinese(culture) ? inChinese : inEnglish);
    }
}
