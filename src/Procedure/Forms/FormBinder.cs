using System.Collections;
using System.ComponentModel.DataAnnotations;
using System.Globalization;
using WorkflowAccountability.Procedure.Regulation;

namespace WorkflowAccountability.Procedure.Forms;

/// <summary>What is wrong with one field, in the reader's language.</summary>
public sealed record FieldError(string Path, Text Message);

/// <summary>A form read from posted fields: the form where all is well, the errors otherwise.</summary>
public sealed record Binding(object? Form, IReadOnlyList<FieldError> Errors)
{
    /// <summary>The binding with what was found wrong elsewhere.</summary>
    public Binding With(IReadOnlyList<FieldError> further) => further.Count == 0 ? this : new Binding(null, [.. Errors, .. further]);
}

/// <summary>
/// Reads a typed form from posted fields named by path (<c>Members[0].PersonId</c>), names compared without regard to case.
/// A name the form does not know is an error: nothing that was typed is silently dropped. Blank rows of a list are left out.
/// </summary>
public sealed class FormBinder
{
    private readonly Dictionary<string, string> values;
    private readonly HashSet<string> used = new(StringComparer.OrdinalIgnoreCase);
    private readonly List<FieldError> errors = [];

    private FormBinder(IEnumerable<KeyValuePair<string, string>> fields) =>
        values = new Dictionary<string, string>(fields, StringComparer.OrdinalIgnoreCase);

    /// <summary>Binds and validates.</summary>
    public static Binding Bind(FormPlan plan, IEnumerable<KeyValuePair<string, string>> fields)
    {
        var binder = new FormBinder(fields);
        var form = binder.Object(plan, prefix: "");
        binder.errors.AddRange(binder.values.Keys.Where(name => !binder.used.Contains(name))
            .Select(name => new FieldError(name, Text.Of<FormTexts>("Error.UnknownField", name))));
        return new Binding(binder.errors.Count == 0 ? form : null, binder.errors);
    }

    private object Object(FormPlan plan, string prefix)
    {
        var instance = plan.Begin();
        foreach (var field in plan.All)
        {
            var path = prefix + field.Name;
            var value = Value(field.Type, path);
            if (field.Choices is { } choices && value is string chosen && choices.All(choice => choice.Value != chosen))
            {
                errors.Add(new FieldError(path, Text.Of<FormTexts>("Error.Choice", chosen)));
                value = null;
            }
            if (value is not null || Nullable.GetUnderlyingType(field.Type) is not null)
                field.Write(instance, value);
            Validate(instance, field, path, errors);
        }
        return instance;
    }

    private object? Value(Type type, string path)
    {
        if (RowType(type) is { } row)
            return Rows(type, row, path);
        if (IsNested(type))
            return values.Keys.Any(name => name.StartsWith(path + ".", StringComparison.OrdinalIgnoreCase)) ? Object(type, path + ".") : null;
        if (!values.TryGetValue(path, out var text))
            return null;
        used.Add(path);
        return string.IsNullOrWhiteSpace(text) ? null : Scalar(Nullable.GetUnderlyingType(type) ?? type, text.Trim(), path);
    }

    private IList Rows(Type listType, Type row, string path)
    {
        // A browser sends a field of files itself, empty, where nothing was chosen.
        if (values.TryGetValue(path, out var itself) && string.IsNullOrWhiteSpace(itself))
            used.Add(path);
        var list = (IList)Activator.CreateInstance(typeof(List<>).MakeGenericType(row))!;
        for (var index = 0; ; index++)
        {
            var at = string.Create(CultureInfo.InvariantCulture, $"{path}[{index}]");
            var names = values.Keys.Where(name => name.Equals(at, StringComparison.OrdinalIgnoreCase)
                || name.StartsWith(at + ".", StringComparison.OrdinalIgnoreCase)).ToList();
            if (names.Count == 0)
                return list;
            if (names.TrueForAll(name => string.IsNullOrWhiteSpace(values[name]) || IsMark(row, name[at.Length..])))
                used.UnionWith(names);
            else if ((IsNested(row) ? Object(row, at + ".") : Value(row, at)) is { } value)
                list.Add(value);
        }
    }

    private static bool IsMark(Type row, string name) => IsNested(row) && FormPlan.Of(row).Find(name.TrimStart('.')) is { Asked.IsMark: true };

    private object? Scalar(Type type, string text, string path)
    {
        object? value = type switch
        {
            _ when type == typeof(string) => text,
            _ when type == typeof(int) => int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var n) ? n : null,
            _ when type == typeof(decimal) => decimal.TryParse(text, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint,
                CultureInfo.InvariantCulture, out var d) ? d : null,
            _ when type == typeof(DateOnly) => DateOnly.TryParseExact(text, "yyyy-MM-dd", out var day) ? day : null,
            _ when type == typeof(bool) => text.ToLowerInvariant() switch { "true" or "on" => true, "false" => false, _ => null },
            _ when type.IsEnum => Enum.TryParse(type, text, ignoreCase: true, out var choice) && Enum.IsDefined(type, choice) ? choice : null,
            _ => throw new InvalidOperationException($"The form field '{path}' has the type {type.Name}, which no form field may have."),
        };
        if (value is null)
            errors.Add(new FieldError(path, Text.Of<FormTexts>($"Error.{(type.IsEnum ? "Choice" : type.Name)}", text)));
        if (value is DateOnly entered && !Plausible.IsDay(entered))
        {
            errors.Add(new FieldError(path, Text.Of<FormTexts>("Error.Day", text, Plausible.FirstDay.Year, Plausible.LastDay.Year)));
            return null;
        }
        return value;
    }

    private static void Validate(object instance, FormField field, string path, List<FieldError> errors)
    {
        var value = field.Read(instance);
        foreach (var rule in field.Rules)
        {
            var ok = rule is RequiredAttribute && value is ICollection { Count: 0 } ? false : rule.IsValid(value);
            if (!ok && !errors.Exists(error => error.Path == path))
                errors.Add(new FieldError(path, MessageOf(rule)));
        }
    }

    private static Text MessageOf(ValidationAttribute rule) => rule switch
    {
        RequiredAttribute => Text.Of<FormTexts>("Error.Required"),
        StringLengthAttribute length => Text.Of<FormTexts>("Error.Length", length.MaximumLength),
        RangeAttribute range => Text.Of<FormTexts>("Error.Range", range.Minimum, range.Maximum),
        RegularExpressionAttribute => Text.Of<FormTexts>("Error.Format"),
        MinLengthAttribute least => Text.Of<FormTexts>("Error.MinLength", least.Length),
        _ => throw new InvalidOperationException($"{rule.GetType().Name} has no message; add one to FormTexts."),
    };

    /// <summary>The row type of a list property; null for anything else.</summary>
    internal static Type? RowType(Type type) => type.IsGenericType && typeof(IEnumerable).IsAssignableFrom(type) ? type.GetGenericArguments()[0] : null;

    /// <summary>Whether a property holds a form of its own.</summary>
    internal static bool IsNested(Type type) => type.IsClass && type != typeof(string);
}
