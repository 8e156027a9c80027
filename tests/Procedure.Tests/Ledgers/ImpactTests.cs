using FsCheck.Xunit;
using WorkflowAccountability.Procedure.Ledgers.Restrictions;

namespace WorkflowAccountability.Procedure.Tests.Ledgers;

public sealed class ImpactTests
{
    private static readonly ImpactTable table = ImpactTable.Shipped;

    private static IReadOnlyList<(ImpactEffect, DateOnly, DateOnly?)> Of(params (string Code, int Year, int Month, int Day)[] sanctions) =>
        [.. ImpactCalculator.Of(table, [.. sanctions.Select(each => new ImposedSanction(each.Code, new(each.Year, each.Month, each.Day)))])
            .Select(period => (period.Effect, period.Until, period.AtMost))];

    [Fact]
    public void 第十二条第二款_A_month_without_the_corresponding_day_ends_on_its_last() =>
        Of(("Warning", 2016, 8, 31)).ShouldBe([(ImpactEffect.NoPromotion, new(2017, 2, 28), null)]);

    [Fact]
    public void 第十二条第二款_Of_discipline_and_organisational_handling_the_longer_counts_effect_by_effect() =>
        Of(("Demerit", 2021, 3, 1), ("Removal", 2021, 3, 1), ("AdmonitionTalk", 2021, 3, 1)).ShouldBe(
        [
            (ImpactEffect.NoPromotion, new(2022, 3, 1), null), (ImpactEffect.NoPost, new(2022, 3, 1), null),
            (ImpactEffect.NoHigherPost, new(2023, 3, 1), null), (ImpactEffect.NoPayStep, new(2022, 3, 1), null),
        ]);

    [Fact]
    public void 第十二条第二款_Several_equal_sanctions_leave_a_choice_between_one_period_and_their_sum_and_never_more_than_48_months()
    {
        Of(("Demerit", 2021, 3, 1), ("Demerit", 2021, 3, 1))[0].ShouldBe((ImpactEffect.NoPromotion, new(2022, 3, 1), new(2023, 3, 1)));
        Of(("Downgrade", 2021, 3, 1), ("Downgrade", 2021, 3, 1), ("Downgrade", 2021, 3, 1))[0].ShouldBe((ImpactEffect.NoPromotion, new(2023, 3, 1), new(2025, 3, 1)));
    }

    [Fact]
    public void A_graver_sanction_of_the_same_day_is_carried_out_alone() =>
        Of(("Warning", 2021, 3, 1), ("SeriousDemerit", 2021, 3, 1))[0].ShouldBe((ImpactEffect.NoPromotion, new(2022, 9, 1), null));

    [Fact]
    public void A_sanction_that_comes_while_another_runs_is_added_to_what_is_left_within_48_months()
    {
        Of(("Demerit", 2021, 3, 1), ("Warning", 2021, 9, 1))[0].ShouldBe((ImpactEffect.NoPromotion, new(2022, 9, 1), null));
        Of(("Downgrade", 2021, 3, 1), ("Dismissal", 2021, 4, 1), ("Dismissal", 2021, 5, 1))[0].ShouldBe((ImpactEffect.NoPromotion, new(2025, 5, 1), null));
        Of(("Warning", 2021, 3, 1), ("Warning", 2022, 3, 1))[0].ShouldBe((ImpactEffect.NoPromotion, new(2022, 9, 1), null), "the first had run out");
    }

    [Fact]
    public void The_rule_of_the_day_of_the_sanction_counts()
    {
        ImpactCalculator.Of(table, [new("Warning", new(2020, 6, 30))])[0].Rule.Basis.ShouldContain("行政机关公务员处分条例");
        ImpactCalculator.Of(table, [new("Warning", new(2020, 7, 1))])[0].Rule.Basis.ShouldContain("政务处分法");
        ImpactCalculator.Of(table, [new("Warning", new(2001, 1, 1))]).ShouldBeEmpty("no rule of that time is known");
    }

    [Property]
    public bool One_sanction_ends_where_counting_month_by_month_ends(DateTime start, int pick)
    {
        var rule = table.Rules[Math.Abs(pick % table.Rules.Count)];
        var on = DateOnly.FromDateTime(start);
        if (ImpactCalculator.Of(table, [new(rule.Code, on)]).FirstOrDefault(period => period.Effect == rule.Effect) is not { } period)
            return table.Of(rule.Code, on).All(other => other.Effect != rule.Effect);
        var (year, month) = (on.Year, on.Month);
        for (var left = period.Rule.Months; left > 0; left--)
            (year, month) = month == 12 ? (year + 1, 1) : (year, month + 1);
        return period.Until == new DateOnly(year, month, Math.Min(on.Day, DateTime.DaysInMonth(year, month)));
    }

    [Property]
    public bool However_many_sanctions_fall_on_somebody_none_of_one_family_reaches_48_months_beyond_the_last(byte[] months)
    {
        string[] codes = ["Warning", "Demerit", "SeriousDemerit", "Downgrade", "Dismissal"];
        var day = new DateOnly(2021, 1, 31);
        List<ImposedSanction> sanctions = [];
        foreach (var each in months.Take(8))
            sanctions.Add(new(codes[each % codes.Length], day = day.AddMonths(each % 7)));
        return ImpactCalculator.Of(table, sanctions).All(period => (period.AtMost ?? period.Until) <= day.AddMonths(48) && period.Until >= day.AddMonths(-48));
    }

    [Fact]
    public void The_shipped_table_is_sound_and_one_that_contradicts_itself_says_so()
    {
        table.Faults().ShouldBeEmpty();
        (table with { Rules = [table.Rules[0], table.Rules[0] with { Months = 0 }] }).Faults().Count().ShouldBe(2);
    }
}
