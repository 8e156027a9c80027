using System.Collections;
using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace WorkflowAccountability.Procedure.Forms;

/// <summary>A form's values by field name, as a page shows them and a browser posts them.</summary>
public sealed partial class FormValues
{
    private readonly Dictionary<string, string> values;

    /// <summary>Values as they were posted: what was typed is shown again, whatever became of it.</summary>
    public FormValues(IEnumerable<KeyValuePair<string, string>> posted) =>
        values = new Dictionary<string, string>(posted, StringComparer.OrdinalIgnoreCase);

    /// <summary>Values of a form; none for null.</summary>
    public FormValues(object? form) : this([])
    {
        if (form is not null)
            Flatten(form, "");
    }

    /// <summary>Every value with its field.</summary>
    public IReadOnlyList<KeyValuePair<string, string>> Fields => [.. values];

    /// <summary>The value of a field; empty where there is none.</summary>
    public string this[string path] => values.GetValueOrDefault(path, "");

    /// <summary>These values with others laid over them, field by field.</summary>
    public FormValues With(IEnumerable<KeyValuePair<string, string>> others)
    {
        var both = new FormValues(values);
        foreach (var (path, text) in others)
            both.values[path] = text;
        return both;
    }

    /// <summary>What a JSON object says of a form, as fields named by path; <c>null</c> empties a field.</summary>
    public static IReadOnlyList<KeyValuePair<string, string>> FieldsOf(JsonElement form, string path = "") => form.ValueKind switch
    {
        JsonValueKind.Object => [.. form.EnumerateObject().SelectMany(field => FieldsOf(field.Value, path.Length == 0 || path.EndsWith('.') ? path + field.Name : $"{path}.{field.Name}"))],
        JsonValueKind.Array => [.. form.EnumerateArray().SelectMany((row, index) => FieldsOf(row, string.Create(CultureInfo.InvariantCulture, $"{path}[{index}]")))],
        JsonValueKind.Null => [KeyValuePair.Create(path, "")],
        JsonValueKind.String => [KeyValuePair.Create(path, form.GetString()!)],
        JsonValueKind.True or JsonValueKind.False => [KeyValuePair.Create(path, form.GetBoolean() ? "true" : "false")],
        _ => [KeyValuePair.Create(path, form.GetRawText())],
    };

    /// <summary>How many rows of a list there are, the blank ones included.</summary>
    public int RowsOf(string path) => Rows(path, values.Keys);

    /// <summary>How many rows a list has up to the last in which something stands: a page adds one blank row to these.</summary>
    public int FilledRowsOf(string path) => Rows(path, values.Where(field => field.Value.Length > 0).Select(field => field.Key));

    private static int Rows(string path, IEnumerable<string> names) => names
        .Select(name => RowIndex().Match(name.StartsWith(path, StringComparison.OrdinalIgnoreCase) ? name[path.Length..] : ""))
        .Where(match => match.Success).Select(match => int.Parse(match.Groups[1].ValueSpan, CultureInfo.InvariantCulture) + 1).DefaultIfEmpty(0).Max();

    private void Flatten(object form, string prefix)
    {
        foreach (var field in FormPlan.Of(form).All)
            Keep(field.Read(form), prefix + field.Name);
    }

    private void Keep(object? value, string path)
    {
        if (value is null)
            return;
        if (value is not string && value is IEnumerable rows)
        {
            var index = 0;
            foreach (var row in rows)
                Keep(row, string.Create(CultureInfo.InvariantCulture, $"{path}[{index++}]"));
        }
        else if (FormBinder.IsNested(value.GetType()))
            Flatten(value, path + ".");
        else
            values[path] = value switch
            {
                bool flag => flag ? "true" : "false",
                DateOnly day => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
                IFormattable number => number.ToString(null, CultureInfo.InvariantCulture),
                _ => value.ToString()!,
            };
    }

    // Three digits: nobody fills in a thousand rows, but a forged name could ask the page for a thousand million.
    [GeneratedRegex(@"^\[(\d{1,3})\]")]
    private static partial Regex RowIndex();
}
