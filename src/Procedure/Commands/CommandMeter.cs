using System.Diagnostics.Metrics;

namespace WorkflowAccountability.Procedure.Commands;

/// <summary>How long commands take and how they end; by the command's name, never by person or case.</summary>
public static class CommandMeter
{
    /// <summary>The meter's name.</summary>
    public const string Name = "WorkflowAccountability";

    internal static Meter Meter { get; } = new(Name);

    private static readonly Histogram<double> durations =
        Meter.CreateHistogram<double>("accountability.command.duration", "s", "From the command's arrival to its answer.");

    internal static void Record(string kind, string answer, TimeSpan duration) =>
        durations.Record(duration.TotalSeconds, new KeyValuePair<string, object?>("command", kind), new("answer", answer));
}
