using System.Collections;
using System.Globalization;

namespace WorkflowAccountability.Web.Tests.Site;

/// <summary>A stage's form as the fields that a browser posts: <c>Members[0].PersonId</c>.</summary>
internal static class FormFields
{
    public static IEnumerable<KeyValuePair<string, string>> Of(object form, string prefix = "") => form.GetType().GetProperties()
        .Where(property => property.CanWrite).SelectMany(property => Flat(property.GetValue(form), prefix + property.Name));

    private static IEnumerable<KeyValuePair<string, string>> Flat(object? value, string path) => value switch
    {
        null => [],
        string text => [new(path, text)],
        bool flag => [new(path, flag ? "true" : "false")],
        DateOnly day => [new(path, day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture))],
        Enum choice => [new(path, choice.ToString())],
        IFormattable number => [new(path, number.ToString(null, CultureInfo.InvariantCulture))],
        IEnumerable rows => rows.Cast<object>().SelectMany((row, index) => Flat(row, $"{path}[{index}]")),
        _ => Of(value, path + "."),
    };
}
