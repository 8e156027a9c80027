using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using WorkflowAccountability.Faults.Worlds;
using WorkflowAccountability.Procedure.Cases;
using WorkflowAccountability.Procedure.Commands;
using WorkflowAccountability.Procedure.Deadlines;
using static WorkflowAccountability.Faults.Worlds.PlayedCase;

namespace WorkflowAccountability.Persistence.Tests.Promises;

/// <summary>A new year, on every database: first nobody knows its days, then the notices come.</summary>
public abstract class CalendarYearContract(Node node) : PlayedDeadlines(node)
{
    [ContractFact]
    public async Task A_deadline_that_reaches_into_a_year_without_data_is_provisional_until_its_notices_come()
    {
        World.Clock.Advance(new DateTimeOffset(2026, 12, 1, 2, 0, 0, TimeSpan.Zero) - World.Clock.GetUtcNow());
        var played = await InvestigatedAsync();
        var (item, before) = await DeadlineOfAsync(played, "EstablishFacts");
        before.Provisional.ShouldBeTrue();
        before.DueOn.Year.ShouldBe(2027);

        await ImportAsync(CalendarLayer.National, [before.DueOn, before.DueOn.AddDays(1)]);
        (await DeadlineOfAsync(played, "EstablishFacts")).Deadline.Provisional.ShouldBeTrue("the region's own days are still missing");
        await ImportAsync(CalendarLayer.Regional, [before.DueOn]);

        var (moved, after) = await DeadlineOfAsync(played, "EstablishFacts");
        (after.Provisional, after.DueOn > before.DueOn.AddDays(1)).ShouldBe((false, true));
        moved.DueAt.ShouldBe(BeijingTime.EndOf(after.DueOn));
        using var entry = JsonDocument.Parse(await LastAuditAsync(played));
        entry.RootElement.GetProperty("why").GetString().ShouldBe("2027年通知");
        entry.RootElement.GetProperty("changes")[0].GetProperty("item").GetString().ShouldBe(item.Id);
        (await played.FaultsAsync()).ShouldBeEmpty();
    }

    // 2020: the schedule of November was followed by a second notice inside the holiday, which made a working Saturday and a Friday free.
    [ContractFact]
    public async Task A_second_notice_inside_the_holiday_moves_what_is_open_and_leaves_what_has_passed()
    {
        DateOnly friday = new(2020, 1, 31), saturday = new(2020, 2, 1), sunday = new(2020, 2, 2);
        var known = HolidayLayer.National.Years[2020];
        At(new DateOnly(2020, 1, 10));
        await ImportAsync(CalendarLayer.National, [.. known.RestDays.Except([friday, saturday, sunday])], [.. known.Workdays, saturday], "第一次通知");
        var passed = await RegisteredTodayAsync();
        At(new DateOnly(2020, 1, 21));
        var open = await RegisteredTodayAsync();
        (await DueAsync(passed), await DueAsync(open)).ShouldBe((new DateOnly(2020, 1, 17), new DateOnly(2020, 2, 3)));
        await World.SweepAsync();
        var told = await ToldAsync((await DeadlineOfAsync(passed, "LaunchInvestigation")).Item);

        At(new DateOnly(2020, 1, 27));
        await ImportAsync(CalendarLayer.National, [.. known.RestDays], [.. known.Workdays], "国务院办公厅延长春节假期的通知");
        await World.SweepAsync();

        (await DueAsync(passed), await DueAsync(open)).ShouldBe((new DateOnly(2020, 1, 17), new DateOnly(2020, 2, 5)));
        (await ToldAsync((await DeadlineOfAsync(passed, "LaunchInvestigation")).Item)).Take(told.Count).ShouldBe(told, "what was told stays told");
        using var entry = JsonDocument.Parse(await LastAuditAsync(open));
        var change = entry.RootElement.GetProperty("changes")[0];
        (change.GetProperty("old").GetString(), change.GetProperty("now").GetString()).ShouldBe(("2020-02-03", "2020-02-05"));
        (await open.FaultsAsync()).ShouldBeEmpty();
    }

    [ContractFact]
    public async Task A_calendar_that_changes_after_an_extension_takes_away_no_reminder_that_was_told_before_it_once_already()
    {
        At(new DateOnly(2021, 6, 7));
        var played = await RegisteredTodayAsync();
        var item = (await DeadlineOfAsync(played, "LaunchInvestigation")).Item;
        await PassToAsync(item, "T-2");
        await World.SweepAsync();
        (await World.RunAsync(new ExtendDeadline(NewId(), Governor, played.Id, item.Id, 5, "案情复杂。", null))).ShouldBeOfType<Answer.Done>();

        await ImportAsync(CalendarLayer.Correction, [new(2021, 6, 17)], basis: "本州放假通知");

        var (_, after) = await DeadlineOfAsync(played, "LaunchInvestigation");
        after.DueOn.ShouldBe(new DateOnly(2021, 6, 23));
        after.Rungs.Where(rung => rung.Status is RungStatus.Pending && rung.Name[0] == 'T').OrderBy(rung => rung.DueAt)
            .Select(rung => (rung.Name, BeijingTime.DayOf(rung.DueAt))).Take(2).ShouldBe([("T-2", new DateOnly(2021, 6, 21)), ("T-0", new DateOnly(2021, 6, 23))]);
        await PassToAsync(item, "T-2");
        await World.SweepAsync();
        (await ToldAsync(item)).ShouldBe(["T-2", "T-2"]);
    }

    private void At(DateOnly day) => World.Clock.Advance(BeijingTime.At(day, new TimeOnly(11, 0)) - World.Clock.GetUtcNow());

    private async Task<PlayedCase> RegisteredTodayAsync()
    {
        var done = (Answer.Done)await World.RunAsync(new StartCase(NewId(), "gov-li", Lead.Title, "accountability-procedure"));
        var played = new PlayedCase(World, done.Path["/cases/".Length..]);
        await played.CompleteAsync("RegisterLead", "gov-li", Lead with { ReceivedOn = Today, ActsFrom = Today.AddDays(-30) });
        return played;
    }

    private async Task<DateOnly> DueAsync(PlayedCase played) => (await DeadlineOfAsync(played, "LaunchInvestigation")).Deadline.DueOn;

    private async Task ImportAsync(CalendarLayer layer, IReadOnlyList<DateOnly> rest, IReadOnlyList<DateOnly>? work = null, string basis = "2027年通知")
    {
        await using var db = World.Db();
        var version = await db.CalendarNotices.MaxAsync(notice => notice.Version);
        (await World.RunAsync(new ChangeCalendar(NewId(), "it-lu", new CalendarImport(layer, rest[0].Year, rest, work ?? [], basis), version))).ShouldBeOfType<Answer.Done>();
    }
}
