using WorkflowAccountability.Procedure.Deadlines;
using WorkflowAccountability.Testing;

namespace WorkflowAccountability.Procedure.Tests.Deadlines;

public sealed class StoppedDaysTests
{
    private static readonly WorkingCalendar Calendar = WorkingCalendar.Shipped;
    private static readonly DayByDay oracle = new();

    [Theory]
    [InlineData(5, PeriodUnit.WorkingDay)]
    [InlineData(60, PeriodUnit.Day)]
    [InlineData(6, PeriodUnit.Month)]
    public void From_every_day_of_eleven_years_a_stopped_period_ends_where_striking_out_day_by_day_ends(int length, PeriodUnit unit)
    {
        var chance = new Random(59);
        for (var start = new DateOnly(2016, 1, 1); start <= new DateOnly(2026, 12, 31); start = start.AddDays(1))
        {
            var stops = Stops(chance, start);

            Calendar.Compute(start, new(length, unit), new StoppedDays(stops)).Day
                .ShouldBe(oracle.End(start, length, unit, day => stops.Exists(stop => stop.From < day && day <= stop.To)), $"from {start:O} with {string.Join(' ', stops)}");
        }
    }

    [Fact]
    public void Two_stops_one_after_the_other_or_overlapping_count_as_the_one_that_covers_both()
    {
        var start = new DateOnly(2022, 1, 14);
        var sixty = new Period(60, PeriodUnit.Day);

        var apart = Calendar.Compute(start, sixty, new StoppedDays((new(2022, 1, 20), new(2022, 1, 30)), (new(2022, 1, 30), new(2022, 2, 10))));
        var overlapping = Calendar.Compute(start, sixty, new StoppedDays((new(2022, 1, 20), new(2022, 2, 5)), (new(2022, 1, 25), new(2022, 2, 10))));

        apart.Day.ShouldBe(Calendar.Compute(start, sixty, new StoppedDays((new(2022, 1, 20), new(2022, 2, 10)))).Day);
        overlapping.Day.ShouldBe(apart.Day);
    }

    [Fact]
    public void A_stop_or_a_longer_period_never_ends_earlier_and_a_stop_after_the_end_changes_nothing()
    {
        var chance = new Random(2016);
        for (var run = 0; run < 5_000; run++)
        {
            var start = new DateOnly(2016, 1, 1).AddDays(chance.Next(3_900));
            var period = new Period(chance.Next(1, 70), (PeriodUnit)chance.Next(2));
            var stops = Stops(chance, start);
            var plain = Calendar.Compute(start, period).Day;

            Calendar.Compute(start, period, new StoppedDays(stops)).Day.ShouldBeGreaterThanOrEqualTo(plain);
            Calendar.Compute(start, period with { Length = period.Length + 1 }, new StoppedDays(stops)).Day
                .ShouldBeGreaterThanOrEqualTo(Calendar.Compute(start, period, new StoppedDays(stops)).Day);
            Calendar.Compute(start, period, new StoppedDays((plain, plain.AddDays(30)))).Day.ShouldBe(plain);
        }
    }

    [Fact]
    public void A_working_day_is_a_day_and_no_24_hours_so_the_minute_of_the_event_changes_nothing()
    {
        var (morning, night) = (BeijingTime.At(new(2022, 1, 14), new(0, 0)), BeijingTime.At(new(2022, 1, 14), new(23, 59, 59)));

        DateTimeOffset Due(DateTimeOffset of) => Calendar.Compute(BeijingTime.DayOf(of), new(5, PeriodUnit.WorkingDay)).At;

        Due(morning).ShouldBe(Due(night));
        Due(night.AddSeconds(1)).ShouldBe(Due(BeijingTime.At(new(2022, 1, 15), new(12, 0))));
    }

    private static List<(DateOnly From, DateOnly To)> Stops(Random chance, DateOnly start) =>
        [.. Enumerable.Range(0, chance.Next(1, 4)).Select(_ => start.AddDays(chance.Next(-20, 60))).Select(from => (from, from.AddDays(chance.Next(0, 45))))];
}
