using Microsoft.EntityFrameworkCore;

namespace WorkflowAccountability.Procedure.Deadlines;

/// <summary>A running deadline whose last day another calendar moves, or makes certain, or only days on which it reminds.</summary>
public sealed record MovedDeadline(Deadline Deadline, DueDate To)
{
    /// <summary>Whether the last day itself moves or becomes certain.</summary>
    public bool MovesLastDay => To.Day != Deadline.DueOn || To.IsProvisional != Deadline.Provisional;

    /// <summary>Which running deadlines a calendar moves. Those whose last day has passed stay as they are.</summary>
    internal static async Task<IReadOnlyList<MovedDeadline>> FindAsync(
        AccountabilityDb db, DeadlineClock clock, WorkingCalendar calendar, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var running = await db.Deadlines.AsNoTracking().Include(deadline => deadline.Extensions)
            .Include(deadline => deadline.Rungs.Where(rung => rung.Status == RungStatus.Pending)).AsSplitQuery()
            .Where(deadline => deadline.Status == DeadlineStatus.Running && deadline.DueAt >= now)
            .OrderBy(deadline => deadline.DueAt).ThenBy(deadline => deadline.Id).ToListAsync(cancellationToken);
        var stops = (await db.Suspensions.AsNoTracking().ToListAsync(cancellationToken)).ToLookup(stop => stop.CaseId);
        return
        [
            .. running.Select(deadline => new MovedDeadline(deadline, clock.DueOf(deadline, calendar,
                    StoppedDays.Of(stops[deadline.CaseId], clock.StoppersOf(deadline.Code), BeijingTime.DayOf(now)))))
                .Where(moved => moved.MovesLastDay || clock.MovesReminders(moved.Deadline, calendar, now)),
        ];
    }
}
