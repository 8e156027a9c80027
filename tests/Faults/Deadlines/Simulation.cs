using System.Diagnostics;
using System.Globalization;
using Microsoft.EntityFrameworkCore;
using WorkflowAccountability.Faults.Databases;
using WorkflowAccountability.Faults.Worlds;
using WorkflowAccountability.Procedure.Commands;
using WorkflowAccountability.Procedure.Deadlines;

namespace WorkflowAccountability.Faults.Deadlines;

/// <summary>
/// Years of reminders on the real commands and sweeps: two nodes whose clocks are wrong, sweeps that run twice, at once, or die in the middle, nights
/// in which nothing runs, and a calendar that changes. A sweep runs each minute in production; between two due moments it finds nothing, so time goes
/// from one to the next.
/// </summary>
public sealed class Simulation(OwnDatabase database, int years, int cases, int seed, TextWriter said)
{
    private static readonly DateTimeOffset begins = new(2024, 1, 2, 1, 0, 0, TimeSpan.Zero);

    private readonly Random chance = new(seed);
    private readonly TrueTime time = new(begins);
    private readonly Outages outages = new();
    private readonly KnownCalendars calendars = new();
    private int calendarChanges;

    /// <summary>Plays it, says what was found; answers whether each reminder came once, on its day, to all who must hear it.</summary>
    public async Task<bool> RunAsync()
    {
        var took = Stopwatch.StartNew();
        await using SimulatedNode one = new(time), other = new(time);
        await one.StartAsync(database.Connection, isFirst: true);
        await other.StartAsync(database.Connection, isFirst: false);
        SimulatedNode[] nodes = [one, other];
        var ends = begins.AddYears(years);
        var calm = begins + (ends - begins) * 0.75;
        List<SimulatedCase> all = [];
        var waiting = new PriorityQueue<SimulatedCase, DateTimeOffset>();
        for (var made = 0; made < cases; made++)
        {
            var begin = begins + (calm - begins) * chance.NextDouble();
            var simulated = new SimulatedCase(new Random(chance.Next()), begin);
            all.Add(simulated);
            waiting.Enqueue(simulated, begin);
        }
        var night = begins.AddDays(chance.Next(3, 10));
        var changes = new Queue<DateTimeOffset>([begins.AddDays(120), begins.AddDays(330)]);

        while (time.Now < ends)
        {
            var act = waiting.TryPeek(out _, out var next) ? next : ends;
            var due = await NextDueAsync(one.World) ?? ends;
            var to = new[] { act, due + TimeSpan.FromSeconds(chance.Next(1, 60)), night, changes.Count > 0 ? changes.Peek() : ends, ends }.Min();
            time.MoveTo(to);
            if (time.Now >= night)
            {
                // The whole site is down from here on; whatever falls due meanwhile is told when it is back.
                var back = night.AddHours(chance.Next(8, 40));
                outages.Add(night, back);
                time.MoveTo(back);
                night = back.AddDays(chance.Next(5, 20));
            }
            await SweepAsync(nodes);
            if (changes.Count > 0 && time.Now >= changes.Peek())
                await ChangeCalendarAsync(one.World, changes.Dequeue());
            while (waiting.TryPeek(out var played, out var when) && when <= time.Now)
            {
                waiting.Dequeue();
                await played.ActAsync(nodes[chance.Next(2)].World, time.Now);
                if (!played.IsOver)
                    waiting.Enqueue(played, played.Next);
            }
        }
        time.MoveTo(ends.AddSeconds(1));
        await SweepAsync(nodes);
        await using var db = one.World.Db();
        var (spent, verdict) = (took.Elapsed.TotalSeconds, new Verdict(outages, calendars,
            all.Where(simulated => simulated.Matter.CaseId is not null).ToDictionary(simulated => simulated.Matter.CaseId!, simulated => simulated.Matter.Level), time.Now));
        await verdict.ReadAsync(db);
        await said.WriteLineAsync(string.Create(CultureInfo.InvariantCulture,
            $"{database.Product}, seed {seed}: {years} years, {cases} cases, {one.Kills + other.Kills} kills, {outages.Count} outages, {calendarChanges} calendar changes, {spent:0} s and {took.Elapsed.TotalSeconds - spent:0} s to count"));
        await said.WriteLineAsync(verdict.ToString());
        foreach (var fault in verdict.Faults)
            await said.WriteLineAsync($"  {fault}");
        return verdict.IsClean;
    }

    private async Task SweepAsync(SimulatedNode[] nodes)
    {
        foreach (var node in nodes)
            node.Skew(chance);
        if (chance.Next(10) == 0)
            await nodes[chance.Next(2)].SweepAsync(dieAt: chance.Next(1, 60));
        if (chance.Next(5) == 0)
            await Task.WhenAll(nodes.Select(node => Task.Run(() => node.SweepAsync())));
        else
            await nodes[chance.Next(2)].SweepAsync();
        if (chance.Next(5) == 0)
            await nodes[chance.Next(2)].SweepAsync();
    }

    // The region's own holidays, which were not known before, then a correction in the middle of the year.
    private async Task ChangeCalendarAsync(World world, DateTimeOffset at)
    {
        await using var db = world.Db();
        var year = at.Year;
        var first = Procedure.Deadlines.BeijingTime.DayOf(at).AddDays(chance.Next(2, 9));
        var free = Enumerable.Range(0, 3).Select(first.AddDays).Where(day => day.Year == year).ToList();
        var import = new CalendarImport(calendarChanges == 0 ? CalendarLayer.Regional : CalendarLayer.Correction, year, free, [], "模拟通知");
        var version = await db.CalendarNotices.MaxAsync(notice => (int?)notice.Version) ?? 0;
        var answer = await world.RunAsync(new ChangeCalendar(PlayedCase.NewId(), "it-lu", import, version));
        if (answer is not Answer.Done)
            throw new InvalidOperationException($"The calendar was not changed: {answer}");
        // By the moment that the row has, which is the command's.
        calendars.Change(await db.CalendarNotices.MaxAsync(notice => notice.At), calendars.Newest.With(import.Layer, year, free, []));
        calendarChanges++;
    }

    private static async Task<DateTimeOffset?> NextDueAsync(World world)
    {
        await using var db = world.Db();
        var ofWork = await db.Set<DeadlineRung>().Where(rung => rung.Status == RungStatus.Pending).MinAsync(rung => (DateTimeOffset?)rung.DueAt);
        var ofStops = await db.Set<StopRung>().Where(rung => rung.Status == RungStatus.Pending).MinAsync(rung => (DateTimeOffset?)rung.DueAt);
        return new[] { ofWork, ofStops }.Min();
    }
}
