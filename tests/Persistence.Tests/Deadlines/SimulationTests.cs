using WorkflowAccountability.Faults.Databases;
using WorkflowAccountability.Faults.Deadlines;
using WorkflowAccountability.Persistence.Tests.Sqlite;

namespace WorkflowAccountability.Persistence.Tests.Deadlines;

/// <summary>A small run of <c>scripts/simulate-deadlines</c>; the large ones are made by hand.</summary>
public sealed class SimulationTests
{
    [Fact]
    public async Task In_a_year_with_kills_outages_stops_and_a_changed_calendar_each_reminder_comes_once_on_its_day_to_all_who_must_hear_it()
    {
        await using var database = await OwnDatabase.MakeAsync(OnSqlite.File);
        await using var said = new StringWriter();

        var isClean = await new Simulation(database, years: 1, cases: 8, seed: 1, said).RunAsync();

        isClean.ShouldBeTrue(said.ToString());
        foreach (var kind in (string[])["D03", "D04", "D05", "D07"])
            said.ToString().ShouldContain(kind);
    }
}
