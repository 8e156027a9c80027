using System.ComponentModel.DataAnnotations;
using System.Reflection;
using System.Text.Json.Nodes;
using WorkflowAccountability.Procedure.Cases;
using WorkflowAccountability.Procedure.Forms;
using WorkflowAccountability.Procedure.Regulation;

namespace WorkflowAccountability.CaseRunner;

/// <summary>A form as JSON schema: each field with its label, its clause, and what it takes.</summary>
internal static class FormSchema
{
    public static JsonObject Of(Type form, Type texts)
    {
        var labels = new FormView(form, texts, new FormValues((object?)null), [], (_, _) => []);
        return new JsonObject
        {
            ["type"] = new JsonArray("object", "null"),
            ["additionalProperties"] = false,
            ["properties"] = new JsonObject(FormShape.Properties(form)
                .Select(property => KeyValuePair.Create(property.Name, (JsonNode?)Field(property, labels, texts)))),
        };
    }

    /// <summary>The facts of an event under the ids of the scales' criteria.</summary>
    public static JsonObject Facts() => new()
    {
        ["type"] = "object",
        ["description"] = "RegisterLead, EstablishFacts: the event, by the criteria of the scales. An amount is in 万元.",
        ["additionalProperties"] = false,
        ["properties"] = new JsonObject(ClassificationScales.Shipped.RuleSets.SelectMany(rules => rules.Criteria).DistinctBy(criterion => criterion.Id)
            .Select(criterion => KeyValuePair.Create(criterion.Id, (JsonNode?)Criterion(criterion)))),
    };

    private static JsonObject Criterion(Criterion criterion) => new()
    {
        ["description"] = string.Join("；",
            [criterion.Label, .. (criterion.Choices ?? []).Select(choice => $"{choice.Level.Symbol()} {choice.Text}")]),
        ["type"] = criterion.Type switch
        {
            CriterionType.Integer => "integer",
            CriterionType.Decimal => "number",
            CriterionType.Boolean => "boolean",
            _ => "string",
        },
    };

    private static JsonObject Field(PropertyInfo property, FormView labels, Type texts)
    {
        var field = property.GetCustomAttribute<FieldAttribute>()!;
        var schema = Value(property.PropertyType, field, texts);
        var asked = FormField.Of(property);
        schema["title"] = labels.Label(asked).ToString();
        schema["description"] = $"{field.Citation}{(asked.IsRequired ? "；必填" : "")}{(field.ReadOnly ? "；由系统填写" : "")}"
            + (property.GetCustomAttribute<StringLengthAttribute>() is { } length ? $"；至多{length.MaximumLength}字" : "")
            + (labels.Help(asked) is { } help ? $"；{help}" : "");
        return schema;
    }

    private static JsonObject Value(Type type, FieldAttribute field, Type texts)
    {
        if (FormShape.RowOf(type) is { } row)
            return new JsonObject
            {
                ["type"] = new JsonArray("array", "null"), ["items"] = FormShape.IsForm(row) ? Of(row, texts) : Value(row, field, texts),
            };
        if (FormShape.IsForm(type))
            return Of(type, texts);
        var scalar = Nullable.GetUnderlyingType(type) ?? type;
        return scalar switch
        {
            _ when scalar.IsEnum => Choices(Enum.GetNames(scalar)),
            _ when scalar == typeof(bool) => new JsonObject { ["type"] = new JsonArray("boolean", "null") },
            _ when scalar == typeof(int) => new JsonObject { ["type"] = new JsonArray("integer", "null") },
            _ when scalar == typeof(decimal) => new JsonObject { ["type"] = new JsonArray("number", "null") },
            _ when scalar == typeof(DateOnly) => new JsonObject { ["type"] = new JsonArray("string", "null"), ["format"] = "date" },
            _ => field.From switch
            {
                ChoiceList.People => OrNull("person"),
                ChoiceList.Organisations => OrNull("organisation"),
                ChoiceList.Roles => OrNull("role"),
                ChoiceList.Measures => Choices(Vocabulary.Measures),
                ChoiceList.LaunchGrounds => Choices(LaunchGround.All),
                _ => new JsonObject { ["type"] = new JsonArray("string", "null") },
            },
        };
    }

    private static JsonObject OrNull(string words) =>
        new() { ["anyOf"] = new JsonArray(Schema.Ref(words), new JsonObject { ["type"] = "null" }) };

    private static JsonObject Choices(IEnumerable<string> names) =>
        new() { ["enum"] = new JsonArray([.. names.Select(name => (JsonNode?)name), null]) };
}
