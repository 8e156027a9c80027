namespace WorkflowAccountability.Procedure.Deadlines;

/// <summary>One row of the ladder that reminds of a stop which nobody has ended.</summary>
public sealed class StopRung
{
    /// <summary>Made from the stop, the count and the offset: a second firing finds the same row.</summary>
    public required string Id { get; init; }

    /// <summary>The stop.</summary>
    public required string SuspensionId { get; init; }

    /// <summary>The day relative to the last day, as the ladder names it: T-5, T-1, T+1, W+1.</summary>
    public required string Name { get; init; }

    /// <summary>When it is due (UTC).</summary>
    public required DateTimeOffset DueAt { get; init; }

    /// <summary>The role that is told besides whoever ordered the stop; null where nobody else is.</summary>
    public string? ToRole { get; init; }

    /// <summary>Whether of that role only the heads of the organisation are told.</summary>
    public bool ToHead { get; init; }

    /// <summary>Pending, fired, cancelled or superseded.</summary>
    public RungStatus Status { get; set; }

    /// <summary>When it fired (UTC).</summary>
    public DateTimeOffset? FiredAt { get; set; }
}
