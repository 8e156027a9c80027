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
    private static readonly CultureInfo chinese = CultureInfo.GetCultureInfo("zh-CN");

    private const string Source = "source", Key = "key", Arguments = "arguments";

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
        _ => (JsonNode?)JsonValue.Create(argument.ToString()),
    })];

    private static Text Of(string source, string key, JsonElement values) => new(typeof(Notice).Assembly.GetType(source, throwOnError: true)!, key,
        [.. values.EnumerateArray().Select(value => value.ValueKind is JsonValueKind.Object
            ? Of(value.GetProperty(Source).GetString()!, value.GetProperty(Key).GetString()!, value.GetProperty(Arguments)) : (object?)value.GetString())]);
}
