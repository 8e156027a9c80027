using System.Diagnostics;
using System.Globalization;
using System.Runtime.InteropServices;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using WorkflowAccountability.Faults.Databases;
using WorkflowAccountability.Faults.Worlds;
using WorkflowAccountability.Procedure.Audit;
using WorkflowAccountability.Procedure.Cases;
using WorkflowAccountability.Procedure.Commands;
using WorkflowAccountability.Procedure.Deadlines;
using WorkflowAccountability.Procedure.WorkItems;

namespace WorkflowAccountability.Bench;

/// <summary>What the first hours after a long stop were like.</summary>
/// <param name="Rows">Rungs that were overdue at the start.</param>
/// <param name="LongestSweep">Of the sweeps that Hangfire would start one after the other, the longest, in seconds.</param>
/// <param name="Page">The workbench of an official of the office that all of it waits for, meanwhile: half of them and all of them, in milliseconds.</param>
/// <param name="Command">A claim and a release in one of the cases, meanwhile: half of them and all of them, in milliseconds.</param>
/// <param name="Left">Rungs that have not fired at the end.</param>
/// <param name="Again">Notices that a further sweep adds.</param>
internal sealed record Morning(string Machine, string Database, int Rows, int Deadlines, double Seconds, double LongestSweep, (double Median, double Longest) Page,
    (double Median, double Longest) Command, int Left, int Again, double Megabytes)
{
    /// <summary>Everything fired, once, in sweeps of minutes at most, and whoever came in meanwhile waited no longer than a second.</summary>
    public bool Holds => Left == 0 && Again == 0 && LongestSweep < 300 && Page.Longest < 1000 && Command.Longest < 1000;
}

/// <summary>
/// The site starts after a long stop and finds a hundred thousand overdue rungs, all of them of one office, while its people work: sweeps in bounded
/// batches hold no lock for long.
/// </summary>
internal sealed class OverdueBench(OwnDatabase database, int rows, TextWriter said)
{
    private const string Reader = "env-wang";

    private int claimed;

    public async Task<Morning> RunAsync()
    {
        await using var bench = await Workbench.OpenAsync(database.Connection, Reader);
        var deadlines = await SeedAsync(bench);
        var sweeps = bench.Site.Services.GetRequiredService<Sweeps>();
        using var over = new CancellationTokenSource();
        var (pages, commands) = (WatchAsync(bench.AskAsync, over.Token), WatchAsync(() => ClaimAsync(bench), over.Token));
        var (watch, longest) = (Stopwatch.StartNew(), TimeSpan.Zero);
        while (true)
        {
            var began = watch.Elapsed;
            var fired = await sweeps.DeadlinesAsync(CancellationToken.None);
            await sweeps.OutboxAsync(CancellationToken.None);
            longest = watch.Elapsed - began > longest ? watch.Elapsed - began : longest;
            if (fired == 0)
                break;
        }
        watch.Stop();
        await over.CancelAsync();
        var (page, command) = (await pages, await commands);
        await using var scope = bench.Site.Services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<Procedure.AccountabilityDb>();
        var told = await db.Notices.CountAsync();
        await sweeps.RunAsync(CancellationToken.None);
        var now = bench.Site.Services.GetRequiredService<TimeProvider>().GetUtcNow();
        var figures = new Morning($"{RuntimeInformation.OSDescription}, {Environment.ProcessorCount} processors, .NET {Environment.Version}", database.Product,
            rows, deadlines, watch.Elapsed.TotalSeconds, longest.TotalSeconds, page, command,
            await db.Set<DeadlineRung>().CountAsync(rung => rung.Status == RungStatus.Pending && rung.DueAt <= now), await db.Notices.CountAsync() - told,
            Environment.WorkingSet / 1e6);
        await said.WriteLineAsync(string.Create(CultureInfo.InvariantCulture, $"""
            {figures.Machine}; {figures.Database}
            {figures.Rows} overdue rungs of {figures.Deadlines} deadlines fired in {figures.Seconds:0} s, the longest sweep {figures.LongestSweep:0.0} s; left {figures.Left}; notices added by a further sweep {figures.Again}
            meanwhile the workbench {figures.Page.Median:0} ms, the slowest {figures.Page.Longest:0} ms; a command {figures.Command.Median:0} ms, the slowest {figures.Command.Longest:0} ms; {figures.Megabytes:0} MB at the end
            {(figures.Holds ? "holds" : "DOES NOT HOLD")}
            """));
        return figures;
    }

    // As many deadlines as it takes for so many rungs, each in a case of its own.
    private async Task<int> SeedAsync(Workbench bench)
    {
        await using var world = World.On(database.Connection);
        var played = await PlayedCase.LaunchedAsync(world);
        var item = await played.ItemAsync("ProposeTeam");
        await using var scope = bench.Site.Services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<Procedure.AccountabilityDb>();
        var rungs = await db.Set<DeadlineRung>().Where(rung => rung.DeadlineId == item.Id && rung.Status == RungStatus.Pending).Select(rung => rung.Id).ToListAsync();
        var (clones, deadlines) = (new Clones(db), rows / rungs.Count);
        var (caseId, itemId) = (clones.Hex("'c'", "n.i"), clones.Hex("'b'", "n.i"));
        await clones.MakeAsync<CaseFile>(played.Id, deadlines, new() { ["Id"] = caseId, ["Number"] = "'测〔2026〕' || n.i || '号'", ["SearchText"] = "''" });
        await clones.MakeAsync<AuditEntry>(played.Id, deadlines, new() { ["CaseId"] = caseId }, by: "CaseId");
        await clones.MakeAsync<WorkItem>(item.Id, deadlines, new()
        {
            ["Id"] = itemId, ["CaseId"] = caseId, ["ActivityInstanceId"] = itemId, ["BookmarkId"] = itemId, ["Place"] = $"substr(t.\"Place\", 1, length(t.\"Place\") - 16) || {itemId}",
        });
        await clones.MakeAsync<Deadline>(item.Id, deadlines, new() { ["Id"] = itemId, ["CaseId"] = caseId });
        foreach (var rung in rungs)
            await clones.MakeAsync<DeadlineRung>(rung, deadlines, new() { ["Id"] = $"replace(t.\"Id\", '{item.Id}', {itemId})", ["DeadlineId"] = itemId });
        await clones.AnalyzeAsync();
        return deadlines;
    }

    // One of the cases whose deadlines fire, another each time.
    private async Task<string> ClaimAsync(Workbench bench)
    {
        var number = (++claimed * 7) % 500 + 1;
        var (caseId, itemId) = ($"c{number:x15}", $"b{number:x15}");
        var commands = bench.Site.Services.GetRequiredService<CommandRunner>();
        foreach (var release in new[] { false, true })
            if (await commands.RunAsync(new ClaimWorkItem(PlayedCase.NewId(), Reader, caseId, itemId, release), CancellationToken.None) is not Answer.Done and var answer)
                throw new InvalidOperationException($"The item {itemId} cannot be claimed: {answer}");
        return itemId;
    }

    // One after the other, with a moment between, as people do.
    private static async Task<(double Median, double Longest)> WatchAsync(Func<Task<string>> act, CancellationToken until)
    {
        List<double> took = [];
        while (!until.IsCancellationRequested)
        {
            var watch = Stopwatch.StartNew();
            await act();
            took.Add(watch.Elapsed.TotalMilliseconds);
            await Task.Delay(20, CancellationToken.None);
        }
        // The first ones wait for the compiler.
        var warm = took.Skip(Math.Min(20, took.Count / 2)).Order().ToList();
        return (warm[warm.Count / 2], warm[^1]);
    }
}
