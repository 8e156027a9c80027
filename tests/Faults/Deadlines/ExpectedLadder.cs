using System.Globalization;
using WorkflowAccountability.Procedure.Deadlines;
using WorkflowAccountability.Testing;

namespace WorkflowAccountability.Faults.Deadlines;

/// <summary>A rung as it ought to be.</summary>
/// <param name="Count">How often the whole ladder was set up anew before: by a stop, the end of one, an extension.</param>
internal sealed record ExpectedRung(string Name, int Count, DateTimeOffset At);

/// <summary>
/// What must be told of one deadline, written out here once more from the rules of counting: before the last day, on it, on five working days after it,
/// then weekly; at ten in Beijing. A changed calendar gives an open deadline the new days; what was told stays told, and what has passed stays as it was.
/// While the clock stands still nobody is reminded; when it goes on, and after an extension, the whole ladder stands again ahead of the new day. Who must
/// hear of lateness and could not, because the work began late or the clock stood still on that day, hears of it then. A window is told to be over, once.
/// </summary>
internal sealed class ExpectedLadder(PeriodRow row, DateOnly start, DateTimeOffset opened, KnownCalendars calendars, IReadOnlyList<ClockChange> clock, DateOnly? set = null)
{
    private readonly HashSet<string> told = [];
    private List<ExpectedRung> waiting = [];
    private DateOnly due;
    private int count;

    /// <summary>Everything that falls due before a moment, in the order of time.</summary>
    /// <param name="toldAt">When a rung was told, or could have been: the next weekly one is written then.</param>
    public IEnumerable<ExpectedRung> Until(DateTimeOffset end, Func<ExpectedRung, DateTimeOffset> toldAt)
    {
        SetUp(opened, calendars.At(opened), clock.Where(change => change.At <= opened));
        var changes = calendars.Between(opened, end).Select(change => (At: change.From, change.Calendar, Clock: (ClockChange?)null))
            .Concat(clock.Where(change => change.At > opened && change.At < end).Select(change => (At: change.At, Calendar: calendars.At(change.At), Clock: (ClockChange?)change)));
        foreach (var change in changes.OrderBy(change => change.At).ThenBy(change => change.Clock is not null))
        {
            foreach (var rung in Fallen(change.At.AddTicks(1), toldAt))
                yield return rung;
            if (change.Clock is not null)
            {
                count++;
                SetUp(change.At, change.Calendar, clock.Where(known => known.At <= change.At));
            }
            else if (waiting.Count > 0 && At(due, new TimeOnly(23, 59, 59)) >= change.At)
                Move(change.At, change.Calendar);
        }
        foreach (var rung in Fallen(end, toldAt))
            yield return rung;
    }

    private void SetUp(DateTimeOffset now, DayByDay calendar, IEnumerable<ClockChange> known)
    {
        var changes = known.ToList();
        due = Due(calendar, changes);
        var stands = changes.Count(change => change.Kind is ClockChangeKind.Stops) > changes.Count(change => change.Kind is ClockChangeKind.GoesOn);
        waiting = stands ? [] : [.. Ladder(calendar, now).Where(rung => rung.At > now || (!row.IsWindow && rung.Name is "T+1" or "T+3" && !told.Contains(rung.Name)))
            .Select(rung => rung.At > now ? rung : rung with { At = now })];
    }

    private void Move(DateTimeOffset now, DayByDay calendar)
    {
        due = Due(calendar, [.. clock.Where(change => change.At < now)]);
        var names = waiting.Select(rung => rung.Name).ToHashSet();
        waiting = [.. Ladder(calendar, now).Where(rung => names.Contains(rung.Name) || (rung.At > now && !told.Contains(rung.Name)))
            .Select(rung => rung.At > now ? rung : rung with { At = now })];
    }

    private IEnumerable<ExpectedRung> Fallen(DateTimeOffset before, Func<ExpectedRung, DateTimeOffset> toldAt)
    {
        while (waiting.Count > 0 && waiting[0].At < before)
        {
            var rung = waiting[0];
            waiting.RemoveAt(0);
            told.Add(rung.Name);
            yield return rung;
            // Two weeks that a long holiday puts on one day are one.
            for (var week = int.Parse(rung.Name[2..], CultureInfo.InvariantCulture) + 1; waiting.Count == 0 && !row.IsWindow; week++)
                if (Weekly(calendars.Before(toldAt(rung)), week) is var next && next.At > rung.At)
                    waiting.Add(next);
        }
    }

    // A day is struck out after the one on which a stop began, up to and including the one on which it ended.
    private DateOnly Due(DayByDay calendar, List<ClockChange> known)
    {
        var stops = known.Where(change => change.Kind is ClockChangeKind.Stops).OrderBy(change => change.At)
            .Zip(known.Where(change => change.Kind is ClockChangeKind.GoesOn).OrderBy(change => change.At), (from, to) => (From: from.On, To: to.On)).ToList();
        bool IsStruckOut(DateOnly day) => stops.Exists(stop => day > stop.From && day <= stop.To);
        var last = set ?? calendar.End(start, row.Length, row.Unit, IsStruckOut);
        foreach (var more in known.Where(change => change.Kind is ClockChangeKind.IsExtended).OrderBy(change => change.At))
            last = calendar.End(last, more.More, row.Unit, IsStruckOut);
        return last;
    }

    // Up to and including the first weekly one after the moment at which it is written.
    private IEnumerable<ExpectedRung> Ladder(DayByDay calendar, DateTimeOffset written)
    {
        var before = new Dictionary<DateOnly, string>();
        foreach (var days in row.Before.OrderDescending())
            before[row.Unit is PeriodUnit.WorkingDay ? calendar.WorkingDaysFrom(due, -days) : calendar.Worked(due.AddDays(-days), -1)] = $"T-{days}";
        foreach (var (day, name) in before.OrderBy(rung => rung.Key).Where(rung => rung.Key > start))
            yield return new ExpectedRung(name, count, At(day));
        for (var late = 1; late <= (row.IsWindow ? 1 : 5); late++)
            yield return new ExpectedRung($"T+{late}", count, At(calendar.WorkingDaysFrom(due, late)));
        for (var week = 1; !row.IsWindow; week++)
        {
            var weekly = Weekly(calendar, week);
            yield return weekly;
            if (weekly.At > written)
                yield break;
        }
    }

    private ExpectedRung Weekly(DayByDay calendar, int week) =>
        new($"W+{week}", count, At(calendar.Worked(calendar.WorkingDaysFrom(due, 5).AddDays(7 * week), 1)));

    private static DateTimeOffset At(DateOnly day) => At(day, new TimeOnly(10, 0));

    private static DateTimeOffset At(DateOnly day, TimeOnly time) => new(day, time, TimeSpan.FromHours(8));
}
