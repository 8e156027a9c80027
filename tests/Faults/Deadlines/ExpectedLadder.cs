using System.Globalization;
using WorkflowAccountability.Procedure.Deadlines;
using WorkflowAccountability.Testing;

namespace WorkflowAccountability.Faults.Deadlines;

/// <summary>A rung as it ought to be.</summary>
internal sealed record ExpectedRung(string Name, DateTimeOffset At);

/// <summary>
/// What must be told of one deadline, written out here once more from the table of periods and the rules of counting: before the last day, on it, on five
/// working days after it, then weekly; at ten in Beijing. A changed calendar gives an open deadline the new days; what was told stays told, and what has
/// passed stays as it was.
/// </summary>
internal sealed class ExpectedLadder(string code, DateOnly start, DateTimeOffset opened, KnownCalendars calendars)
{
    private static readonly Dictionary<string, (int Length, PeriodUnit Unit, int[] Before)> table = new()
    {
        ["D03"] = (5, PeriodUnit.WorkingDay, [2, 0]),
        ["D04"] = (5, PeriodUnit.WorkingDay, [2, 0]),
        ["D05"] = (5, PeriodUnit.WorkingDay, [2, 0]),
        ["D05b"] = (3, PeriodUnit.WorkingDay, [2, 0]),
        ["D07c"] = (60, PeriodUnit.Day, [15, 7, 3, 0]),
    };

    private readonly (int Length, PeriodUnit Unit, int[] Before) row = table[code];

    /// <summary>Everything that falls due before a moment, in the order of time.</summary>
    /// <param name="toldAt">When a rung was told, or could have been: the next weekly one is written then.</param>
    public IEnumerable<ExpectedRung> Until(DateTimeOffset end, Func<ExpectedRung, DateTimeOffset> toldAt)
    {
        var calendar = calendars.At(opened);
        var due = Due(calendar);
        // What opens late is late at once: the supervisors' office (T+1) and the leader (T+3) hear of it then.
        var waiting = Ladder(calendar, due, opened).Where(rung => rung.At > opened || rung.Name is "T+1" or "T+3")
            .Select(rung => rung.At > opened ? rung : rung with { At = opened }).ToList();
        HashSet<string> told = [];
        foreach (var change in calendars.Between(opened, end))
        {
            if (At(due, new TimeOnly(23, 59, 59)) < change.From)
                break;
            foreach (var rung in waiting.Where(rung => rung.At <= change.From))
            {
                told.Add(rung.Name);
                yield return rung;
            }
            due = Due(change.Calendar);
            var names = waiting.Select(rung => rung.Name).ToHashSet();
            waiting = [.. Ladder(change.Calendar, due, change.From).Where(rung => !told.Contains(rung.Name) && (rung.At > change.From || names.Contains(rung.Name)))
                .Select(rung => rung.At > change.From ? rung : rung with { At = change.From })];
        }
        foreach (var rung in waiting.Where(rung => rung.At < end))
            yield return rung;
        var last = waiting[^1];
        for (var week = int.Parse(last.Name[2..], CultureInfo.InvariantCulture) + 1; last.At < end; week++)
        {
            var next = Weekly(calendars.Before(toldAt(last)), due, week);
            // Two weeks that a long holiday puts on one day are one.
            if (next.At < end && next.At > last.At)
                yield return next;
            last = next.At > last.At ? next : last;
        }
    }

    private DateOnly Due(DayByDay calendar) => calendar.End(start, row.Length, row.Unit);

    // Up to and including the first weekly one after the moment at which it is written.
    private IEnumerable<ExpectedRung> Ladder(DayByDay calendar, DateOnly due, DateTimeOffset written)
    {
        var before = new Dictionary<DateOnly, string>();
        foreach (var days in row.Before.OrderDescending())
            before[row.Unit is PeriodUnit.WorkingDay ? calendar.WorkingDaysFrom(due, -days) : calendar.Worked(due.AddDays(-days), -1)] = $"T-{days}";
        foreach (var (day, name) in before.OrderBy(rung => rung.Key).Where(rung => rung.Key > start))
            yield return new ExpectedRung(name, At(day));
        for (var late = 1; late <= 5; late++)
            yield return new ExpectedRung($"T+{late}", At(calendar.WorkingDaysFrom(due, late)));
        for (var week = 1; ; week++)
        {
            var weekly = Weekly(calendar, due, week);
            yield return weekly;
            if (weekly.At > written)
                yield break;
        }
    }

    private static ExpectedRung Weekly(DayByDay calendar, DateOnly due, int week) =>
        new($"W+{week}", At(calendar.Worked(calendar.WorkingDaysFrom(due, 5).AddDays(7 * week), 1)));

    private static DateTimeOffset At(DateOnly day) => At(day, new TimeOnly(10, 0));

    private static DateTimeOffset At(DateOnly day, TimeOnly time) => new(day, time, TimeSpan.FromHours(8));
}
