using WorkflowAccountability.Procedure.Deadlines;

namespace WorkflowAccountability.Procedure.Tests.Deadlines;

public sealed class RungsTests
{
    private static readonly WorkingCalendar Calendar = WorkingCalendar.Shipped;
    private static readonly TimeOnly Ten = new(10, 0);

    [Fact]
    public void A_reminder_counted_back_onto_a_rest_day_comes_on_the_working_day_before()
    {
        var monday = new DateOnly(2022, 3, 28);

        var rungs = Rungs.Before(Calendar, start: new(2022, 2, 26), due: monday, PeriodUnit.Day, [10, 5, 2, 0], Ten);

        rungs.Select(rung => (rung.Label, rung.Day)).ShouldBe(
            [("T-10", new(2022, 3, 18)), ("T-5", new(2022, 3, 23)), ("T-2", new(2022, 3, 25)), ("T-0", monday)]);
    }

    [Fact]
    public void Nobody_is_reminded_twice_on_one_day()
    {
        var rungs = Rungs.Before(Calendar, new(2022, 2, 26), new(2022, 3, 28), PeriodUnit.Day, [3, 2, 1, 0], Ten);

        rungs.Select(rung => rung.Label).ShouldBe(["T-1", "T-0"]);
    }

    [Fact]
    public void No_reminder_comes_before_the_work_has_begun() =>
        Rungs.Before(Calendar, new(2022, 3, 23), new(2022, 3, 28), PeriodUnit.WorkingDay, [5, 3, 2, 0], Ten)
            .Select(rung => rung.Label).ShouldBe(["T-2", "T-0"]);

    [Fact]
    public void Lateness_is_told_on_five_working_days_and_then_weekly_without_end()
    {
        var ladder = new OverdueLadder(5, 7, [new(1, "OVERSIGHT"), new(3, "GOVERNMENT")], "内部环节");

        var rungs = Rungs.After(Calendar, new(2022, 3, 24), ladder, Ten).Take(8).ToList();

        rungs.Select(rung => $"{rung.Label} {rung.Day:MM-dd} {rung.CopyTo}".TrimEnd()).ShouldBe(
            ["T+1 03-25 OVERSIGHT", "T+2 03-28", "T+3 03-29 GOVERNMENT", "T+4 03-30", "T+5 03-31", "W+1 04-07", "W+2 04-14", "W+3 04-21"]);
        rungs[0].At.ShouldBe(new(2022, 3, 25, 2, 0, 0, TimeSpan.Zero));
    }
}
