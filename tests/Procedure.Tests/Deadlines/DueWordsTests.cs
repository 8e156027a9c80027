using FsCheck.Xunit;
using WorkflowAccountability.Procedure.Deadlines;
using WorkflowAccountability.Procedure.Oversight;

namespace WorkflowAccountability.Procedure.Tests.Deadlines;

/// <summary>What a list says of a due date; office hours only colour it, and list and board are near on the same days.</summary>
public sealed class DueWordsTests
{
    private static readonly WorkingCalendar calendar = WorkingCalendar.Shipped;

    [Theory]
    // Summer hours until 20:00, on Wednesday 2026-07-15.
    [InlineData("2026-07-15T09:00:00", "今日到期", DueLight.Near)]
    [InlineData("2026-07-15T17:59:59", "今日到期", DueLight.Near)]
    [InlineData("2026-07-15T18:00:00", "今日到期（即将下班）", DueLight.Closing)]
    [InlineData("2026-07-15T19:59:59", "今日到期（即将下班）", DueLight.Closing)]
    [InlineData("2026-07-15T20:00:00", "今日到期（已下班）", DueLight.Closing)]
    [InlineData("2026-07-15T20:01:00", "今日到期（已下班）", DueLight.Closing)]
    [InlineData("2026-07-15T23:59:59", "今日到期（已下班）", DueLight.Closing)]
    // Winter hours until 19:30, on Wednesday 2026-11-18; the winter lasts over the year's end.
    [InlineData("2026-11-18T17:29:59", "今日到期", DueLight.Near)]
    [InlineData("2026-11-18T17:30:00", "今日到期（即将下班）", DueLight.Closing)]
    [InlineData("2026-11-18T19:30:00", "今日到期（已下班）", DueLight.Closing)]
    [InlineData("2026-02-04T19:31:00", "今日到期（已下班）", DueLight.Closing)]
    [InlineData("2026-04-30T19:31:00", "今日到期（已下班）", DueLight.Closing)]
    [InlineData("2026-05-06T19:31:00", "今日到期（即将下班）", DueLight.Closing)]
    [InlineData("2026-09-30T19:31:00", "今日到期（即将下班）", DueLight.Closing)]
    // A Sunday: what runs in plain days may end on it.
    [InlineData("2026-07-19T11:00:00", "今日到期（休息日）", DueLight.Closing)]
    public void What_is_due_today_says_how_the_office_stands(string beijing, string words, DueLight light)
    {
        var now = Beijing(beijing);

        var due = DueWords.Of(BeijingTime.EndOf(BeijingTime.DayOf(now)), nearAt: null, now, calendar);

        (due.Words.ToString(), due.Light).ShouldBe((words, light));
    }

    [Fact]
    public void After_the_office_has_closed_it_is_still_in_time_until_the_last_second_of_the_day()
    {
        var due = BeijingTime.EndOf(new(2026, 7, 15));

        DueWords.Of(due, null, Beijing("2026-07-15T20:01:00"), calendar).Light.ShouldNotBe(DueLight.Late);
        DueWords.Of(due, null, Beijing("2026-07-15T23:59:59"), calendar).Light.ShouldNotBe(DueLight.Late);
        DueWords.Of(due, null, Beijing("2026-07-16T00:00:00"), calendar).ShouldSatisfyAllConditions(
            late => late.Light.ShouldBe(DueLight.Late), late => late.Words.ToString().ShouldBe("已逾期1个工作日"), late => late.Exact.ShouldBe("2026-07-15 23:59"));
    }

    [Fact]
    public void Outside_of_the_day_itself_the_hours_say_nothing() =>
        DueWords.Of(BeijingTime.EndOf(new(2026, 7, 16)), null, Beijing("2026-07-15T21:00:00"), calendar).Words.ToString().ShouldBe("还剩1个工作日");

    [Property(Arbitrary = [typeof(Oversight.LightRuleTests)], MaxTest = 100)]
    public void The_list_is_near_from_the_same_day_on_as_the_board(DateOnly start, byte length)
    {
        var rule = OversightRules.Shipped.LightsOn(start);
        var due = calendar.Compute(start, new Period((length % 90) + 1, PeriodUnit.WorkingDay)).Day;
        var nearAt = BeijingTime.At(rule.NearFrom(calendar, start, due), TimeOnly.MinValue);

        for (var day = start; day < due; day = day.AddDays(1))
        {
            var left = calendar.WorkingDaysBetween(day, due);
            DueWords.Of(BeijingTime.EndOf(due), nearAt, BeijingTime.At(day, new(11, 0)), calendar).Light
                .ShouldBe(left <= 3 || left * 100 <= calendar.WorkingDaysBetween(start, due) * 20 ? DueLight.Near : DueLight.Ahead, $"{start} to {due}, {left} left on {day}");
        }
    }

    [Fact]
    public void The_hours_are_data_that_follow_each_other_and_every_day_since_the_regulation_has_its_season()
    {
        OfficeHours.Shipped.Faults().ShouldBeEmpty();
        for (var day = new DateOnly(2016, 8, 26); day.Year < 2027; day = day.AddDays(1))
            OfficeHours.Shipped.SeasonOn(day)!.FromMonth.ShouldBe(day.Month is >= 5 and < 10 ? 5 : 10, $"{day}");
        (OfficeHours.Shipped with { Seasons = [OfficeHours.Shipped.Seasons[0] with { Morning = new(new(14, 0), new(10, 0)) }] }).Faults().ShouldHaveSingleItem();
    }

    private static DateTimeOffset Beijing(string time) => DateTimeOffset.Parse(time + "+08:00", System.Globalization.CultureInfo.InvariantCulture).ToUniversalTime();
}
