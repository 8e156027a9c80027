using System.Text.Json;

namespace WorkflowAccountability.CaseRunner;

/// <summary>An object of a script: gives its values by key, and keeps every fault with the path where it stands.</summary>
internal sealed class Place(JsonElement element, string path, List<string> faults)
{
    public string Path { get; } = path;

    public JsonElement Element { get; } = element;

    public bool Has(string key) => IsObject && Element.TryGetProperty(key, out _);

    private bool IsObject => Element.ValueKind is JsonValueKind.Object;

    public void Fault(string fault) => faults.Add($"{Path}: {fault}");

    /// <summary>A fault that begins with its own path, for instance <c>.Members[0]: …</c>.</summary>
    public void FaultBelow(string fault) => faults.Add(Path + fault);

    public void Fault(string key, string? fault)
    {
        if (fault is not null)
            faults.Add($"{Path}.{key}: {fault}");
    }

    /// <summary>A key that is none of these is a fault: nothing that was written is silently dropped.</summary>
    public Place Only(params IReadOnlyList<string> keys)
    {
        if (!IsObject)
            Fault("must be an object.");
        else
            foreach (var key in Element.EnumerateObject().Select(property => property.Name).Except(keys))
                Fault(key, $"unknown key '{key}'; known here: {string.Join(", ", keys)}.");
        return this;
    }

    public string? Text(string key)
    {
        if (!Has(key))
            return null;
        var value = Element.GetProperty(key);
        if (value.ValueKind is JsonValueKind.String)
            return value.GetString();
        Fault(key, "must be a text.");
        return null;
    }

    /// <summary>The text under a key that must be there, and whose fault, if it has one, is said.</summary>
    public string Needed(string key, Func<string, string?>? faultOf = null)
    {
        if (IsObject && !Has(key))
            Fault($"'{key}' is missing.");
        var text = Text(key);
        if (text is not null && faultOf is not null)
            Fault(key, faultOf(text));
        return text ?? "";
    }

    public IReadOnlyList<string> Texts(string key) => [.. Rows(key).Select(row =>
    {
        if (row.Element.ValueKind is JsonValueKind.String)
            return row.Element.GetString()!;
        row.Fault("must be a text.");
        return "";
    })];

    public IReadOnlyList<Place> Rows(string key)
    {
        if (!Has(key))
            return [];
        var value = Element.GetProperty(key);
        if (value.ValueKind is JsonValueKind.Array)
            return [.. value.EnumerateArray().Select((row, index) => new Place(row, $"{Path}.{key}[{index}]", faults))];
        Fault(key, "must be a list.");
        return [];
    }

    /// <summary>The object under a key; an empty one where there is none.</summary>
    public Place Inner(string key) =>
        new(Has(key) ? Element.GetProperty(key) : JsonDocument.Parse("{}").RootElement, $"{Path}.{key}", faults);
}
