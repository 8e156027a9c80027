using System.ComponentModel.DataAnnotations;
using System.Globalization;
using System.Reflection;
using WorkflowAccountability.Procedure.Regulation;

namespace WorkflowAccountability.Procedure.Forms;

/// <summary>Everything a page needs to show a form: its type, its texts, its values, what is wrong, what can be chosen for a property.</summary>
/// <param name="Texts">The stage beside which the labels lie.</param>
public sealed record FormView(Type Form, Type Texts, FormValues Values, IReadOnlyList<FieldError> Errors, Func<ChoiceList, string, IReadOnlyList<Choice>> Choices)
{
    /// <summary>The person's own common phrases, offered beside texts of several lines.</summary>
    public IReadOnlyList<string> Phrases { get; init; } = [];

    /// <summary>Where the form is kept without being submitted; null where it cannot be.</summary>
    public string? DraftAction { get; init; }

    /// <summary>A posted value as people read it: the label of a choice, anything else as it was typed.</summary>
    public string ShownOf(string path, string value)
    {
        if (PropertyAt(path) is not { } property)
            return value;
        var type = FormBinder.RowType(property.PropertyType) ?? Nullable.GetUnderlyingType(property.PropertyType) ?? property.PropertyType;
        var choices = type.IsEnum ? ChoicesOf(type)
            : type == typeof(bool) ? [new Choice("true", Text.Of<FormTexts>("Yes").ToString()), new Choice("false", Text.Of<FormTexts>("No").ToString())]
            : property.GetCustomAttribute<FieldAttribute>() is { From: not ChoiceList.None and var list } ? Choices(list, property.Name) : [];
        return choices.FirstOrDefault(choice => choice.Value.Equals(value, StringComparison.OrdinalIgnoreCase))?.Label ?? value;
    }

    /// <summary>What a posted field is called for people: <c>Members[1].PersonId</c> is “成员 2 · 姓名”; a name the form does not know stands for itself.</summary>
    public string LabelOf(string path)
    {
        var labels = new List<string>();
        PropertyInfo? property = null;
        foreach (var part in path.Split('.'))
        {
            property = Next(property, part);
            if (property is null)
                return path;
            var row = part.IndexOf('[') is > 0 and var at ? part[(at + 1)..].TrimEnd(']') : null;
            labels.Add(int.TryParse(row, CultureInfo.InvariantCulture, out var index) ? $"{Label(property)} {index + 1}" : Label(property).ToString());
        }
        return string.Join(" · ", labels);
    }

    /// <summary>The label of a property.</summary>
    public Text Label(PropertyInfo property) => Find($"{property.DeclaringType!.Name}.{property.Name}") ?? Find($"{property.ReflectedType!.Name}.{property.Name}")
        ?? Text.Of<FormTexts>(property.Name);

    /// <summary>The help of a property; null where there is none.</summary>
    public Text? Help(PropertyInfo property) => Find($"{property.ReflectedType!.Name}.{property.Name}.Help");

    /// <summary>The choices of an enum.</summary>
    public IEnumerable<Choice> ChoicesOf(Type choices) =>
        Enum.GetNames(choices).Select(name => new Choice(name, (Find($"{choices.Name}.{name}") ?? new Text(Texts, name)).ToString()));

    /// <summary>The properties that a person fills in, in the order in which they are declared.</summary>
    public static IEnumerable<(PropertyInfo Property, FieldAttribute Field)> Fields(Type type) =>
        type.GetProperties().Where(property => property.CanWrite && property.GetCustomAttribute<FieldAttribute>() is not null)
            .OrderBy(property => Depth(property.DeclaringType!)).Select(property => (property, property.GetCustomAttribute<FieldAttribute>()!));

    /// <summary>Whether files can be attached in a form, in whatever row of it.</summary>
    public static bool HasFiles(Type type) => Fields(type).Any(row => row.Field.From is ChoiceList.Files
        || (FormBinder.RowType(row.Property.PropertyType) ?? row.Property.PropertyType) is var inner && FormBinder.IsNested(inner) && HasFiles(inner));

    /// <summary>Whether a property must be filled in.</summary>
    public static bool IsRequired(PropertyInfo property) => property.GetCustomAttribute<RequiredAttribute>() is not null;

    private PropertyInfo? PropertyAt(string path)
    {
        PropertyInfo? property = null;
        foreach (var part in path.Split('.'))
            if ((property = Next(property, part)) is null)
                return null;
        return property;
    }

    private PropertyInfo? Next(PropertyInfo? around, string part) =>
        (around is null ? Form : FormBinder.RowType(around.PropertyType) ?? around.PropertyType)
            .GetProperty(part.Split('[')[0], BindingFlags.Instance | BindingFlags.Public | BindingFlags.IgnoreCase);

    private static int Depth(Type type) => type.BaseType is { } parent ? Depth(parent) + 1 : 0;

    private Text? Find(string key) =>
        Text.Exists(Texts, key, CultureInfo.CurrentUICulture) ? new Text(Texts, key)
        : Text.Exists(typeof(FormTexts), key, CultureInfo.CurrentUICulture) ? new Text(typeof(FormTexts), key) : null;
}

/// <summary>A value that can be chosen and how it is shown.</summary>
public sealed record Choice(string Value, string Label);
