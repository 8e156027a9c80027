namespace WorkflowAccountability.Procedure.Deadlines;

/// <summary>Where a deadline stands.</summary>
public enum DeadlineStatus
{
    /// <summary>The clock runs.</summary>
    Running,

    /// <summary>The work was done.</summary>
    Met,

    /// <summary>The work is no longer needed.</summary>
    Withdrawn,
}

/// <summary>A deadline of a work item, frozen when it starts: code, origin, calendar.</summary>
public sealed class Deadline
{
    /// <summary>The work item's id.</summary>
    public required string Id { get; init; }

    /// <summary>The case.</summary>
    public required string CaseId { get; init; }

    /// <summary>Its code, D01 …</summary>
    public required string Code { get; init; }

    /// <summary>Statutory (法定), ByAnalogy (参照) or Internal (内部时限).</summary>
    public required Regulation.DeadlineOrigin Origin { get; init; }

    /// <summary>The day of the event; it does not count.</summary>
    public required DateOnly StartsOn { get; init; }

    /// <summary>The last day.</summary>
    public required DateOnly DueOn { get; init; }

    /// <summary>The end of the last day in Beijing (UTC).</summary>
    public required DateTimeOffset DueAt { get; init; }

    /// <summary>Whether the calendar had no notice for a year that it crosses.</summary>
    public required bool Provisional { get; init; }

    /// <summary>Whether only the supervision side may know of it.</summary>
    public required bool Walled { get; init; }

    /// <summary>Running, met or withdrawn.</summary>
    public DeadlineStatus Status { get; set; }

    /// <summary>Every rung of its reminder ladder, written when the deadline starts.</summary>
    public List<DeadlineRung> Rungs { get; init; } = [];

    /// <summary>Runs again after its end was taken back, to the same day: of the ladder what is still to come.</summary>
    public void Resume(DateTimeOffset now)
    {
        Status = DeadlineStatus.Running;
        foreach (var rung in Rungs.Where(rung => rung.Status is RungStatus.Cancelled && rung.DueAt > now))
            rung.Status = RungStatus.Pending;
    }

    /// <summary>Stops the clock: what has not fired will not fire.</summary>
    public void End(DeadlineStatus status)
    {
        Status = status;
        foreach (var rung in Rungs.Where(rung => rung.Status is RungStatus.Pending))
            rung.Status = RungStatus.Cancelled;
    }
}

/// <summary>Where a rung stands.</summary>
public enum RungStatus
{
    /// <summary>Not yet due.</summary>
    Pending,

    /// <summary>Its notice was written.</summary>
    Fired,

    /// <summary>The work was done before.</summary>
    Cancelled,
}

/// <summary>One row of a deadline's reminder ladder.</summary>
public sealed class DeadlineRung
{
    /// <summary>Made from the deadline and the offset: a second firing finds the same row.</summary>
    public required string Id { get; init; }

    /// <summary>The deadline.</summary>
    public required string DeadlineId { get; init; }

    /// <summary>The day relative to the last day, as the ladder names it: T-5, T-0, T+1.</summary>
    public required string Name { get; init; }

    /// <summary>When it is due (UTC).</summary>
    public required DateTimeOffset DueAt { get; init; }

    /// <summary>The role that is told; null for the handler himself.</summary>
    public string? ToRole { get; init; }

    /// <summary>Pending, fired or cancelled.</summary>
    public RungStatus Status { get; set; }
}
