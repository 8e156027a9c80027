using Microsoft.Extensions.Time.Testing;
using WorkflowAccountability.Web.Jobs;

namespace WorkflowAccountability.Web.Tests.Jobs;

public sealed class DatabaseClockTests
{
    private static readonly DateTimeOffset begin = new(2026, 3, 2, 2, 0, 0, TimeSpan.Zero);

    private readonly FakeTimeProvider machine = new(begin);
    private readonly DatabaseClock clock;

    public DatabaseClockTests() => clock = new DatabaseClock(machine);

    [Theory]
    [InlineData(10)]
    [InlineData(-10)]
    public void A_machine_that_is_minutes_wrong_goes_by_the_database_s_clock_and_that_is_no_jump(int minutes)
    {
        clock.Observe(begin, begin.AddMinutes(minutes)).ShouldBeNull();

        clock.GetUtcNow().ShouldBe(begin.AddMinutes(minutes));
        machine.Advance(TimeSpan.FromMinutes(1));
        clock.Observe(machine.GetUtcNow(), begin.AddMinutes(minutes + 1)).ShouldBeNull();
        clock.GetUtcNow().ShouldBe(begin.AddMinutes(minutes + 1));
    }

    [Fact]
    public void A_machine_s_clock_that_is_put_right_by_minutes_moves_nothing_while_the_database_s_goes_on()
    {
        clock.Observe(begin, begin);
        machine.Advance(TimeSpan.FromMinutes(1));

        clock.Observe(machine.GetUtcNow().AddMinutes(-9), begin.AddMinutes(1)).ShouldBeNull();
    }

    [Theory]
    [InlineData(-60)]
    [InlineData(6)]
    [InlineData(365 * 24 * 60)]
    public void A_database_s_clock_that_jumps_is_noticed_by_how_much_and_once(int minutes)
    {
        clock.Observe(begin, begin);
        machine.Advance(TimeSpan.FromMinutes(1));
        var there = begin.AddMinutes(1 + minutes);

        clock.Observe(machine.GetUtcNow(), there).ShouldBe(TimeSpan.FromMinutes(minutes));
        machine.Advance(TimeSpan.FromMinutes(1));
        clock.Observe(machine.GetUtcNow(), there.AddMinutes(1)).ShouldBeNull("from there on time goes on as time does");
    }

    [Fact]
    public void A_few_minutes_are_nothing_that_pauses_the_reminders()
    {
        clock.Observe(begin, begin);
        machine.Advance(TimeSpan.FromMinutes(1));

        clock.Observe(machine.GetUtcNow(), begin.AddMinutes(6)).ShouldBeNull();
    }

    [Fact]
    public void After_a_start_a_clock_that_lies_before_what_was_already_done_is_a_jump_and_a_long_stop_is_none()
    {
        clock.Observe(begin, begin, lastAct: begin.AddHours(-12)).ShouldBeNull();

        new DatabaseClock(machine).Observe(begin, begin, lastAct: begin.AddHours(1)).ShouldBe(TimeSpan.FromHours(-1));
    }
}
