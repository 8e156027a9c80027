using System.Globalization;

namespace WorkflowAccountability.Procedure.Forms;

/// <summary>Rows of a posted form's lists.</summary>
internal static class FormRows
{
    /// <summary>The fields without one row, <c>Members[1]</c>; the rows after it move up. Anything else is left as it is.</summary>
    public static List<KeyValuePair<string, string>> Without(IReadOnlyList<KeyValuePair<string, string>> fields, string row)
    {
        var open = row.LastIndexOf('[');
        if (open <= 0 || !row.EndsWith(']') || !int.TryParse(row[(open + 1)..^1], CultureInfo.InvariantCulture, out var gone))
            return [.. fields];
        var list = row[..open];
        return [.. fields.Select(field => (field, Index: IndexIn(field.Key, list))).Where(each => each.Index != gone)
            .Select(each => each.Index > gone ? KeyValuePair.Create(Moved(each.field.Key, list, each.Index.Value), each.field.Value) : each.field)];
    }

    private static int? IndexIn(string name, string list)
    {
        if (!name.StartsWith(list + "[", StringComparison.OrdinalIgnoreCase) || name.IndexOf(']', list.Length) is not (> 0 and var close))
            return null;
        return int.TryParse(name[(list.Length + 1)..close], CultureInfo.InvariantCulture, out var index) ? index : null;
    }

    private static string Moved(string name, string list, int index) =>
        string.Create(CultureInfo.InvariantCulture, $"{list}[{index - 1}]{name[(name.IndexOf(']', list.Length) + 1)..]}");
}
