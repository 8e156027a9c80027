using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;

namespace WorkflowAccountability.Engine.Expressions;

/// <summary>Values travel as JSON; the designer sends numbers, truth values and even lists as text.</summary>
internal static class JsonConversion
{
    private static readonly JsonSerializerOptions options =
        new(JsonSerializerDefaults.Web) { Converters = { new JsonStringEnumConverter() } };

    public static JsonNode? From<T>(T? value) => value is JsonNode node ? node : JsonSerializer.SerializeToNode(value, options);

    public static T? To<T>(JsonNode? value) => value switch
    {
        null => default,
        T same => same,
        JsonValue text when text.TryGetValue<T>(out var fitting) => fitting,
        JsonValue text when text.TryGetValue<string>(out var content) => FromText<T>(content),
        _ when typeof(T) == typeof(string) => (T)(object)value.ToJsonString(),
        _ => value.Deserialize<T>(options),
    };

    private static T? FromText<T>(string text)
    {
        var plain = Nullable.GetUnderlyingType(typeof(T)) ?? typeof(T);
        if (text.Length == 0 && plain.IsValueType)
            return default;
        if (plain == typeof(bool))
            return (T)(object)bool.Parse(text);
        return text.TrimStart() is ['{' or '[', ..]
            ? JsonSerializer.Deserialize<T>(text, options)
            : JsonValue.Create(text).Deserialize<T>(options);
    }
}
