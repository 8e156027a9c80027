using System.Text.Json;
using Microsoft.EntityFrameworkCore;
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

    private async Task ImportAsync(CalendarLayer layer, IReadOnlyList<DateOnly> rest)
    {
        await using var db = World.Db();
        var version = await db.CalendarNotices.MaxAsync(notice => notice.Version);
        (await World.RunAsync(new ChangeCalendar(NewId(), "it-lu", new CalendarImport(layer, rest[0].Year, rest, [], "2027年通知"), version))).ShouldBeOfType<Answer.Done>();
    }
}
