using WorkflowAccountability.Procedure.Cases;
using WorkflowAccountability.Procedure.Stages.ProposeHandling;

namespace WorkflowAccountability.Procedure.Regulation.Book;

/// <summary>第一条: the higher laws with the days on which they came and went.</summary>
internal sealed class BasisKind() : DatedKind<LegalBases, LegalBasis>("legal-bases", "bases")
{
    internal override IQueryable<CaseFile> Touched(IQueryable<CaseFile> cases) =>
        cases.Where(file => file.Submissions.Any(submission => submission.FormName == nameof(ProposeHandlingForm)));

    internal override IEnumerable<RuleResult> ResultsIn(CaseFile file, CaseRules rules) => file.HandlingProposals().Select(proposal =>
        new RuleResult(proposal.Id!, ProposalRules.NotInForce(file, proposal, rules.Bases, decidedOn: null) is { Count: > 0 } gone
            ? T("Result.Gone", string.Join("、", gone)).ToString() : T("Result.InForce").ToString()));

    protected override LegalBases TableOf(CaseRules rules) => rules.Bases;

    protected override CaseRules With(CaseRules rules, LegalBases table) => rules with { Bases = table };

    protected override IReadOnlyList<LegalBasis> RowsOf(LegalBases table) => table.Bases;

    protected override LegalBases WithRows(LegalBases table, IReadOnlyList<LegalBasis> rows) => table with { Bases = rows };

    protected override string KeyOf(LegalBasis row) => row.Title;

    protected override IEnumerable<RuleLine> LinesOf(LegalBasis row) =>
        [new($"《{row.Title}》", row.ValidTo is { } to ? T("Line.BasisUntil", row.Version, Day(to)).ToString() : row.Version)];

    protected override IEnumerable<Text> CheckRow(LegalBasis row, string at)
    {
        foreach (var (place, text) in new[] { ("id", row.Id), ("title", row.Title), ("version", row.Version), ("source", row.Source) }
            .Where(each => string.IsNullOrWhiteSpace(each.Item2)))
            yield return T("Empty", $"{at}.{place}");
        if (row.NamedIn is { } clause && !Citations.IsSound(clause))
            yield return T("Citation", $"{at}.namedIn", clause);
    }

    protected override IEnumerable<Text> CheckTable(LegalBases table, DateOnly from, DateOnly? to) =>
    [
        .. table.Bases.Select((row, at) => (row, at)).Where(each => each.row.ReplacedBy is { } by && !table.Bases.Any(other => other.Id == by))
            .Select(each => T("Basis.ReplacedBy", $"{PlaceOf(each.at)}.replacedBy", each.row.ReplacedBy)),
        .. table.Bases.Select((row, at) => (row, at)).GroupBy(each => each.row.Id).Where(same => same.Count() > 1)
            .Select(same => T("Twice", $"{PlaceOf(same.Last().at)}.id", same.Key)),
    ];
}
