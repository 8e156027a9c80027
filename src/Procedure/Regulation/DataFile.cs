using System.Globalization;
using System.Reflection;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;

namespace WorkflowAccountability.Procedure.Regulation;

/// <summary>Reads the embedded data files strictly: whatever the records do not know, or miss, is refused, all faults at once.</summary>
public static class DataFile
{
    private static readonly CultureInfo english = CultureInfo.GetCultureInfo("en");

    private static readonly JsonSerializerOptions Strict = new(JsonSerializerOptions.Strict)
    {
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        TypeInfoResolver = new DefaultJsonTypeInfoResolver(),
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.KebabCaseLower, allowIntegerValues: false) },
    };

    /// <summary>The file at <paramref name="path"/> below the project, for instance <c>Regulation/clauses.json</c>.</summary>
    public static T Read<T>(string path, Func<T, IEnumerable<string>> faults)
    {
        var name = $"WorkflowAccountability.Procedure.{path}";
        using var stream = Assembly.GetExecutingAssembly().GetManifestResourceStream(name)
            ?? throw new InvalidDataFileException(path, [$"there is no embedded resource '{name}'."]);
        using var reader = new StreamReader(stream);
        return Parse(path, reader.ReadToEnd(), faults);
    }

    /// <summary>A data file's content, held first against the shape of its record, then against <paramref name="faults"/>.</summary>
    public static T Parse<T>(string path, string json, Func<T, IEnumerable<string>> faults)
    {
        var data = Shaped<T>(path, json);
        string[] found = [.. faults(data)];
        return found is [] ? data : throw new InvalidDataFileException(path, found);
    }

    /// <summary>Holds JSON that somebody brought against the shape of a record; null with every fault where it does not fit, each with its place.</summary>
    /// <param name="at">The place of <paramref name="json"/> in the whole, as <c>$.content</c>.</param>
    public static T? Shape<T>(JsonElement json, string at, out IReadOnlyList<Text> faults) where T : class =>
        (faults = [.. FaultsOf(json, typeof(T), at)]) is [] ? json.Deserialize<T>(Strict) : null;

    /// <summary>A record as such a file says it.</summary>
    public static JsonNode Written<T>(T data) => JsonSerializer.SerializeToNode(data, Strict)!;

    private static T Shaped<T>(string path, string json)
    {
        try
        {
            using var document = JsonDocument.Parse(json);
            string[] found = [.. FaultsOf(document.RootElement, typeof(T), "$").Select(fault => fault.In(english))];
            return found is [] ? document.Deserialize<T>(Strict)! : throw new InvalidDataFileException(path, found);
        }
        catch (JsonException broken)
        {
            throw new InvalidDataFileException(path, [broken.Message]);
        }
    }

    private static IEnumerable<Text> FaultsOf(JsonElement json, Type type, string path)
    {
        var info = Strict.GetTypeInfo(type);
        return (info.Kind, json.ValueKind) switch
        {
            (JsonTypeInfoKind.Object, JsonValueKind.Object) => FaultsOfObject(json, info, path),
            (JsonTypeInfoKind.Enumerable, JsonValueKind.Array) =>
                json.EnumerateArray().SelectMany((item, index) => FaultsOf(item, info.ElementType!, $"{path}[{index}]")),
            (JsonTypeInfoKind.Dictionary, JsonValueKind.Object) =>
                json.EnumerateObject().SelectMany(entry => FaultsOf(entry.Value, info.ElementType!, $"{path}.{entry.Name}")),
            _ => FaultsOfValue(json, type, path),
        };
    }

    private static IEnumerable<Text> FaultsOfObject(JsonElement json, JsonTypeInfo info, string path)
    {
        var known = info.Properties.Where(p => p.AssociatedParameter is not null || p.Set is not null).ToDictionary(p => p.Name);
        var seen = new HashSet<string>();
        foreach (var entry in json.EnumerateObject())
        {
            var at = $"{path}.{entry.Name}";
            if (!seen.Add(entry.Name))
                yield return T("Twice", at);
            else if (!known.TryGetValue(entry.Name, out var property))
                yield return T("UnknownKey", at, string.Join(", ", known.Keys));
            else if (entry.Value.ValueKind is not JsonValueKind.Null)
                foreach (var fault in FaultsOf(entry.Value, property.PropertyType, at))
                    yield return fault;
            else if (!(property.AssociatedParameter?.IsNullable ?? property.IsSetNullable))
                yield return T("Null", at);
        }
        foreach (var missing in known.Values.Where(IsRequired).Where(p => !seen.Contains(p.Name)))
            yield return T("Missing", $"{path}.{missing.Name}");
    }

    private static Text T(string key, params IReadOnlyList<object?> arguments) => Text.Of<DataFileTexts>(key, arguments);

    private static bool IsRequired(JsonPropertyInfo property) =>
        property.IsRequired || property.AssociatedParameter is { HasDefaultValue: false };

    private static IEnumerable<Text> FaultsOfValue(JsonElement json, Type type, string path)
    {
        try
        {
            json.Deserialize(type, Strict);
            return [];
        }
        catch (JsonException)
        {
            var given = json.GetRawText();
            return [T("Invalid", path, given.Length > 60 ? given[..60] + "…" : given, (Nullable.GetUnderlyingType(type) ?? type).Name)];
        }
    }
}

/// <summary>Beside it lie the words for what is wrong with a data file.</summary>
public sealed class DataFileTexts;

/// <summary>A data file that must not be used, with everything that is wrong with it.</summary>
public sealed class InvalidDataFileException(string path, IReadOnlyList<string> faults)
    : Exception($"The data file '{path}' has {faults.Count} fault(s):{string.Concat(faults.Select(fault => $"\n - {fault}"))}")
{
    /// <summary>Every fault, each with the place where it stands.</summary>
    public IReadOnlyList<string> Faults { get; } = faults;
}
