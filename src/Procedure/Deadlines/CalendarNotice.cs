namespace WorkflowAccountability.Procedure.Deadlines;

/// <summary>Whose days these are; a later layer goes before an earlier one.</summary>
public enum CalendarLayer
{
    /// <summary>The State Council's yearly schedule.</summary>
    National,

    /// <summary>Xinjiang's own holidays.</summary>
    Regional,

    /// <summary>What the office corrected by hand.</summary>
    Correction,
}

/// <summary>What one layer says about one year, from a version of the calendar on. A later version of the same year takes its place; none is ever changed.</summary>
public sealed class CalendarNotice
{
    /// <summary>National, regional or a correction.</summary>
    public required CalendarLayer Layer { get; init; }

    /// <summary>The year.</summary>
    public required int Year { get; init; }

    /// <summary>The version of the calendar that it came with; from 1.</summary>
    public required int Version { get; init; }

    /// <summary>The days off.</summary>
    public required IReadOnlyList<DateOnly> RestDays { get; init; }

    /// <summary>The weekend days that are worked.</summary>
    public required IReadOnlyList<DateOnly> Workdays { get; init; }

    /// <summary>What is known to be missing; null when the notice is whole.</summary>
    public string? Gap { get; init; }

    /// <summary>The document that says so.</summary>
    public required string Basis { get; init; }

    /// <summary>Unit, post and name of who entered it; empty for what was shipped.</summary>
    public required string EnteredBy { get; init; }

    /// <summary>When (UTC).</summary>
    public required DateTimeOffset At { get; init; }
}
