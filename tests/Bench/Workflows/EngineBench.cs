using System.Globalization;
using System.Runtime.InteropServices;
using WorkflowAccountability.Faults.Databases;

namespace WorkflowAccountability.Bench.Workflows;

/// <summary>What was measured, with the machine and its load.</summary>
internal sealed record Report(string Machine, IReadOnlyList<Figure> Figures)
{
    public bool Holds => Figures.All(figure => figure.Holds);
}

/// <summary>The engine's own costs: in memory, a durable step on each database, its room, and a full command on a case.</summary>
internal sealed class EngineBench(IReadOnlyList<string> databases, TextWriter said)
{
    private const int Rounds = 5;

    private readonly List<Figure> figures = [];

    public async Task<Report> RunAsync()
    {
        var machine = $"{RuntimeInformation.OSDescription}, {Environment.ProcessorCount} processors, .NET {Environment.Version}, load {Load}";
        await said.WriteLineAsync(machine);
        await InMemoryAsync();
        foreach (var connection in databases)
        {
            await using var database = await OwnDatabase.MakeAsync(connection);
            await DurableAsync(database);
        }
        return new Report(machine, figures);
    }

    private static string Load => File.Exists("/proc/loadavg") ? File.ReadAllText("/proc/loadavg").Split(' ')[0] : "unknown";

    private async Task InMemoryAsync()
    {
        var (engine, byHand) = await InMemory.RunAsync();
        await SayAsync($"in memory: {engine.PerSecond:0}/s, {engine.CpuMs * 1000:0.0} µs CPU, {engine.AllocatedBytes / 1024:0.0} KiB; by hand {byHand.PerSecond:0}/s, {byHand.AllocatedBytes / 1024:0.0} KiB");
    }

    private async Task DurableAsync(OwnDatabase database)
    {
        await using var steps = new DurableSteps(database.Connection);
        await steps.PrepareAsync();
        var byHand = new ByHand(database.Connection);
        await byHand.LearnAsync(steps);
        await steps.ResumeAllAsync(await steps.StartAsync(300), 1);
        foreach (var workers in (int[])[1, 8])
        {
            var instances = workers == 1 ? 100 : 240;
            List<Round> ours = [], raw = [];
            for (var round = -1; round < Rounds; round++)
            {
                var waiting = await steps.StartAsync(instances);
                var measured = await Round.OfAsync(instances * DurableSteps.Tasks, () => steps.ResumeAllAsync(waiting, workers));
                var own = await byHand.StartAsync(instances);
                var alone = await Round.OfAsync(instances * DurableSteps.Tasks, () => byHand.ResumeAllAsync(own, workers));
                if (round < 0)
                    continue;
                ours.Add(measured);
                raw.Add(alone);
            }
            var (engine, hand) = (Round.MedianOf(ours), Round.MedianOf(raw));
            await SayAsync($"{database.Product} {workers}: {engine.PerSecond:0}/s, {engine.CpuMs:0.00} ms CPU, {engine.AllocatedBytes / 1024:0.0} KiB; by hand {hand.PerSecond:0}/s, {hand.CpuMs:0.00} ms CPU; {hand.PerSecond / engine.PerSecond:0.00}x; rounds {string.Join(" ", ours.Select(round => (int)round.PerSecond))}");
        }
    }

    private Task SayAsync(FormattableString line) => said.WriteLineAsync(line.ToString(CultureInfo.InvariantCulture));
}
