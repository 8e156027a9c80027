using System.Text.Json.Serialization;

namespace WorkflowAccountability.Procedure.Deadlines;

/// <summary>Where a deadline stands.</summary>
public enum DeadlineStatus
{
    /// <summary>The clock runs, or stands still until what stopped it is over.</summary>
    Running,

    /// <summary>The work was done.</summary>
    Met,

    /// <summary>The work is no longer needed.</summary>
    Withdrawn,

    /// <summary>The time in which somebody could act is over.</summary>
    Expired,
}

/// <summary>A deadline of a work item, or a period that an entry began. Code, origin, period and reminders are frozen when it starts; the days move with a calendar, an extension, a stop.</summary>
public sealed class Deadline
{
    /// <summary>The work item's id; where an entry began it, one made from the entry and the code.</summary>
    public required string Id { get; init; }

    /// <summary>The case.</summary>
    public required string CaseId { get; init; }

    /// <summary>The entry that began it; null where a work item is due.</summary>
    public string? EntryId { get; init; }

    /// <summary>When a period that an entry began was over (UTC); null while it runs, and for work items, which say it themselves.</summary>
    public DateTimeOffset? EndedAt { get; set; }

    /// <summary>Its code, D01 …</summary>
    public required string Code { get; init; }

    /// <summary>Statutory (法定), ByAnalogy (参照) or Internal (内部时限).</summary>
    public required Regulation.DeadlineOrigin Origin { get; init; }

    /// <summary>Period and reminders as they were when it started; null in rows of an older version, where the table tells.</summary>
    public DeadlineBasis? Basis { get; init; }

    /// <summary>The day of the event; it does not count.</summary>
    public required DateOnly StartsOn { get; init; }

    /// <summary>When the work item opened (UTC): nothing reminds of it earlier.</summary>
    public DateTimeOffset OpenedAt { get; init; }

    /// <summary>The last day.</summary>
    public required DateOnly DueOn { get; set; }

    /// <summary>The end of the last day in Beijing (UTC).</summary>
    public required DateTimeOffset DueAt { get; set; }

    /// <summary>The moment from which it is near (UTC); null in rows of an older version.</summary>
    public DateTimeOffset? NearAt { get; set; }

    /// <summary>When the head who must hear of its lateness was told (UTC); null while he need not.</summary>
    public DateTimeOffset? EscalatedAt { get; set; }

    /// <summary>Whether the calendar had no notice for a year that it crosses.</summary>
    public required bool Provisional { get; set; }

    /// <summary>The version of the calendar that the last day was counted with; 0 in rows of an older version.</summary>
    public int CalendarVersion { get; set; }

    /// <summary>How often its days were counted anew; part of the ids of its rungs.</summary>
    public int Epoch { get; set; }

    /// <summary>The day on which the clock was stopped; null while it runs.</summary>
    public DateOnly? StoppedOn { get; set; }

    /// <summary>Whether only the supervision side may know of it.</summary>
    public required bool Walled { get; init; }

    /// <summary>The role that answers behind the wall for what is late there.</summary>
    public string? EscalateTo { get; init; }

    /// <summary>Running, met or withdrawn.</summary>
    public DeadlineStatus Status { get; set; }

    /// <summary>Every rung of its reminder ladder, written when the deadline starts.</summary>
    public List<DeadlineRung> Rungs { get; init; } = [];

    /// <summary>What was added to its period, first to last.</summary>
    public List<DeadlineExtension> Extensions { get; init; } = [];

    /// <summary>Runs again after its end was taken back, to the same day: of the ladder what is still to come.</summary>
    public void Reopen(DateTimeOffset now)
    {
        Status = DeadlineStatus.Running;
        foreach (var rung in Rungs.Where(rung => rung.Status is RungStatus.Cancelled && rung.DueAt > now))
            rung.Status = RungStatus.Pending;
    }

    /// <summary>The day by which its row of the table is found: that of the event under other laws, else that on which it was opened.</summary>
    public DateOnly RuleOn(DateOnly today) => EntryId is not null ? StartsOn : today < StartsOn ? today
        : BeijingTime.DayOf(OpenedAt) is { Year: > 1 } opened ? opened : StartsOn;

    /// <summary>Ends a period that an entry began.</summary>
    public void End(DeadlineStatus status, DateTimeOffset now)
    {
        EndedAt = now;
        End(status);
    }

    /// <summary>Ends the clock: what has not fired will not fire.</summary>
    public void End(DeadlineStatus status)
    {
        Status = status;
        foreach (var rung in Rungs.Where(rung => rung.Status is RungStatus.Pending))
            rung.Status = RungStatus.Cancelled;
    }
}

/// <summary>What a deadline counts and when it reminds, frozen when it starts.</summary>
/// <param name="Reminders">Days before the last day: working days for a period of working days.</param>
public sealed record DeadlineBasis(int Length, PeriodUnit Unit, IReadOnlyList<int> Reminders)
{
    /// <summary>Whose rest days it goes by; null for all of the prefecture's.</summary>
    public CalendarScope? Calendar { get; init; }

    /// <summary>The day that whoever asked for the work has set; null where a period is counted, which then has at least one day.</summary>
    public DateOnly? On { get; init; }

    /// <summary>The period.</summary>
    [JsonIgnore]
    public Period Period => new(Length, Unit);
}
