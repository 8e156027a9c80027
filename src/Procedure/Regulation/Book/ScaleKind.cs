using WorkflowAccountability.Procedure.Cases;
using WorkflowAccountability.Procedure.Stages.EstablishFacts;
using WorkflowAccountability.Procedure.Stages.RegisterLead;

namespace WorkflowAccountability.Procedure.Regulation.Book;

/// <summary>第十六条第一款: the scales of events.</summary>
internal sealed class ScaleKind() : DatedKind<ClassificationScales, RuleSet>("classification", "ruleSets")
{
    internal override IQueryable<CaseFile> Touched(IQueryable<CaseFile> cases) => cases.Where(file => file.Level != null);

    internal override IEnumerable<RuleResult> ResultsIn(CaseFile file, CaseRules rules) => file.Level is null || StatedIn(file) is not { } stated ? []
        : [new(T("Result.Level").ToString(), Said(stated.Classify(rules.Scales.Deciding(file.ActsOn(file.Latest<RegisterLeadForm>())))))];

    /// <summary>第十六条第一款: the level of the new scale.</summary>
    internal override void TakeOver(CaseFile file)
    {
        if (file.Level is not null && StatedIn(file)?.Classify(file.Scale) is { IsRefused: false } anew)
            file.Level = anew.Level?.Symbol();
    }

    protected override ClassificationScales TableOf(CaseRules rules) => rules.Scales;

    protected override CaseRules With(CaseRules rules, ClassificationScales table) => rules with { Scales = table };

    protected override IReadOnlyList<RuleSet> RowsOf(ClassificationScales table) => table.RuleSets;

    protected override ClassificationScales WithRows(ClassificationScales table, IReadOnlyList<RuleSet> rows) => new(rows);

    protected override string KeyOf(RuleSet row) => row.Use is RuleSetUse.Deciding ? T("Scale.Deciding").ToString() : row.Id;

    protected override IEnumerable<RuleLine> LinesOf(RuleSet row) =>
    [
        new(row.Use is RuleSetUse.Deciding ? T("Scale.Deciding").ToString() : row.Id, $"{row.Title}（{row.Authority}）"),
        .. row.Criteria.SelectMany(criterion => criterion.Thresholds()
            .Select(threshold => new RuleLine($"{(row.Use is RuleSetUse.Deciding ? "" : row.Id + " · ")}{criterion.Label} · {threshold.Level.Symbol()}", threshold.Words))),
    ];

    protected override IEnumerable<Text> CheckRow(RuleSet row, string at) => ScaleFaults.Of(row, at);

    /// <summary>Every day has one deciding scale.</summary>
    protected override IEnumerable<Text> CheckTable(ClassificationScales table, DateOnly from, DateOnly? to)
    {
        var deciding = table.RuleSets.Where(row => row.Use is RuleSetUse.Deciding).OrderBy(row => row.ValidFrom).ToList();
        if (deciding.Count == 0)
            yield return T("Scale.None", "$.content.ruleSets");
        else if (deciding[^1].ValidTo is { } end && (to is null || end < to))
            yield return T("Rows.Gap", "$.content.ruleSets", T("Scale.Deciding"), Day(end), Day(to));
    }

    // What gave the level that the case has: a draft that nobody has signed gives none.
    private static StatedEvent? StatedIn(CaseFile file)
    {
        List<StatedEvent> stated = [.. file.All<EstablishFactsForm>().Reverse().Select(facts => facts.Counted()),
            .. file.All<RegisterLeadForm>().Reverse().Select(lead => lead.Event)];
        return stated.Find(each => each.Classify(file.Scale).Level?.Symbol() == file.Level) ?? stated.FirstOrDefault();
    }

    private static string Said(Classification answer) => answer.IsRefused ? string.Join("；", answer.Faults) : answer.Level?.Symbol() ?? "—";
}
