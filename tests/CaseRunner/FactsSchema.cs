using System.Reflection;
using System.Text.Json.Nodes;

namespace WorkflowAccountability.CaseRunner;

/// <summary>The words of <c>expect</c> as JSON schema.</summary>
internal static class FactsSchema
{
    public const string Answer = "expectOfAnswer";
    public const string Look = "expectOfLook";
    public const string Case = "expectOfCase";

    public static IEnumerable<(string Name, JsonObject Schema)> All =>
        [(Answer, Of(typeof(AnswerFacts))), (Look, Of(typeof(LookFacts))), (Case, Of(typeof(CaseFacts)))];

    private static JsonObject Of(Type facts) => new()
    {
        ["type"] = "object",
        ["additionalProperties"] = false,
        ["properties"] = new JsonObject(facts.GetProperties()
            .Select(property => KeyValuePair.Create(Expectation.KeyOf(property), (JsonNode?)Value(property)))),
    };

    private static JsonObject Value(PropertyInfo property) => property.PropertyType switch
    {
        _ when property.Name == nameof(CaseFacts.Level) => new JsonObject
        {
            ["type"] = "object",
            ["additionalProperties"] = false,
            ["properties"] = new JsonObject(Vocabulary.RuleSets.Select(id => KeyValuePair.Create(id, (JsonNode?)Level()))),
        },
        var list when FormShape.RowOf(list) is { } row => new JsonObject
        {
            ["type"] = "array",
            ["items"] = row == typeof(string) ? Type("string") : new JsonObject { ["anyOf"] = new JsonArray(Type("string"), Of(row)) },
        },
        var number when (Nullable.GetUnderlyingType(number) ?? number) == typeof(int) => Type("integer"),
        var flag when flag == typeof(bool) => Type("boolean"),
        _ => new JsonObject { ["type"] = new JsonArray("string", "null") },
    };

    private static JsonObject Level() => new() { ["enum"] = new JsonArray("Ⅰ", "Ⅱ", "Ⅲ", "Ⅳ", null) };

    private static JsonObject Type(string name) => new() { ["type"] = name };
}
