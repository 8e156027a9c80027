using System.Text.Json;
using System.Text.Json.Nodes;

namespace WorkflowAccountability.Procedure.Regulation.Book;

/// <summary>A kind whose content is a table of dated rows. What all of them must meet is asked here, once.</summary>
public abstract class DatedKind<TTable, TRow>(string name, string rows) : RuleKind(name) where TTable : class where TRow : IDated<TRow>
{
    private const int LongestText = 4_000;

    private static readonly (DateOnly First, DateOnly Last) sensible = (new(1949, 10, 1), new(2199, 12, 31));

    internal sealed override object? Read(JsonElement content, string at, out IReadOnlyList<Text> faults) => DataFile.Shape<TTable>(content, at, out faults);

    internal sealed override CaseRules Put(CaseRules rules, object table, DateOnly from, DateOnly? to)
    {
        var held = TableOf(rules);
        return With(rules, WithRows(held, RowsOf(held).Replaced(RowsOf((TTable)table), from, to)));
    }

    internal sealed override JsonNode Written(CaseRules rules, DateOnly day)
    {
        var held = TableOf(rules);
        return DataFile.Written(WithRows(held, [.. RowsOf(held).Where(row => row.HoldsOn(day) || row.ValidFrom > day)]));
    }

    internal sealed override IReadOnlyList<RuleLine> LinesOn(CaseRules rules, DateOnly day) =>
        [.. RowsOf(TableOf(rules)).Where(row => row.HoldsOn(day)).SelectMany(LinesOf)];

    internal sealed override IEnumerable<Text> Check(object table, DateOnly from, DateOnly? to, CaseRules now)
    {
        var (content, held) = ((TTable)table, TableOf(now));
        var given = RowsOf(content);
        if (given.Count == 0)
            yield return T("Rows.None", $"$.content.{rows}");
        // What stands beside the rows is not asked of the book yet: a change of it would be taken without effect.
        if (!JsonNode.DeepEquals(DataFile.Written(WithRows(content, [])), DataFile.Written(WithRows(held, []))))
            yield return T("Beside", "$.content", rows);
        for (var at = 0; at < given.Count; at++)
            foreach (var fault in OfRow(given[at], PlaceOf(at), from, to).Concat(CheckRow(given[at], PlaceOf(at))))
                yield return fault;
        foreach (var fault in Between(given, from, to, held).Concat(CheckTable(content, from, to)))
            yield return fault;
    }

    /// <summary>The place of a row in the file.</summary>
    protected string PlaceOf(int row) => $"$.content.{rows}[{row}]";

    /// <summary>The table of the rules.</summary>
    protected abstract TTable TableOf(CaseRules rules);

    /// <summary>The rules with another table.</summary>
    protected abstract CaseRules With(CaseRules rules, TTable table);

    /// <summary>The rows of the table.</summary>
    protected abstract IReadOnlyList<TRow> RowsOf(TTable table);

    /// <summary>The table with other rows.</summary>
    protected abstract TTable WithRows(TTable table, IReadOnlyList<TRow> rows);

    /// <summary>Of rows of one key one holds at a time.</summary>
    protected abstract string KeyOf(TRow row);

    /// <summary>What a row says.</summary>
    protected abstract IEnumerable<RuleLine> LinesOf(TRow row);

    /// <summary>What is wrong with a row of this kind.</summary>
    protected abstract IEnumerable<Text> CheckRow(TRow row, string at);

    /// <summary>What is wrong with the table of this kind as a whole.</summary>
    protected virtual IEnumerable<Text> CheckTable(TTable table, DateOnly from, DateOnly? to) => [];

    /// <summary>A text of the rule sets.</summary>
    protected static Text T(string key, params IReadOnlyList<object?> arguments) => Text.Of<RuleSetTexts>(key, arguments);

    /// <summary>A day as it stands in files.</summary>
    protected static string Day(DateOnly? day) => day is { } known ? known.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture) : "∞";

    /// <summary>Rows of one key in words, each with its days.</summary>
    protected static string Spans(IEnumerable<TRow> rows, Func<TRow, string> words) =>
        string.Join("；", rows.OrderBy(row => row.ValidFrom).Select(row => T("Line.Span", words(row), Day(row.ValidFrom), Day(row.ValidTo))));

    private static IEnumerable<Text> OfRow(TRow row, string at, DateOnly from, DateOnly? to)
    {
        if (row.ValidTo <= row.ValidFrom)
            yield return T("Row.Ends", at, Day(row.ValidTo), Day(row.ValidFrom));
        else if (!Validity.Overlap(row.ValidFrom, row.ValidTo, from, to))
            yield return T("Row.Never", at, Day(from), Day(to));
        foreach (var day in new[] { row.ValidFrom, row.ValidTo ?? row.ValidFrom }.Where(day => day < sensible.First || day > sensible.Last).Distinct())
            yield return T("Row.Absurd", at, Day(day), Day(sensible.First), Day(sensible.Last));
        foreach (var (place, text) in TextsIn(DataFile.Written(row), at))
            if (text.Length > LongestText)
                yield return T("Text.Long", place, LongestText);
            else if (text.Any(sign => char.IsControl(sign) && sign is not '\n'))
                yield return T("Text.Control", place);
    }

    private IEnumerable<Text> Between(IReadOnlyList<TRow> given, DateOnly from, DateOnly? to, TTable held)
    {
        foreach (var ofKey in given.Select((row, at) => (Row: row, At: PlaceOf(at))).GroupBy(each => KeyOf(each.Row)))
        {
            var inOrder = ofKey.OrderBy(each => each.Row.ValidFrom).ToList();
            foreach (var (one, other) in inOrder.Zip(inOrder.Skip(1)))
                if (Validity.Overlap(one.Row.ValidFrom, one.Row.ValidTo, other.Row.ValidFrom, other.Row.ValidTo))
                    yield return T("Rows.Overlap", other.At, ofKey.Key, one.At, Day(other.Row.ValidFrom));
                else if (one.Row.ValidTo < other.Row.ValidFrom)
                    yield return T("Rows.Gap", other.At, ofKey.Key, Day(one.Row.ValidTo), Day(other.Row.ValidFrom));
            if (inOrder[0].Row.ValidFrom > from && (to is null || inOrder[0].Row.ValidFrom < to)
                && RowsOf(held).Any(row => KeyOf(row) == ofKey.Key && row.HoldsOn(from)))
                yield return T("Rows.Gap", inOrder[0].At, ofKey.Key, Day(from), Day(inOrder[0].Row.ValidFrom));
        }
    }

    private static IEnumerable<(string Place, string Text)> TextsIn(JsonNode? node, string at) => node switch
    {
        JsonObject all => all.SelectMany(entry => TextsIn(entry.Value, $"{at}.{entry.Key}")),
        JsonArray all => all.SelectMany((item, index) => TextsIn(item, $"{at}[{index}]")),
        JsonValue value when value.TryGetValue<string>(out var text) => [(at, text)],
        _ => [],
    };
}
