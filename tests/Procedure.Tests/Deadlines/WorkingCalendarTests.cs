using WorkflowAccountability.Procedure.Deadlines;
using WorkflowAccountability.Testing;

namespace WorkflowAccountability.Procedure.Tests.Deadlines;

public sealed class WorkingCalendarTests
{
    private static readonly WorkingCalendar Calendar = WorkingCalendar.Shipped;

    [Theory]
    [InlineData(1, PeriodUnit.WorkingDay)]
    [InlineData(5, PeriodUnit.WorkingDay)]
    [InlineData(30, PeriodUnit.WorkingDay)]
    [InlineData(1, PeriodUnit.Day)]
    [InlineData(15, PeriodUnit.Day)]
    [InlineData(60, PeriodUnit.Day)]
    [InlineData(1, PeriodUnit.Month)]
    [InlineData(6, PeriodUnit.Month)]
    [InlineData(12, PeriodUnit.Month)]
    public void From_every_day_of_eleven_years_a_period_ends_where_counting_day_by_day_ends(int length, PeriodUnit unit)
    {
        var oracle = new DayByDay();

        for (var start = new DateOnly(2016, 1, 1); start <= new DateOnly(2026, 12, 31); start = start.AddDays(1))
            Calendar.Compute(start, new(length, unit)).Day.ShouldBe(oracle.End(start, length, unit), $"from {start:O}");
    }

    [Fact]
    public void The_working_days_between_two_days_are_those_that_one_counts_also_where_no_calendar_reaches()
    {
        var lot = new Random(2016);
        DateOnly[] edges = [new(1999, 12, 30), new(2000, 1, 1), new(2000, 1, 2), new(2050, 2, 6), new(2050, 2, 7), new(2050, 2, 9), new(2051, 1, 1)];
        var days = edges.Concat(Enumerable.Range(0, 40).Select(_ => new DateOnly(1999, 1, 1).AddDays(lot.Next(20_000)))).ToList();
        var calendar = Calendar.With(new CalendarCorrection(new(2024, 3, 9), IsWorkday: true, "补录"));

        foreach (var from in days)
            foreach (var to in days)
                calendar.WorkingDaysBetween(from, to).ShouldBe(
                    Enumerable.Range(1, Math.Max(0, to.DayNumber - from.DayNumber)).Count(day => calendar.IsWorkday(from.AddDays(day))), $"{from:O} to {to:O}");
    }

    [Fact]
    public void Thirty_working_days_after_14_January_2022_end_on_2_March() =>
        Calendar.Compute(new(2022, 1, 14), new(30, PeriodUnit.WorkingDay)).Day.ShouldBe(new(2022, 3, 2));

    [Fact]
    public void Sixty_days_after_28_January_2016_end_on_28_March() =>
        Calendar.Compute(new(2016, 1, 28), new(60, PeriodUnit.Day)).Day.ShouldBe(new(2016, 3, 28));

    [Fact]
    public void A_month_without_the_corresponding_day_ends_on_its_last() =>
        Calendar.Compute(new(2016, 8, 31), new(6, PeriodUnit.Month)).Day.ShouldBe(new(2017, 2, 28));

    [Fact]
    public void A_period_of_days_that_ends_in_the_October_holiday_ends_after_it() =>
        Calendar.Compute(new(2016, 9, 16), new(15, PeriodUnit.Day)).Day.ShouldBe(new(2016, 10, 8));

    [Fact]
    public void Xinjiangs_own_holidays_and_the_Saturday_worked_for_them_count()
    {
        Calendar.IsWorkday(new(2016, 9, 10)).ShouldBeTrue();
        Calendar.IsWorkday(new(2016, 9, 12)).ShouldBeFalse();
        Calendar.Compute(new(2016, 9, 9), new(3, PeriodUnit.WorkingDay)).Day.ShouldBe(new(2016, 9, 19));
    }

    [Theory]
    [InlineData(2016, 250)]
    [InlineData(2017, 249)]
    [InlineData(2018, 250)]
    [InlineData(2019, 250)]
    [InlineData(2020, 249)]
    [InlineData(2021, 250)]
    [InlineData(2022, 249)]
    [InlineData(2023, 249)]
    [InlineData(2024, 251)]
    [InlineData(2025, 248)]
    [InlineData(2026, 248)]
    public void The_national_calendar_has_so_many_working_days(int year, int workingDays)
    {
        var national = new WorkingCalendar(
            HolidayLayer.Read("Deadlines/holidays-cn.json"), new("", "", "", "", new Dictionary<int, HolidayYear>()));

        Enumerable.Range(0, 366).Select(new DateOnly(year, 1, 1).AddDays).Count(day => day.Year == year && national.IsWorkday(day))
            .ShouldBe(workingDays);
    }

    [Fact]
    public void A_deadline_is_due_with_the_last_second_of_its_day_in_Beijing()
    {
        var due = Calendar.Compute(new(2022, 1, 14), new(30, PeriodUnit.WorkingDay));

        due.At.ShouldBe(new(2022, 3, 2, 15, 59, 59, TimeSpan.Zero));
        due.At.Offset.ShouldBe(TimeSpan.Zero);
        BeijingTime.DayOf(due.At).ShouldBe(due.Day);
        BeijingTime.DayOf(due.At.AddSeconds(1)).ShouldBe(due.Day.AddDays(1));
    }

    [Theory]
    [InlineData("2022-03-01", 30, PeriodUnit.WorkingDay, 0)]
    [InlineData("2021-12-20", 30, PeriodUnit.WorkingDay, 1)]
    [InlineData("2021-12-20", 60, PeriodUnit.Day, 0)]
    [InlineData("2016-09-01", 5, PeriodUnit.WorkingDay, 1)]
    [InlineData("2026-12-20", 30, PeriodUnit.WorkingDay, 3)]
    [InlineData("2026-12-20", 60, PeriodUnit.Day, 2)]
    public void A_deadline_is_provisional_when_the_days_that_decide_it_lie_in_a_year_without_full_data(
        string start, int length, PeriodUnit unit, int doubts)
    {
        var due = Calendar.Compute(Day.Of(start), new(length, unit));

        due.Doubts.Count.ShouldBe(doubts);
        due.IsProvisional.ShouldBe(doubts > 0);
    }

    [Fact]
    public void A_correction_goes_before_every_notice_and_the_last_one_counts()
    {
        var corrected = Calendar
            .With(new CalendarCorrection(new(2017, 6, 26), IsWorkday: false, "肉孜节"))
            .With(new CalendarCorrection(new(2017, 6, 24), true, "调休"), new CalendarCorrection(new(2017, 6, 24), false, "更正"));

        corrected.Compute(new(2017, 6, 23), new(1, PeriodUnit.WorkingDay)).Day.ShouldBe(new(2017, 6, 27));
        Calendar.Compute(new(2017, 6, 23), new(1, PeriodUnit.WorkingDay)).Day.ShouldBe(new(2017, 6, 26));
        corrected.Version.ShouldNotBe(Calendar.Version);
    }

    [Fact]
    public void A_period_without_length_is_no_period() =>
        Should.Throw<ArgumentOutOfRangeException>(() => Calendar.Compute(new(2016, 9, 1), new(0, PeriodUnit.Day)));
}
