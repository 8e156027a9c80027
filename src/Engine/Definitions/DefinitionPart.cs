using System.Diagnostics.CodeAnalysis;
using System.Text.Json;
using System.Text.Json.Nodes;
using WorkflowAccountability.Engine.Expressions;

namespace WorkflowAccountability.Engine.Definitions;

/// <summary>An object within the JSON of a definition: it knows where it is, and reports what is not as it should be instead of
/// throwing.</summary>
internal sealed class DefinitionPart(JsonObject json, string path, List<DefinitionFault> faults)
{
    private const int MostFaults = 500;
    private const int MostNames = 40;

    public JsonObject Json => json;

    public IEnumerable<string> Keys => json.Select(member => member.Key);

    public JsonNode? this[string key] => json[key];

    public string? Text(string key) => Value(key, $"a text", JsonValueKind.String)?.GetValue<string>();

    /// <summary>A text where there is one; something else there is no fault.</summary>
    public string? TextIfText(string key) => json[key] is JsonValue value && value.TryGetValue<string>(out var text) ? text : null;

    /// <summary>The same place in the definition, for another object: the workflow that is used here.</summary>
    public DefinitionPart Instead(JsonObject other) => new(other, path, faults);

    public bool Flag(string key) => Value(key, $"true or false", JsonValueKind.True, JsonValueKind.False)?.GetValue<bool>() ?? false;

    public int Number(string key, int otherwise)
    {
        if (Value(key, $"a whole number", JsonValueKind.Number) is not { } value)
            return otherwise;
        if (value.AsValue().TryGetValue<int>(out var number))
            return number;
        Fault($"'{key}' should be a whole number, but is {value.ToJsonString()}.");
        return otherwise;
    }

    public DefinitionPart? Part(string key) => Value(key, $"an object", JsonValueKind.Object) is JsonObject part ? At(part, key) : null;

    /// <summary>An object where there is one; something else there is no fault.</summary>
    public DefinitionPart? PartIfThere(string key) => json[key] is JsonObject part ? At(part, key) : null;

    /// <summary>A list of objects, in any of the shapes that Elsa has written: an array, <c>{"$values": []}</c>, or a single
    /// object.</summary>
    public IReadOnlyList<DefinitionPart> Parts(string key)
    {
        var value = Value(key, $"a list", JsonValueKind.Array, JsonValueKind.Object);
        if (value is JsonObject lone)
        {
            if (lone["$values"] is not JsonArray wrapped)
                return [At(lone, key)];
            value = wrapped;
        }
        var parts = new List<DefinitionPart>();
        foreach (var (item, index) in (value as JsonArray ?? []).Select((item, index) => (item, index)))
        {
            if (item is JsonObject part)
                parts.Add(At(part, $"{key}[{index}]"));
            else
                Fault($"'{key}[{index}]' should be an object.");
        }
        return parts;
    }

    public IReadOnlyList<string> Texts(string key) =>
        [.. (Value(key, $"a list", JsonValueKind.Array) as JsonArray ?? []).OfType<JsonValue>().Select(item => item.ToString())];

    public void Fault(FormattableString words)
    {
        if (faults.Count < MostFaults)
            faults.Add(new(path, DefinitionFault.Short(words)));
        else if (faults.Count == MostFaults)
            faults.Add(new("$", $"there is more; these were the first {MostFaults} faults."));
    }

    /// <summary>Names for a message: the first of them.</summary>
    public static string Listed(IEnumerable<string> names)
    {
        var some = names.Take(MostNames + 1).ToList();
        return some.Count == 0 ? "none" : string.Join(", ", some.Take(MostNames)) + (some.Count > MostNames ? " …" : "");
    }

    /// <summary>Reads something that throws what is wrong with it.</summary>
    public bool Try<T>(string key, Func<T?> read, [NotNullWhen(true)] out T? result)
    {
        try
        {
            result = read();
            return result is not null;
        }
        catch (Exception fault)
            when (fault is JsonException or FormatException or OverflowException or InvalidOperationException or ExpressionException)
        {
            Fault($"'{key}' cannot be read: {(fault as IInWords)?.Words ?? (FormattableString)$"{fault.Message}"}");
            result = default;
            return false;
        }
    }

    private JsonNode? Value(string key, FormattableString wanted, params ReadOnlySpan<JsonValueKind> kinds)
    {
        var value = json[key] ?? json[MemberNames.Pascal(key)];
        if (value is null || kinds.Contains(value.GetValueKind()))
            return value;
        Fault($"'{key}' should be {wanted}, but is {value.ToJsonString()}.");
        return null;
    }

    private DefinitionPart At(JsonObject part, string key) => new(part, $"{path}.{key}", faults);
}
