using FsCheck.Xunit;
using WorkflowAccountability.Procedure.Ledgers.Restrictions;

namespace WorkflowAccountability.Procedure.Tests.Ledgers;

/// <summary>从旧兼从轻: the rule of the day of the act, unless the later one is milder for the person.</summary>
public sealed class MilderRuleTests
{
    private static readonly DateOnly change = new(2020, 7, 1), acted = new(2019, 5, 31), imposed = new(2021, 3, 1);

    // The oracle knows nothing of months: it walks the days and sees on which somebody may not have something.
    [Property(MaxTest = 200)]
    public bool 第十四条第二项第三句_The_later_rule_counts_exactly_where_it_takes_away_days_of_restriction_and_adds_none(byte[] older, byte[] newer)
    {
        var (before, after) = (Rows(older, new(2007, 6, 1), change), Rows(newer, change, null));
        if (before.Count == 0 || after.Count == 0)
            return true;

        var chosen = MilderRule.Of(Table([.. before, .. after]), new("Demerit", imposed, acted));

        var (old, late) = (DaysOf(before), DaysOf(after));
        return chosen.Rules.SequenceEqual(late.IsProperSubsetOf(old) ? after : before);
    }

    [Property(MaxTest = 100)]
    public bool Nobody_is_ever_worse_off_than_under_the_rule_of_the_day_of_his_act(byte[] older, byte[] newer)
    {
        var (before, after) = (Rows(older, new(2007, 6, 1), change), Rows(newer, change, null));
        if (before.Count == 0 || after.Count == 0)
            return true;
        var table = Table([.. before, .. after]);

        var periods = ImpactCalculator.Of(table, [new("Demerit", imposed, acted)]);

        return periods.All(period => period.Until <= imposed.AddMonths(before.Where(rule => rule.Effect == period.Effect).Sum(rule => rule.Months)));
    }

    [Theory]
    [InlineData(12, 6, RuleOfTime.NewerIsMilder, 6)]
    [InlineData(6, 12, RuleOfTime.Older, 6)]
    [InlineData(12, 12, RuleOfTime.Older, 12)]
    public void The_reason_is_said(int before, int after, RuleOfTime because, int months)
    {
        var chosen = MilderRule.Of(Table([.. Rows([(byte)before], new(2007, 6, 1), change), .. Rows([(byte)after], change, null)]), new("Demerit", imposed, acted));

        (chosen.Because, chosen.Rules[0].Months).ShouldBe((because, months));
    }

    [Fact]
    public void What_is_milder_in_one_thing_and_harsher_in_another_leaves_the_older_rule_and_asks_the_legal_office() =>
        MilderRule.Of(Table([.. Rows([12, 6], new(2007, 6, 1), change), .. Rows([6, 12], change, null)]), new("Demerit", imposed, acted)).Because.ShouldBe(RuleOfTime.OlderThoughMixed);

    [Fact]
    public void An_act_without_a_known_day_and_one_after_the_change_are_judged_by_the_rule_of_the_sanction()
    {
        var table = Table([.. Rows([6], new(2007, 6, 1), change), .. Rows([12], change, null)]);

        MilderRule.Of(table, new("Demerit", imposed)).Rules[0].Months.ShouldBe(12);
        MilderRule.Of(table, new("Demerit", imposed, change)).ShouldSatisfyAllConditions(chosen => chosen.Rules[0].Months.ShouldBe(12), chosen => chosen.Because.ShouldBe(RuleOfTime.Same));
        MilderRule.Of(table, new("Demerit", imposed, new(1999, 1, 1))).Because.ShouldBe(RuleOfTime.NewerAlone);
    }

    [Fact]
    public void It_is_said_for_administrative_sanctions_alone()
    {
        var rows = Rows([6], new(2007, 6, 1), change).Concat(Rows([12], change, null)).Select(rule => rule with { Family = SanctionFamily.Organisational });

        MilderRule.Of(Table([.. rows]), new("Demerit", imposed, acted)).Rules[0].Months.ShouldBe(12);
    }

    private static ImpactTable Table(IReadOnlyList<ImpactRule> rules) => ImpactTable.Shipped with { Rules = rules };

    private static IReadOnlyList<ImpactRule> Rows(byte[] months, DateOnly from, DateOnly? to) =>
    [
        .. months.Take(4).Select((length, at) => new ImpactRule("Demerit", "记过", SanctionFamily.AdministrativeDiscipline, 2, true, (ImpactEffect)at, length % 25, false, "参照某法", from, to))
            .Where(rule => rule.Months > 0),
    ];

    private static HashSet<(ImpactEffect, DateOnly)> DaysOf(IEnumerable<ImpactRule> rules)
    {
        HashSet<(ImpactEffect, DateOnly)> days = [];
        foreach (var rule in rules)
            for (var (day, end) = (imposed, imposed.AddMonths(rule.Months)); day < end; day = day.AddDays(1))
                days.Add((rule.Effect, day));
        return days;
    }
}
