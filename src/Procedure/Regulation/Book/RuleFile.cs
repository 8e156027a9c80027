using System.Text.Json;
using System.Text.Json.Nodes;

namespace WorkflowAccountability.Procedure.Regulation.Book;

/// <summary>
/// The file in which a rule set comes: what kind it is, what orders it, where that was read, from when until when it holds, and the rules themselves.
/// </summary>
/// <param name="ValidTo">The first day on which what held before holds again; null for none.</param>
/// <param name="Table">What its kind made of the content; null where the file has faults.</param>
public sealed record RuleFile(string Kind, string Citation, string Source, DateOnly ValidFrom, DateOnly? ValidTo, object? Table)
{
    /// <summary>What a file may have at most, in characters.</summary>
    public const int MostCharacters = 1_000_000;

    private const int Deepest = 24, LongestLine = 500;

    /// <summary>Everything that is wrong with its shape, each with its place.</summary>
    public IReadOnlyList<Text> Faults { get; private init; } = [];

    /// <summary>Reads a file; whatever it holds, the answer is a file or faults in words.</summary>
    public static RuleFile Parse(string json)
    {
        if (json.Length > MostCharacters)
            return Wrong([T("File.Large", MostCharacters)]);
        try
        {
            using var document = JsonDocument.Parse(json, new JsonDocumentOptions { MaxDepth = Deepest });
            return document.RootElement.ValueKind is JsonValueKind.Null ? Wrong([T("Empty", "$")]) : DataFile.Shape<Written>(document.RootElement, "$", out var faults) is { } written ? Of(written) : Wrong(faults);
        }
        catch (JsonException broken)
        {
            return Wrong([T("File.Broken", broken.LineNumber + 1, broken.BytePositionInLine + 1, Deepest)]);
        }
    }

    /// <summary>Everything that speaks against the file, given the rules as they are: shape, gaps, overlaps, numbers.</summary>
    public IReadOnlyList<Text> FaultsAmong(CaseRules now) =>
        Faults.Count > 0 || Table is null ? Faults : [.. RuleKind.Of(Kind).Check(Table, ValidFrom, ValidTo, now)];

    /// <summary>The rules of a kind that hold on a day, as a file to start the next from.</summary>
    public static string Start(RuleKind kind, CaseRules rules, DateOnly day) => new JsonObject
    {
        ["kind"] = kind.Name, ["citation"] = "", ["source"] = "", ["validFrom"] = $"{day:yyyy-MM-dd}", ["validTo"] = null, ["content"] = kind.Written(rules, day),
    }.ToJsonString(new JsonSerializerOptions { WriteIndented = true, Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping });

    private static RuleFile Of(Written written)
    {
        List<Text> faults =
        [
            .. new[] { ("citation", written.Citation), ("source", written.Source) }.SelectMany(each => string.IsNullOrWhiteSpace(each.Item2) ? [T("Empty", $"$.{each.Item1}")]
                : each.Item2.Length > LongestLine ? [T("Text.Long", $"$.{each.Item1}", LongestLine)]
                : each.Item2.Any(char.IsControl) ? [T("Text.Control", $"$.{each.Item1}")] : Array.Empty<Text>()),
            .. written.ValidTo <= written.ValidFrom ? [T("Row.Ends", "$", $"{written.ValidTo:yyyy-MM-dd}", $"{written.ValidFrom:yyyy-MM-dd}")] : Array.Empty<Text>(),
        ];
        object? table = null;
        if (RuleKind.Find(written.Kind) is not { } kind)
            faults.Add(T("File.Kind", "$.kind", written.Kind, string.Join(", ", RuleKind.All.Select(known => known.Name))));
        else
        {
            table = kind.Read(written.Content, "$.content", out var shape);
            faults.AddRange(shape);
        }
        return new(written.Kind, written.Citation.Trim(), written.Source.Trim(), written.ValidFrom, written.ValidTo, table) { Faults = faults };
    }

    private static RuleFile Wrong(IReadOnlyList<Text> faults) => new("", "", "", default, null, null) { Faults = faults };

    private static Text T(string key, params IReadOnlyList<object?> arguments) => Text.Of<RuleSetTexts>(key, arguments);

    private sealed record Written(string Kind, string Citation, string Source, DateOnly ValidFrom, DateOnly? ValidTo, JsonElement Content);
}
