using System.Collections;
using System.Reflection;
using System.Text.Json;
using WorkflowAccountability.Procedure.Cases;
using WorkflowAccountability.Procedure.Forms;
using WorkflowAccountability.Procedure.Stages;

namespace WorkflowAccountability.CaseRunner;

/// <summary>Holds what a script types into a form against the stage's form types, and turns it into fields named by path.</summary>
internal static class FormShape
{
    /// <summary>The fields of a script's form. A stage with several forms is meant with the one that fits.</summary>
    public static IReadOnlyList<Field> Fields(IReadOnlyList<Type> forms, Place form, Vocabulary vocabulary)
    {
        // What an added step asks, its definition says: the site refuses what it does not know.
        var faults = forms.Select(type => FaultsOf(type, form.Element, "", vocabulary).ToList());
        foreach (var fault in faults.MinBy(faults => faults.Count) ?? [])
            form.FaultBelow(fault);
        return [.. Flatten(form.Element, "")];
    }

    /// <summary>The facts of an event, stated under the ids of the scales' criteria, as fields of the form's event.</summary>
    public static IReadOnlyList<Field> Facts(Stage stage, Place step, string key)
    {
        if (!step.Has(key))
            return [];
        var facts = step.Inner(key).Only(Vocabulary.Criteria);
        if (!stage.Forms.Any(form => form.GetProperty("Event")?.PropertyType == typeof(StatedEvent)))
            step.Fault(key, $"{stage.About.Type} states no event; write its fields under 'form'.");
        return [.. Flatten(facts.Element, "Event.").Select(fact => fact with { Path = NameOnForm(fact.Path) })];
    }

    /// <summary>The properties that a person fills in.</summary>
    public static IEnumerable<PropertyInfo> Properties(Type form) => FormPlan.Of(form).Fields.Select(field => form.GetProperty(field.Name)!);

    /// <summary>The row type of a list; null for anything else.</summary>
    public static Type? RowOf(Type type) => type != typeof(string) && type.IsGenericType && typeof(IEnumerable).IsAssignableFrom(type)
        ? type.GetGenericArguments()[0] : null;

    public static bool IsForm(Type type) => type.IsClass && type != typeof(string) && RowOf(type) is null;

    // The criteria begin with a small letter, the fields that are named after them with a capital one.
    private static string NameOnForm(string path) => $"Event.{char.ToUpperInvariant(path["Event.".Length])}{path["Event.x".Length..]}";

    private static IEnumerable<string> FaultsOf(Type type, JsonElement value, string path, Vocabulary vocabulary)
    {
        if (value.ValueKind is not JsonValueKind.Object)
            return [$"{path}: {type.Name} must be an object."];
        var known = Properties(type).ToDictionary(property => property.Name);
        return value.EnumerateObject().SelectMany(field => known.TryGetValue(field.Name, out var property)
            ? FaultsOf(property, property.PropertyType, field.Value, $"{path}.{field.Name}", vocabulary)
            : [$"{path}.{field.Name}: {type.Name} has no field '{field.Name}'; its fields: {string.Join(", ", known.Keys)}."]);
    }

    private static IEnumerable<string> FaultsOf(
        PropertyInfo property, Type type, JsonElement value, string path, Vocabulary vocabulary) => value.ValueKind switch
        {
            JsonValueKind.Null => [],
            _ when RowOf(type) is { } row => value.ValueKind is JsonValueKind.Array
                ? value.EnumerateArray().SelectMany((item, index) => FaultsOf(property, row, item, $"{path}[{index}]", vocabulary))
                : [$"{path}: must be a list."],
            _ when IsForm(type) => FaultsOf(type, value, path, vocabulary),
            _ => FaultOf(property, Nullable.GetUnderlyingType(type) ?? type, value, vocabulary) is { } fault ? [$"{path}: {fault}"] : [],
        };

    private static string? FaultOf(PropertyInfo property, Type type, JsonElement value, Vocabulary vocabulary) => value.ValueKind switch
    {
        JsonValueKind.True or JsonValueKind.False => type == typeof(bool) ? null : "takes no true or false.",
        JsonValueKind.Number => type == typeof(decimal) || (type == typeof(int) && value.TryGetInt32(out _))
            ? null : "takes no such number.",
        JsonValueKind.String => FaultOf(property, type, value.GetString()!, vocabulary),
        _ => "takes one value.",
    };

    private static string? FaultOf(PropertyInfo property, Type type, string text, Vocabulary vocabulary) => type switch
    {
        _ when type.IsEnum => Vocabulary.FaultOf("choice", text, Enum.GetNames(type)),
        _ when type == typeof(DateOnly) => DateOnly.TryParseExact(text, "yyyy-MM-dd", out _)
            ? null : $"'{text}' is no day; write 2022-01-17.",
        _ when type != typeof(string) => $"'{text}' must be written without quotes.",
        _ => property.GetCustomAttribute<FieldAttribute>()!.From switch
        {
            ChoiceList.People => vocabulary.FaultOfPerson(text),
            ChoiceList.Organisations => vocabulary.FaultOfOrganisation(text),
            ChoiceList.Roles => Vocabulary.FaultOfRole(text),
            ChoiceList.Measures => Vocabulary.FaultOf("measure", text, Vocabulary.Measures),
            ChoiceList.LaunchGrounds => Vocabulary.FaultOf("item", text, LaunchGround.All),
            _ => null,
        },
    };

    private static IEnumerable<Field> Flatten(JsonElement value, string path) => FormValues.FieldsOf(value, path).Select(field => new Field(field.Key, field.Value));
}
