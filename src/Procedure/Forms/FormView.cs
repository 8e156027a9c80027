using System.ComponentModel.DataAnnotations;
using System.Globalization;
using System.Reflection;
using WorkflowAccountability.Procedure.Regulation;

namespace WorkflowAccountability.Procedure.Forms;

/// <summary>Everything a page needs to show a form: its type, its texts, its values, what is wrong, what can be chosen for a property.</summary>
/// <param name="Texts">The stage beside which the labels lie.</param>
public sealed record FormView(Type Form, Type Texts, FormValues Values, IReadOnlyList<FieldError> Errors, Func<ChoiceList, string, IReadOnlyList<Choice>> Choices)
{
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

    private static int Depth(Type type) => type.BaseType is { } parent ? Depth(parent) + 1 : 0;

    private Text? Find(string key) =>
        Text.Exists(Texts, key, CultureInfo.CurrentUICulture) ? new Text(Texts, key)
        : Text.Exists(typeof(FormTexts), key, CultureInfo.CurrentUICulture) ? new Text(typeof(FormTexts), key) : null;
}

/// <summary>A value that can be chosen and how it is shown.</summary>
public sealed record Choice(string Value, string Label);
