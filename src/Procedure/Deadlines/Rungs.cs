namespace WorkflowAccountability.Procedure.Deadlines;

/// <summary>A row of a reminder ladder: T-5, T-0, T+1 … W+1. The handler is always told; <c>CopyTo</c> is the role told besides, or only its heads.</summary>
public sealed record Rung(string Label, DateOnly Day, DateTimeOffset At, string? CopyTo = null, bool ToHead = false)
{
    /// <summary>Whether it is one of those at long intervals, of which there is no end.</summary>
    public bool IsWeekly => Label.StartsWith('W');
}

/// <summary>Which role, or which role's heads, get a copy on which working day after the due day.</summary>
public sealed record OverdueCopy(int Day, string Role, bool Heads = false);

/// <summary>
/// How lateness is announced: daily for some working days, then at longer intervals, then to <c>ThenCopy</c> too. Nothing is ever decided by it.
/// </summary>
public sealed record OverdueLadder(int WorkingDays, int ThenEveryDays, IReadOnlyList<OverdueCopy> Copies, string Basis, string? ThenCopy = null);

/// <summary>The days on which people are reminded.</summary>
public static class Rungs
{
    /// <summary>
    /// The reminders before the due day and on it: counted back in working days for a period of working days, else in days and then
    /// put on the last working day before. Of several on one day the one nearest the due day remains; none falls on the first day
    /// or earlier.
    /// </summary>
    public static IReadOnlyList<Rung> Before(
        WorkingCalendar calendar, DateOnly start, DateOnly due, PeriodUnit unit, IEnumerable<int> offsets, TimeOnly remindAt) =>
    [
        .. offsets.Order()
            .Select(offset => (Label: $"T-{offset}", Day: unit is PeriodUnit.WorkingDay
                ? calendar.Move(due, -offset)
                : calendar.OnOrBefore(due.AddDays(-offset))))
            .DistinctBy(rung => rung.Day)
            .Where(rung => rung.Day > start)
            .Reverse()
            .Select(rung => new Rung(rung.Label, rung.Day, BeijingTime.At(rung.Day, remindAt))),
    ];

    /// <summary>That a window has closed, told once, on the first working day after its last.</summary>
    public static IEnumerable<Rung> Closed(WorkingCalendar calendar, DateOnly due, TimeOnly remindAt)
    {
        var day = calendar.Move(due, 1);
        yield return new("T+1", day, BeijingTime.At(day, remindAt));
    }

    /// <summary>The announcements of lateness, without end: the caller takes them until the work is done.</summary>
    public static IEnumerable<Rung> After(WorkingCalendar calendar, DateOnly due, OverdueLadder ladder, TimeOnly remindAt)
    {
        var day = due;
        for (var late = 1; late <= ladder.WorkingDays; late++)
        {
            day = calendar.Move(day, 1);
            var copy = ladder.Copies.SingleOrDefault(copy => copy.Day == late);
            yield return new($"T+{late}", day, BeijingTime.At(day, remindAt), copy?.Role, copy?.Heads is true);
        }
        for (var week = 1; ; week++)
        {
            var next = calendar.OnOrAfter(day.AddDays(week * ladder.ThenEveryDays));
            yield return new($"W+{week}", next, BeijingTime.At(next, remindAt), ladder.ThenCopy);
        }
    }
}
