using System.Reflection;
using System.Text.Json;
using System.Text.Json.Nodes;
using WorkflowAccountability.Procedure.Stages;

namespace WorkflowAccountability.CaseRunner;

/// <summary>
/// What a script expects, in the words of the facts. Objects are compared by the keys that are expected, lists row by row and whole;
/// a text in place of a row stands for the row's first value.
/// </summary>
internal static class Expectation
{
    private static readonly JsonSerializerOptions onOneLine = new(Report.Options) { WriteIndented = false };

    /// <summary>Reads <c>expect</c>; a key that the facts do not know is a fault.</summary>
    public static JsonObject Read(Place step, Type facts, Vocabulary vocabulary, Stage? stage = null)
    {
        if (!step.Has("expect"))
            return [];
        var expect = step.Inner("expect");
        Validate(facts, expect, vocabulary, stage);
        return expect.Element.ValueKind is JsonValueKind.Object ? JsonObject.Create(expect.Element.Clone())! : [];
    }

    /// <summary>The first difference, by its path; null where there is none.</summary>
    public static string? Difference(JsonNode? expected, JsonNode? found, string path) => (expected, found) switch
    {
        (JsonObject want, JsonObject have) => want.Select(field => Difference(field.Value, have[field.Key], $"{path}.{field.Key}"))
            .FirstOrDefault(difference => difference is not null),
        (JsonArray want, JsonArray have) => want.Count == have.Count
            ? want.Select((row, index) => Difference(row, have[index], $"{path}[{index}]"))
                .FirstOrDefault(difference => difference is not null)
            : $"{path}: expected {Shown(want)}, found {Shown(Short(want, have))}",
        (JsonValue want, JsonObject have) => Difference(want, have.First().Value, path),
        _ => JsonNode.DeepEquals(expected, found) ? null : $"{path}: expected {Shown(expected)}, found {Shown(found)}",
    };

    /// <summary>The keys under which the facts of a type are known.</summary>
    public static string KeyOf(PropertyInfo property) => JsonNamingPolicy.CamelCase.ConvertName(property.Name);

    private static void Validate(Type facts, Place expect, Vocabulary vocabulary, Stage? stage)
    {
        var known = facts.GetProperties().ToDictionary(KeyOf);
        expect.Only([.. known.Keys]);
        foreach (var (key, property) in known.Where(field => expect.Has(field.Key)))
            if (property.PropertyType.IsAssignableTo(typeof(IReadOnlyDictionary<string, string?>)))
                expect.Inner(key).Only(Vocabulary.RuleSets);
            else if (FormShape.RowOf(property.PropertyType) is { } row)
                foreach (var place in expect.Rows(key))
                    ValidateRow(key, row, place, vocabulary);
            else
                expect.Fault(key, FaultOf(property.PropertyType, expect.Element.GetProperty(key))
                    ?? (expect.Element.GetProperty(key) is { ValueKind: JsonValueKind.String } text
                        ? FaultOf(key, text.GetString()!, vocabulary, stage) : null));
    }

    private static string? FaultOf(Type facts, JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.Null => null,
        JsonValueKind.Number => facts == typeof(int) || facts == typeof(int?) ? null : "must be a text.",
        JsonValueKind.True or JsonValueKind.False => facts == typeof(bool) ? null : "takes no true or false.",
        JsonValueKind.String => facts == typeof(string) ? null : "must be written without quotes.",
        _ => "must be one value.",
    };

    private static void ValidateRow(string key, Type row, Place place, Vocabulary vocabulary)
    {
        if (place.Element.ValueKind is not JsonValueKind.String)
        {
            if (FormShape.IsForm(row))
                Validate(row, place, vocabulary, stage: null);
            return;
        }
        var first = FormShape.IsForm(row) ? KeyOf(row.GetProperties()[0]) : key;
        if (FaultOf(first, place.Element.GetString()!, vocabulary, stage: null) is { } fault)
            place.Fault(fault);
    }

    private static string? FaultOf(string key, string word, Vocabulary vocabulary, Stage? stage) => key switch
    {
        "stage" => Vocabulary.FaultOf("stage", word, vocabulary.Stages),
        "to" => vocabulary.FaultOfAddress(word),
        "personId" => vocabulary.FaultOfPerson(word),
        "organisationId" => vocabulary.FaultOfOrganisation(word),
        "owner" => Vocabulary.FaultOfRole(word),
        "stages" => vocabulary.FaultOfPassage(word),
        "outcome" when stage is not null => Vocabulary.FaultOf("outcome", word, [.. stage.Outcomes]),
        _ => null,
    };

    // Only what was asked for is shown of rows that were not expected.
    private static JsonArray Short(JsonArray expected, JsonArray found) => expected.All(row => row is JsonValue)
        ? [.. found.Select(row => (row is JsonObject facts ? facts.First().Value : row)?.DeepClone())] : (JsonArray)found.DeepClone();

    private static string Shown(JsonNode? node) => node is null ? "nothing" : node.ToJsonString(onOneLine);
}
