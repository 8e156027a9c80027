using WorkflowAccountability.Procedure.Deadlines;
using WorkflowAccountability.Testing;

namespace WorkflowAccountability.Procedure.Tests.Deadlines;

/// <summary>
/// 参照《民法典》第二百零一条至第二百零三条, each sentence as a property over every day from 2016 to 2026. Days that are worked in the place of others, and
/// those that Xinjiang has to itself, are among them.
/// </summary>
public sealed class CountingRulesTests
{
    private static readonly WorkingCalendar calendar = WorkingCalendar.Shipped;
    private static readonly DayByDay pencil = new();

    private static readonly IReadOnlyList<DateOnly> days =
        [.. Enumerable.Range(0, new DateOnly(2026, 12, 31).DayNumber - new DateOnly(2016, 1, 1).DayNumber + 1).Select(new DateOnly(2016, 1, 1).AddDays)];

    // 第二百零一条第一款：开始的当日不计入，自下一日开始计算。
    [Fact]
    public void The_day_of_the_beginning_does_not_count_so_one_day_ends_on_the_next_day_or_where_the_rest_that_begins_there_is_over()
    {
        foreach (var day in days)
        {
            calendar.Compute(day, new Period(1, PeriodUnit.Day)).Day.ShouldBe(pencil.Worked(day.AddDays(1), 1), $"{day:O}");
            calendar.Compute(day, new Period(1, PeriodUnit.WorkingDay)).Day.ShouldBe(pencil.Worked(day.AddDays(1), 1), $"{day:O}");
        }
    }

    // 第二百零二条：到期月的对应日为期间的最后一日；没有对应日的，月末日为期间的最后一日。
    [Fact]
    public void Months_end_on_the_day_of_the_same_number_or_on_the_last_of_the_month()
    {
        for (var months = 1; months <= 18; months++)
            foreach (var day in days)
            {
                var end = calendar.Compute(day, new Period(months, PeriodUnit.Month)).Day;
                var (year, month) = (day.Year + (day.Month + months - 1) / 12, (day.Month + months - 1) % 12 + 1);
                var last = new DateOnly(year, month, Math.Min(day.Day, DateTime.DaysInMonth(year, month)));

                end.ShouldBe(pencil.Worked(last, 1), $"{months} months from {day:O}");
            }
    }

    // 第二百零三条第一款：期间的最后一日是法定休假日的，以法定休假日结束的次日为期间的最后一日。
    [Theory]
    [InlineData(15)]
    [InlineData(30)]
    [InlineData(60)]
    public void A_last_day_that_is_worked_stays_and_one_that_is_not_gives_way_to_the_first_that_is(int length)
    {
        foreach (var day in days)
        {
            var end = calendar.Compute(day, new Period(length, PeriodUnit.Day)).Day;

            calendar.IsWorkday(end).ShouldBeTrue($"{end:O}");
            end.ShouldBeGreaterThanOrEqualTo(day.AddDays(length));
            for (var between = day.AddDays(length); between < end; between = between.AddDays(1))
                pencil.Works(between).ShouldBeFalse($"{length} days from {day:O} could end on {between:O}");
        }
    }

    // 第二百零三条第二款：期间的最后一日的截止时间为二十四时。
    [Fact]
    public void The_last_day_ends_with_its_last_second_in_Beijing_whatever_the_office_hours()
    {
        foreach (var day in days)
        {
            var due = calendar.Compute(day, new Period(5, PeriodUnit.WorkingDay));

            BeijingTime.Shown(due.At).TimeOfDay.ShouldBe(new TimeSpan(23, 59, 59));
            BeijingTime.DayOf(due.At).ShouldBe(due.Day);
        }
    }

    [Fact]
    public void A_Saturday_that_is_worked_is_a_last_day_and_a_Monday_that_is_not_is_none()
    {
        var worked = days.Where(day => day.DayOfWeek is DayOfWeek.Saturday or DayOfWeek.Sunday && pencil.Works(day)).ToList();
        var free = days.Where(day => day.DayOfWeek is not (DayOfWeek.Saturday or DayOfWeek.Sunday) && !pencil.Works(day)).ToList();

        (worked.Count, free.Count).ShouldSatisfyAllConditions(count => count.Item1.ShouldBeGreaterThan(60), count => count.Item2.ShouldBeGreaterThan(180));
        worked.ShouldAllBe(day => calendar.Compute(day.AddDays(-15), new Period(15, PeriodUnit.Day)).Day == day);
        free.ShouldAllBe(day => calendar.Compute(day.AddDays(-15), new Period(15, PeriodUnit.Day)).Day > day);
    }

    [Fact]
    public void A_later_beginning_never_ends_earlier_and_a_longer_period_neither()
    {
        foreach (var unit in Enum.GetValues<PeriodUnit>())
            for (var length = 1; length <= 12; length++)
                foreach (var day in days.Where((_, number) => number % 3 == 0))
                {
                    var end = calendar.Compute(day, new Period(length, unit)).Day;

                    calendar.Compute(day.AddDays(1), new Period(length, unit)).Day.ShouldBeGreaterThanOrEqualTo(end);
                    calendar.Compute(day, new Period(length + 1, unit)).Day.ShouldBeGreaterThanOrEqualTo(end);
                }
    }
}
