using System.Reflection;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;

namespace WorkflowAccountability.Procedure.Regulation;

/// <summary>Reads the embedded data files strictly: whatever the records do not know, or miss, is refused, all faults at once.</summary>
public static class DataFile
{
    private static readonly JsonSerializerOptions Strict = new(JsonSerializerOptions.Strict)
    {
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        TypeInfoResolver = new DefaultJsonTypeInfoResolver(),
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

    private static T Shaped<T>(string path, string json)
    {
        try
        {
            using var document = JsonDocument.Parse(json);
            string[] found = [.. FaultsOf(document.RootElement, typeof(T), "$")];
            return found is [] ? document.Deserialize<T>(Strict)! : throw new InvalidDataFileException(path, found);
        }
        catch (JsonException broken)
        {
            throw new InvalidDataFileException(path, [broken.Message]);
        }
    }

    private static IEnumerable<string> FaultsOf(JsonElement json, Type type, string path)
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

    private static IEnumerable<string> FaultsOfObject(JsonElement json, JsonTypeInfo info, string path)
    {
        var known = info.Properties.Where(p => p.AssociatedParameter is not null || p.Set is not null).ToDictionary(p => p.Name);
        var seen = new HashSet<string>();
        foreach (var entry in json.EnumerateObject())
        {
            var at = $"{path}.{entry.Name}";
            if (!seen.Add(entry.Name))
                yield return $"{at}: stands twice.";
            else if (!known.TryGetValue(entry.Name, out var property))
                yield return $"{at}: unknown key; known keys: {string.Join(", ", known.Keys)}.";
            else if (entry.Value.ValueKind is not JsonValueKind.Null)
                foreach (var fault in FaultsOf(entry.Value, property.PropertyType, at))
                    yield return fault;
            else if (!(property.AssociatedParameter?.IsNullable ?? property.IsSetNullable))
                yield return $"{at}: must not be null.";
        }
        foreach (var missing in known.Values.Where(IsRequired).Where(p => !seen.Contains(p.Name)))
            yield return $"{path}.{missing.Name}: is missing.";
    }

    private static bool IsRequired(JsonPropertyInfo property) =>
        property.IsRequired || property.AssociatedParameter is { HasDefaultValue: false };

    private static IEnumerable<string> FaultsOfValue(JsonElement json, Type type, string path)
    {
        try
        {
            json.Deserialize(type, Strict);
            return [];
        }
        catch (JsonException)
        {
            return [$"{path}: {json.GetRawText()} is not a valid {(Nullable.GetUnderlyingType(type) ?? type).Name}."];
        }
    }
}

/// <summary>A data file that must not be used, with everything that is wrong with it.</summary>
public sealed class InvalidDataFileException(string path, IReadOnlyList<string> faults)
    : Exception($"The data file '{path}' has {faults.Count} fault(s):{string.Concat(faults.Select(fault => $"\n - {fault}"))}")
{
    /// <summary>Every fault, each with the place where it stands.</summary>
    public IReadOnlyList<string> Faults { get; } = faults;
}
