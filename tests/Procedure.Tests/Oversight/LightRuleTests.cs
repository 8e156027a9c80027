using FsCheck;
using FsCheck.Fluent;
using FsCheck.Xunit;
using WorkflowAccountability.Procedure.Deadlines;
using WorkflowAccountability.Procedure.Oversight;

namespace WorkflowAccountability.Procedure.Tests.Oversight;

public sealed class LightRuleTests
{
    private static readonly WorkingCalendar calendar = WorkingCalendar.Shipped;
    private static readonly LightRule rule = OversightRules.Shipped.LightsOn(new(2026, 3, 2));

    public static Arbitrary<DateOnly> Starts() => Gen.Choose(0, 3900).Select(days => new DateOnly(2016, 1, 1).AddDays(days)).ToArbitrary();

    [Property(Arbitrary = [typeof(LightRuleTests)], MaxTest = 200)]
    public void A_deadline_is_near_on_every_day_with_three_working_days_or_a_fifth_left_and_on_no_day_before(DateOnly start, byte length, bool months)
    {
        var due = calendar.Compute(start, months ? new Period((length % 6) + 1, PeriodUnit.Month) : new Period((length % 60) + 1, PeriodUnit.WorkingDay)).Day;
        var whole = calendar.WorkingDaysBetween(start, due);

        var near = rule.NearFrom(calendar, start, due);

        for (var day = start; day <= due; day = day.AddDays(1))
        {
            var left = calendar.WorkingDaysBetween(day, due);
            (day >= near).ShouldBe(left <= 3 || left * 100 <= whole * 20, $"{start} to {due}: {left} of {whole} left on {day}");
        }
    }

    [Property(Arbitrary = [typeof(LightRuleTests)], MaxTest = 100)]
    public void An_age_holds_exactly_the_due_days_that_are_so_many_working_days_ago(DateOnly today)
    {
        var ages = rule.AgesOn(calendar, today);

        foreach (var (first, most) in ages.Zip(rule.Ages))
            for (var due = today.AddDays(-60); due < today; due = due.AddDays(1))
                (due >= first).ShouldBe(calendar.WorkingDaysBetween(due, today) <= most, $"due {due}, seen on {today}, at most {most}");
    }

    [Fact]
    public void The_shipped_rules_are_sound_and_what_makes_no_sense_is_named()
    {
        OversightRules.Shipped.Faults().ShouldBeEmpty();
        new OversightRules([rule with { Ages = [3, 2, 20] }, rule with { Basis = "听说" }, rule with { NearPercent = 120 }], []).Faults().Count().ShouldBe(3);
        new OversightRules([], [new EscalationRule("T-3", "内部环节", new(2016, 8, 26), null)]).Faults().Count().ShouldBe(2);
        OversightRules.Shipped.LaysBefore("T+3", new(2026, 3, 2)).ShouldBeTrue();
        OversightRules.Shipped.LaysBefore("T+1", new(2026, 3, 2)).ShouldBeFalse();
    }
}
