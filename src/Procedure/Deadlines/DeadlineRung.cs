namespace WorkflowAccountability.Procedure.Deadlines;

/// <summary>Where a rung stands.</summary>
public enum RungStatus
{
    /// <summary>Not yet due, or due and not yet told.</summary>
    Pending,

    /// <summary>Its notice was written.</summary>
    Fired,

    /// <summary>The work was done before.</summary>
    Cancelled,

    /// <summary>The days were counted anew; another rung stands in its place.</summary>
    Superseded,
}

/// <summary>One row of a deadline's reminder ladder.</summary>
public sealed class DeadlineRung
{
    /// <summary>Made from the deadline, the count and the offset: a second firing finds the same row.</summary>
    public required string Id { get; init; }

    /// <summary>The deadline.</summary>
    public required string DeadlineId { get; init; }

    /// <summary>The day relative to the last day, as the ladder names it: T-5, T-0, T+1, W+1.</summary>
    public required string Name { get; init; }

    /// <summary>When it is due (UTC).</summary>
    public required DateTimeOffset DueAt { get; init; }

    /// <summary>The role that is told besides the handler; null where nobody else is.</summary>
    public string? ToRole { get; init; }

    /// <summary>Whether of that role only the heads of the organisation are told.</summary>
    public bool ToHead { get; init; }

    /// <summary>Pending, fired, cancelled or superseded.</summary>
    public RungStatus Status { get; set; }

    /// <summary>When it fired (UTC).</summary>
    public DateTimeOffset? FiredAt { get; set; }

    /// <summary>The id of a rung: the same deadline, count and offset always make the same.</summary>
    public static string IdOf(string deadlineId, int epoch, string name) => epoch == 0 ? $"dl:{deadlineId}:{name}" : $"dl:{deadlineId}:{epoch}:{name}";
}
