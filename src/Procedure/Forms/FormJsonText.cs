using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Unicode;

namespace WorkflowAccountability.Procedure.Forms;

/// <summary>Forms as JSON: property names as declared, enums by name, unknown names refused.</summary>
public static class FormJsonText
{
    /// <summary>The one set of options for stored forms.</summary>
    public static JsonSerializerOptions Options { get; } = new()
    {
        Converters = { new JsonStringEnumConverter() },
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
        Encoder = JavaScriptEncoder.Create(UnicodeRanges.All),
    };

    /// <summary>Writes a form.</summary>
    public static string Write(object form) => JsonSerializer.Serialize(form, form.GetType(), Options);

    /// <summary>Reads a form; a name it does not know is an error.</summary>
    public static object Read(string json, Type type) =>
        JsonSerializer.Deserialize(json, type, Options) ?? throw new JsonException($"A stored {type.Name} is null.");
}
