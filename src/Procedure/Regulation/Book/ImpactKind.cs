using WorkflowAccountability.Procedure.Cases;
using WorkflowAccountability.Procedure.Ledgers.Restrictions;

namespace WorkflowAccountability.Procedure.Regulation.Book;

/// <summary>第十二条第二款 (按有关规定执行): the impact periods.</summary>
internal sealed class ImpactKind() : DatedKind<ImpactTable, ImpactRule>("impact-periods", "rules")
{
    private const int MostMonths = 600;

    internal override IQueryable<CaseFile> Touched(IQueryable<CaseFile> cases) =>
        cases.Where(file => file.Entries.Any(entry => entry.Kind == ConfirmImpactPeriods.Named));

    internal override IEnumerable<RuleResult> ResultsIn(CaseFile file, CaseRules rules) =>
        file.EntriesOf<ConfirmImpactPeriodsForm>(ConfirmImpactPeriods.Named).Select(each => new RuleResult(
            T("Result.Impact", each.Entry.Label, file.Parties.Find(party => party.Id == each.Form.PartyId)?.Name).ToString(),
            string.Join("；", ConfirmImpactPeriods.Proposed(file, each.Form, rules.Impacts).Select(ConfirmImpactPeriods.Words)), each.Entry.Walled));

    protected override ImpactTable TableOf(CaseRules rules) => rules.Impacts;

    protected override CaseRules With(CaseRules rules, ImpactTable table) => rules with { Impacts = table };

    protected override IReadOnlyList<ImpactRule> RowsOf(ImpactTable table) => table.Rules;

    protected override ImpactTable WithRows(ImpactTable table, IReadOnlyList<ImpactRule> rows) => table with { Rules = rows };

    protected override string KeyOf(ImpactRule row) => $"{row.Code} {row.Effect}";

    protected override IEnumerable<RuleLine> LinesOf(ImpactRule row) => [new($"{row.Name} · {Text.Of<ConfirmImpactPeriods>($"ImpactEffect.{row.Effect}")}",
        T(row.IsMinimum ? "Line.AtLeastMonths" : "Line.Months", row.Months, row.Basis).ToString())];

    protected override IEnumerable<Text> CheckRow(ImpactRule row, string at)
    {
        if (row.Months is < 1 or > MostMonths)
            yield return T("Number", $"{at}.months", row.Months, 1, MostMonths);
        if (row.Grade is < 1 or > 99)
            yield return T("Number", $"{at}.grade", row.Grade, 1, 99);
        if (!Citations.IsSound(row.Basis))
            yield return T("Citation", $"{at}.basis", row.Basis);
        foreach (var (place, text) in new[] { ("code", row.Code), ("name", row.Name) }.Where(each => string.IsNullOrWhiteSpace(each.Item2)))
            yield return T("Empty", $"{at}.{place}");
    }
}
