using WorkflowAccountability.Procedure.Cases;
using WorkflowAccountability.Procedure.Organisations;
using WorkflowAccountability.Procedure.Stages.ProposeHandling;
using WorkflowAccountability.Procedure.Stages.SuperviseDuties;

namespace WorkflowAccountability.Procedure.Regulation.Book;

/// <summary>
/// 第十三条: the measures. Name, citation, whom it may hit, who carries it out, whether it is consulted on, and from when until when may be others. What is done with
/// a measure afterwards hangs on its code and its category, so that neither a new code nor another category is taken.
/// </summary>
internal sealed class MeasuresKind() : DatedKind<MeasureCatalogue, MeasureKind>("measures", "measures")
{
    internal override IQueryable<CaseFile> Touched(IQueryable<CaseFile> cases) => cases.Where(file => file.Submissions.Any(
        row => row.FormName == nameof(ProposeHandlingForm) || row.FormName == nameof(SuperviseDutiesForm)));

    internal override IEnumerable<RuleResult> ResultsIn(CaseFile file, CaseRules rules) => file.Proposals().Select(proposal => new RuleResult(
        proposal.Id!, Spans(rules.Measures.Measures.Where(row => row.Code == proposal.Measure), Words), Proposal.IsSupervisions(proposal.Id!)));

    protected override MeasureCatalogue TableOf(CaseRules rules) => rules.Measures;

    protected override CaseRules With(CaseRules rules, MeasureCatalogue table) => rules with { Measures = table };

    protected override IReadOnlyList<MeasureKind> RowsOf(MeasureCatalogue table) => table.Measures;

    protected override MeasureCatalogue WithRows(MeasureCatalogue table, IReadOnlyList<MeasureKind> rows) => table with { Measures = rows };

    protected override string KeyOf(MeasureKind row) => row.Code;

    protected override IEnumerable<RuleLine> LinesOf(MeasureKind row) => [new(row.Code, Words(row))];

    protected override IEnumerable<Text> CheckRow(MeasureKind row, string at)
    {
        if (string.IsNullOrWhiteSpace(row.Name))
            yield return T("Empty", $"{at}.name");
        foreach (var (place, citation) in new[] { ("citation", row.Citation), ("ownerBasis", row.OwnerBasis) }.Where(each => !Citations.IsSound(each.Item2)))
            yield return T("Citation", $"{at}.{place}", citation);
        if (row.Targets is [])
            yield return T("Measures.NoTarget", $"{at}.targets", row.Code);
        if (!Roles.Knows(row.OwnerRole))
            yield return T("Role.Unknown", $"{at}.ownerRole", row.OwnerRole);
        if (MeasureCatalogue.Shipped.Measures.FirstOrDefault(known => known.Code == row.Code) is not { } known)
            yield return T("Measures.Code", $"{at}.code", row.Code, string.Join(", ", MeasureCatalogue.Shipped.Measures.Select(each => each.Code).Distinct()));
        else if (known.Category != row.Category)
            yield return T("Measures.Category", $"{at}.category", row.Code);
    }

    private static string Words(MeasureKind row) => T("Line.Measure", row.Name, row.Citation,
        string.Join("、", row.Targets.Select(target => T($"Target.{target}"))), Roles.Find(row.OwnerRole)?.Chinese ?? row.OwnerRole,
        T(row.NeedsConsultation ? "Line.Consulted" : "Line.Unconsulted")).ToString();
}
