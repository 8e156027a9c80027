using System.Text.Json.Nodes;
using WorkflowAccountability.Procedure.Cases;
using WorkflowAccountability.Procedure.Organisations;

namespace WorkflowAccountability.Procedure.Regulation.Book;

/// <summary>
/// The deadlines. Names, periods, reminders, extension, citation, source, for which grounds and levels, and from when until when may be others. Which code a step
/// asks for and which clock stops which is woven into definitions and running clocks: a file brings neither new codes nor other stops, and leaves no code out.
/// </summary>
internal sealed class DeadlinesKind() : DatedKind<DeadlineTable, DeadlineRule>("deadlines", "rules")
{
    private const int LongestPeriod = 3_660;

    /// <summary>What begins in an open case from now on is counted by it; what runs keeps its row.</summary>
    internal override IQueryable<CaseFile> Touched(IQueryable<CaseFile> cases) => cases;

    /// <summary>Only to which editions a case is bound: no form, no party, no entry.</summary>
    internal override IQueryable<CaseFile> Needed(AccountabilityDb db) => db.Cases;

    internal override IEnumerable<RuleResult> ResultsIn(CaseFile file, CaseRules rules) => DeadlineTable.Shipped.Rules.DistinctBy(row => row.Code).Select(known => new RuleResult(
        $"{known.Code} {known.Title}", Spans(rules.Deadlines.Rules.Where(row => row.Code == known.Code), Words)));

    protected override DeadlineTable TableOf(CaseRules rules) => rules.Deadlines;

    protected override CaseRules With(CaseRules rules, DeadlineTable table) => rules with { Deadlines = table };

    protected override IReadOnlyList<DeadlineRule> RowsOf(DeadlineTable table) => table.Rules;

    protected override DeadlineTable WithRows(DeadlineTable table, IReadOnlyList<DeadlineRule> rows) => table with { Rules = rows };

    protected override string KeyOf(DeadlineRule row) => row.Levels is { } levels ? $"{row.Code} {string.Join(' ', levels.Select(level => level.Symbol()))}" : row.Code;

    protected override IEnumerable<RuleLine> LinesOf(DeadlineRule row) => [new($"{KeyOf(row)} {row.Title}", Words(row))];

    protected override IEnumerable<Text> CheckRow(DeadlineRule row, string at)
    {
        foreach (var (place, text) in new[] { ("name", row.Name), ("english", row.English), ("startsWith", row.StartsWith), ("source", row.Source) }.Where(each => string.IsNullOrWhiteSpace(each.Item2)))
            yield return T("Empty", $"{at}.{place}");
        foreach (var citation in new[] { row.Citation }.Concat(row.Limbs ?? []).Where(citation => !Citations.IsSound(citation)))
            yield return T("Citation", $"{at}.citation", citation);
        if (row.Period is { } period && period.Length is < 1 or > LongestPeriod)
            yield return T("Number", $"{at}.period.length", period.Length, 1, LongestPeriod);
        foreach (var days in row.Reminders.Where(days => days is < 0 or > LongestPeriod))
            yield return T("Number", $"{at}.reminders", days, 0, LongestPeriod);
        if (row.Extension?.Max is { Length: < 1 or > LongestPeriod } most)
            yield return T("Number", $"{at}.extension.max.length", most.Length, 1, LongestPeriod);
        foreach (var role in new[] { row.Extension?.ApproverRole, row.Extension?.RecordedBy }.OfType<string>().Where(role => !Roles.Knows(role)))
            yield return T("Role.Unknown", $"{at}.extension", role);
        if (DeadlineTable.Shipped.Rules.LastOrDefault(known => known.Code == row.Code) is not { } known)
            yield return T("Deadlines.Code", $"{at}.code", row.Code);
        else if (!JsonNode.DeepEquals(DataFile.Written(Woven(row)), DataFile.Written(Woven(known))))
            yield return T("Deadlines.Woven", at, row.Code);
    }

    protected override IEnumerable<Text> CheckTable(DeadlineTable table, DateOnly from, DateOnly? to)
    {
        foreach (var code in DeadlineTable.Shipped.Rules.Where(row => row.ValidTo is null).Select(row => row.Code).Distinct())
        {
            var rows = table.Rules.Where(row => row.Code == code).ToList();
            if (rows.Count == 0)
                yield return T("Deadlines.Missing", "$.content.rules", code);
            else if (rows.TrueForAll(row => row.ValidTo is { } end && (to is null || end < to)))
                yield return T("Rows.Gap", "$.content.rules", code, Day(rows.Max(row => row.ValidTo)), Day(to));
        }
        // Every ground of 第六条 has its period of inquiry, at every level: else a case would stand still at its launch.
        foreach (var day in table.Rules.Select(row => row.ValidFrom).Append(from).Where(day => day >= from && (to is null || day < to)).Distinct().Order())
            foreach (var (ground, level) in LaunchGround.All.SelectMany(ground => Levels(ground), (ground, level) => (ground, level)))
                if (!table.Rules.Any(row => row.Code.StartsWith(InvestigationClock.Choice, StringComparison.Ordinal) && row.HoldsOn(day) && row.AppliesTo(ground, level)))
                    yield return T("Deadlines.NoInquiry", "$.content.rules", ground, level?.Symbol() ?? "—", Day(day));
    }

    // An event has a level; another matter need not.
    private static IEnumerable<EventLevel?> Levels(string ground) => Enum.GetValues<EventLevel>().Cast<EventLevel?>().Concat(ground == LaunchGround.PollutionEvent ? [] : [null]);

    private static DeadlineRule Woven(DeadlineRule row) => new(row.Code, "", "", "", null, "", default, "", [], default, null,
        EndsWith: row.EndsWith, Suspends: row.Suspends, Recurs: row.Recurs, StoppedBy: row.StoppedBy, SetByRequest: row.SetByRequest, ByEntry: row.ByEntry, Window: row.Window);

    private static string Words(DeadlineRule row) => T("Line.Deadline", row.Period?.ToString() ?? "—", row.Citation, row.Source).ToString();
}
