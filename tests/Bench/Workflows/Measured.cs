using System.Diagnostics;

namespace WorkflowAccountability.Bench.Workflows;

/// <summary>One round of something done many times.</summary>
/// <param name="PerSecond">How often a second, by the clock.</param>
/// <param name="CpuMs">Processor time of this process each, in milliseconds.</param>
/// <param name="AllocatedBytes">Allocated by the thread or, with several, the process, each.</param>
internal sealed record Round(double PerSecond, double CpuMs, double AllocatedBytes)
{
    /// <summary>Medians of several rounds.</summary>
    public static Round MedianOf(IReadOnlyList<Round> rounds) =>
        new(Median(rounds.Select(round => round.PerSecond)), Median(rounds.Select(round => round.CpuMs)), Median(rounds.Select(round => round.AllocatedBytes)));

    /// <summary>Measures one round.</summary>
    public static async Task<Round> OfAsync(int times, Func<Task> round)
    {
        var (cpu, allocated, watch) = (Environment.CpuUsage.TotalTime, GC.GetTotalAllocatedBytes(precise: true), Stopwatch.StartNew());
        await round();
        return new(times / watch.Elapsed.TotalSeconds, (Environment.CpuUsage.TotalTime - cpu).TotalMilliseconds / times,
            (GC.GetTotalAllocatedBytes(precise: true) - allocated) / (double)times);
    }

    private static double Median(IEnumerable<double> values)
    {
        var sorted = values.Order().ToList();
        return sorted[sorted.Count / 2];
    }
}

/// <summary>A figure with what is to be reached.</summary>
/// <param name="Target">The most, or the least where more is better.</param>
internal sealed record Figure(string Name, double Value, string Unit, double Target, bool MoreIsBetter)
{
    public bool Holds => MoreIsBetter ? Value >= Target : Value <= Target;
}
