using Snapshooter.Xunit;
using WorkflowAccountability.Procedure.Deadlines;
using WorkflowAccountability.Procedure.Organisations;
using WorkflowAccountability.Procedure.Regulation;
using WorkflowAccountability.Testing;

namespace WorkflowAccountability.Procedure.Tests.Regulation;

public sealed class DeadlineTableTests
{
    private static readonly DeadlineTable Table = DeadlineTable.Shipped;
    private static readonly DateOnly Autumn2016 = new(2016, 9, 1);

    [Fact]
    public void 第七条第二句_By_a_superiors_instruction_the_government_and_nobody_else_stops_the_own_inquiry_and_nothing_that_the_law_orders()
    {
        var file = new ACase().Launched().File;
        var directory = OrganisationDirectory.Shipped;
        var (today, now) = (new DateOnly(2026, 3, 2), new DateTimeOffset(2026, 3, 2, 2, 0, 0, TimeSpan.Zero));

        StopDeadlines.MayRecord(file, directory.ActorOf("gov-zhang", now), today).ShouldContain(rule => rule.Code == "DS1");
        StopDeadlines.MayRecord(file, directory.ActorOf("env-sun", now), today).ShouldNotContain(rule => rule.Code == "DS1");
        DeadlineTable.Shipped.StoppersOf("D07a").ShouldBe(["D08", "DS1"]);
        DeadlineTable.Shipped.StoppersOf("D14").ShouldBeEmpty("publication is ordered by law");
    }

    [Fact]
    public void The_deadlines_are_these() => Snapshot.Match(string.Join('\n', Table.Rules.Select(rule =>
        $"{rule.Code,-4} {rule.ValidFrom:yyyy-MM-dd}  {rule.Name}  {rule.Period?.ToString() ?? (rule.EndsWith is { } ends ? $"随{string.Join('、', ends)}" : "由要求方确定")}"
        + $"  自{rule.StartsWith}  {rule.Origin}  {rule.Source}  {string.Join(' ', rule.Reminders.Select(days => $"T-{days}"))}"
        + (rule.Extension is { } more ? $"  可延{more.Max?.ToString() ?? "（未定）"}：{more.Condition}" : ""))));

    [Theory]
    [InlineData("D09", "2018-03-19", 6)]
    [InlineData("D09", "2018-03-20", 12)]
    public void A_deadline_changes_with_the_law_behind_it(string code, string day, int months) =>
        Table.Find(code, Day.Of(day))!.Period.ShouldBe(new Period(months, PeriodUnit.Month));

    [Fact]
    public void The_review_of_the_gravest_events_may_take_thirty_days_and_of_all_others_fifteen()
    {
        Table.Find("D13", Autumn2016, EventLevel.I)!.Period.ShouldBe(new Period(30, PeriodUnit.Day));
        Table.Find("D13", Autumn2016, EventLevel.III)!.Period.ShouldBe(new Period(15, PeriodUnit.Day));
        Table.Find("D13", Autumn2016)!.Period.ShouldBe(new Period(15, PeriodUnit.Day));
    }

    [Theory]
    [InlineData("第六条第（二）项", EventLevel.II, "D07a")]
    [InlineData("第六条第（二）项", EventLevel.III, "D07b")]
    [InlineData("第六条第（一）项", null, "D07c")]
    [InlineData("第六条第（七）项", EventLevel.IV, "D07c")]
    public void Exactly_one_investigation_deadline_applies_to_a_limb(string limb, EventLevel? level, string code) =>
        Table.Rules.Where(rule => rule.Code.StartsWith("D07", StringComparison.Ordinal) && rule.AppliesTo(limb, level))
            .Select(rule => rule.Code).ShouldBe([code]);

    [Theory]
    [InlineData("2016-09-01", "参照《民法通则》第一百五十四条")]
    [InlineData("2020-12-31", "参照《民法总则》第二百零一条至第二百零三条")]
    [InlineData("2021-01-01", "参照《民法典》第二百零一条至第二百零三条")]
    public void Periods_are_counted_under_the_rule_in_force_when_they_begin(string start, string citation) =>
        Table.CountingCitation(Day.Of(start)).ShouldBe(citation);

    [Fact]
    public void A_period_of_working_days_has_this_ladder()
    {
        var rule = Table.Find("D04", Autumn2016)!;

        var due = WorkingCalendar.Shipped.Compute(Autumn2016, rule.Period!);
        var rungs = Table.RungsOf(rule, Autumn2016, due.Day, WorkingCalendar.Shipped);

        due.Day.ShouldBe(new(2016, 9, 8));
        rungs.Select(rung => $"{rung.Label} {rung.Day:MM-dd} {rung.CopyTo}".TrimEnd()).ShouldBe(
            ["T-2 09-06", "T-0 09-08", "T+1 09-09 OVERSIGHT", "T+2 09-10", "T+3 09-18 GOVERNMENT", "T+4 09-19", "T+5 09-20", "W+1 09-27 OVERSIGHT"]);
        rungs[0].At.ShouldBe(new(2016, 9, 6, 2, 0, 0, TimeSpan.Zero));
    }

    [Fact]
    public void A_table_tells_everything_that_is_wrong_with_it()
    {
        var good = Table.Find("D04", Autumn2016)!;
        var bad = Table with
        {
            Rules = [
                good with { Citation = "第七条第三句", Reminders = [-1], ValidTo = good.ValidFrom },
                good with { Period = null },
                good with { Code = "D05", EndsWith = ["D99"], Extension = new(null, "KING", "", "") },
            ],
        };

        bad.Faults().ShouldBe([
            "D04: ends on 2016-08-26, not after its beginning on 2016-08-26.",
            "D04: reminders are days before the due day.",
            "D04: '第七条第三句' is no sound citation.",
            "D04: needs either a period, or the codes it ends with, or a day that is set by request.",
            "D05: needs either a period, or the codes it ends with, or a day that is set by request.",
            "D05: there is no deadline 'D99'.",
            "D05: the role 'KING' is unknown.",
        ]);
    }

    [Fact]
    public void Two_rows_for_one_code_and_one_level_never_hold_together()
    {
        var rule = Table.Find("D04", Autumn2016)!;

        (Table with { Rules = [rule, rule with { ValidFrom = new(2020, 1, 1) }] }).Faults()
            .ShouldBe(["D04: two rows hold from 2020-01-01."]);
        (Table with { Rules = [rule, rule with { Levels = [EventLevel.I] }] }).Faults().ShouldBeEmpty();
    }
}
