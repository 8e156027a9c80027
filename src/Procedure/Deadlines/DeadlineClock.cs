using WorkflowAccountability.Procedure.Cases;
using WorkflowAccountability.Procedure.Commands;
using WorkflowAccountability.Procedure.Ledgers;
using WorkflowAccountability.Procedure.Oversight;
using WorkflowAccountability.Procedure.Regulation;
using WorkflowAccountability.Procedure.Stages;

namespace WorkflowAccountability.Procedure.Deadlines;

/// <summary>Starts deadlines by the row of the case's rules in force on their first day, and counts them anew when the calendar, an extension or a stop moves them.</summary>
public sealed class DeadlineClock(DeadlineTable table)
{
    /// <summary>The seat's deadline with every rung; null where none runs. An unknown code is a broken definition.</summary>
    public Deadline? Start(Seat seat, CaseFile file, string workItemId, CommandScope scope, bool walled)
    {
        if (seat.Deadline is not { } code)
            return null;
        var rule = file.PeriodRow(code, scope.Today) ?? throw new InvalidOperationException($"There is no deadline '{code}' on {scope.Today:yyyy-MM-dd}.");
        return Begin(workItemId, null, rule, BasisFor(seat, rule), seat.DeadlineFrom ?? scope.Today, file, scope, walled || seat.Walled, seat.EscalateTo);
    }

    /// <summary>
    /// The period that an entry begins on a day, by the row in force then; null where the rules know none. A window that had closed before it was entered
    /// is over from the beginning, and nobody is told.
    /// </summary>
    public Deadline? Start(CaseEntry entry, string code, DateOnly start, CaseFile file, CommandScope scope)
    {
        if (file.PeriodRow(code, start) is not { ByEntry: true, Period: { } period } rule)
            return null;
        var deadline = Begin(DerivedId.Of(entry.Id, code), entry.Id, rule, new DeadlineBasis(period.Length, period.Unit, rule.Reminders), start, file, scope, entry.Walled, null);
        if (rule.Window && deadline.Rungs.Count == 0)
            deadline.End(DeadlineStatus.Expired, scope.Now);
        return deadline;
    }

    /// <summary>Whether somebody may act in it and nobody must.</summary>
    public bool IsWindow(Deadline deadline) => table.Rules.Any(rule => rule.Code == deadline.Code && rule.Window);

    private Deadline Begin(string id, string? entryId, DeadlineRule rule, DeadlineBasis basis, DateOnly start, CaseFile file, CommandScope scope, bool walled, string? escalateTo)
    {
        var (stopped, stoppedOn) = basis.On is null ? StopsOf(rule.Code, file.Id, scope) : (StoppedDays.None, null);
        var calendar = scope.Calendar.Within(basis.Calendar);
        var due = FirstDue(basis, start, calendar, stopped);
        var deadline = new Deadline
        {
            Id = id, EntryId = entryId, CaseId = file.Id, Code = rule.Code, Origin = rule.Origin, Basis = basis, StartsOn = start, OpenedAt = scope.Now, DueOn = due.Day, DueAt = due.At, NearAt = NearAt(start, due.Day, calendar, scope.Today), Provisional = due.IsProvisional, CalendarVersion = scope.Calendar.Number,
            StoppedOn = stoppedOn, Walled = walled, EscalateTo = escalateTo,
        };
        if (stoppedOn is null)
            deadline.Rungs.AddRange(LadderOf(deadline, scope.Calendar).Where(rung => rung.At > scope.Now || IsOwed(rung)).UpToTheFirstWeekly()
                .Select(rung => RowOf(deadline, rung, rung.At > scope.Now ? rung.At : scope.Now)));
        return deadline;
    }

    /// <summary>
    /// Counts the days anew. What has fired stays fired. After a changed calendar the rungs that had not fired take their new days, those whose
    /// new day has passed are due at once; after an extension or a stop the whole ladder stands again ahead of the new day, and whoever was to hear of
    /// lateness while the clock stood still hears of it now.
    /// </summary>
    /// <returns>Whether anything moved.</returns>
    public bool Recount(Deadline deadline, CommandScope scope, bool wholeLadder)
    {
        var (due, stoppedOn) = Due(deadline, scope);
        deadline.CalendarVersion = scope.Calendar.Number;
        deadline.NearAt = NearAt(deadline.StartsOn, due.Day, scope.Calendar.Within(BasisOf(deadline).Calendar), scope.Today);
        if (due.At > scope.Now)
            deadline.EscalatedAt = null;
        if ((due.Day, due.IsProvisional, stoppedOn) == (deadline.DueOn, deadline.Provisional, deadline.StoppedOn)
            && !MovesReminders(deadline, scope.Calendar, scope.Now))
            return false;
        (deadline.DueOn, deadline.DueAt, deadline.Provisional, deadline.StoppedOn) = (due.Day, due.At, due.IsProvisional, stoppedOn);
        deadline.Epoch++;
        var pending = deadline.Rungs.Where(rung => rung.Status is RungStatus.Pending).ToList();
        var fired = deadline.Rungs.Where(rung => rung.Status is RungStatus.Fired).Select(rung => rung.Name).ToHashSet();
        foreach (var rung in pending)
            rung.Status = RungStatus.Superseded;
        if (stoppedOn is not null)
            return true;
        var waiting = pending.Select(rung => rung.Name).ToHashSet();
        deadline.Rungs.AddRange(LadderOf(deadline, scope.Calendar)
            .Where(rung => wholeLadder ? rung.At > scope.Now || (IsOwed(rung) && !fired.Contains(rung.Label))
                : waiting.Contains(rung.Label) || (rung.At > scope.Now && !fired.Contains(rung.Label)))
            .UpToTheFirstWeekly().Select(rung => RowOf(deadline, rung, rung.At > scope.Now ? rung.At : scope.Now)).ToList());
        return true;
    }

    /// <summary>Whether a reminder that still waits would come on another day, though the last day stays: nobody is reminded on what became a rest day.</summary>
    public bool MovesReminders(Deadline deadline, WorkingCalendar calendar, DateTimeOffset now)
    {
        var days = LadderOf(deadline, calendar).UpToTheFirstWeekly().ToDictionary(rung => rung.Label, rung => rung.At);
        return deadline.DueAt >= now && deadline.Rungs.Exists(rung => rung.Status is RungStatus.Pending
            && !(days.TryGetValue(rung.Name, out var at) && at == rung.DueAt));
    }

    /// <summary>The last day as it would be counted now, without changing anything.</summary>
    public (DueDate Due, DateOnly? StoppedOn) Due(Deadline deadline, CommandScope scope)
    {
        var (stopped, stoppedOn) = BasisOf(deadline).On is null ? StopsOf(deadline.Code, deadline.CaseId, scope) : (StoppedDays.None, null);
        return (DueOf(deadline, scope.Calendar, stopped), stoppedOn);
    }

    /// <summary>The last day under a calendar, with what was added and what does not count.</summary>
    public DueDate DueOf(Deadline deadline, WorkingCalendar calendar, StoppedDays stopped)
    {
        var basis = BasisOf(deadline);
        calendar = calendar.Within(basis.Calendar);
        stopped = basis.On is null ? stopped : StoppedDays.None;
        var due = FirstDue(basis, deadline.StartsOn, calendar, stopped);
        foreach (var more in deadline.Extensions.OrderBy(extension => extension.At))
        {
            var next = calendar.Compute(due.Day, new Period(more.Length, more.Unit), stopped);
            due = next with { Doubts = [.. due.Doubts.Union(next.Doubts)] };
        }
        return due;
    }

    /// <summary>What stops this deadline: rows of the table, and the rest of the whole case.</summary>
    public IReadOnlyList<string> StoppersOf(string code) =>
        [.. table.StoppersOf(code), .. table.Rules.Any(rule => rule.Code == code && rule.ByEntry) ? [] : (string[])[Suspension.WholeCase]];

    /// <summary>The next rungs at long intervals, once none waits ahead: those that were missed, and the one to come.</summary>
    internal IReadOnlyList<DeadlineRung> Continued(Deadline deadline, CommandScope scope)
    {
        if (deadline.Rungs.Exists(rung => rung.Status is RungStatus.Pending && rung.DueAt > scope.Now))
            return [];
        var known = deadline.Rungs.Select(rung => rung.Id).ToHashSet();
        var last = deadline.Rungs.Where(rung => rung.Status is not RungStatus.Superseded).Max(rung => rung.DueAt);
        List<DeadlineRung> next = [];
        // Two weeks that a long holiday puts on one day are told once. A calendar that changed meanwhile may show a week that was told once more, on a
        // later day: it is passed over, the one after it is not.
        foreach (var rung in LadderOf(deadline, scope.Calendar).Select(rung => RowOf(deadline, rung, rung.At)))
        {
            if (rung.DueAt <= last || !known.Add(rung.Id))
                continue;
            next.Add(rung);
            if ((last = rung.DueAt) > scope.Now)
                break;
        }
        return next;
    }

    // Work that begins after its last day is late from its first moment: whoever must hear of lateness hears of it then, once.
    private static bool IsOwed(Rung rung) => rung.CopyTo is not null && !rung.IsWeekly;

    // Without end: whoever takes from it says how far.
    private IEnumerable<Rung> LadderOf(Deadline deadline, WorkingCalendar all) => all.Within(BasisOf(deadline).Calendar) is var calendar
        ? Rungs.Before(calendar, deadline.StartsOn, deadline.DueOn, BasisOf(deadline).Unit, BasisOf(deadline).Reminders, table.RemindAt)
            .Concat(IsWindow(deadline) ? Rungs.Closed(calendar, deadline.DueOn, table.RemindAt) : Rungs.After(calendar, deadline.DueOn, table.Overdue, table.RemindAt)) : [];

    private static DateTimeOffset NearAt(DateOnly start, DateOnly due, WorkingCalendar calendar, DateOnly today) =>
        BeijingTime.At(OversightRules.Shipped.LightsOn(today).NearFrom(calendar, start, due), TimeOnly.MinValue);

    private static DeadlineBasis BasisFor(Seat seat, DeadlineRule rule)
    {
        if (rule.SetByRequest)
            return new DeadlineBasis(0, PeriodUnit.Day, seat.Reminders ?? rule.Reminders)
            {
                Calendar = seat.Calendar, On = seat.DueOn ?? throw new InvalidOperationException($"The seat '{seat.Key}' sets no day for the deadline '{rule.Code}'."),
            };
        var period = seat.Period ?? rule.Period ?? throw new InvalidOperationException($"The deadline '{rule.Code}' has no period of its own.");
        return new DeadlineBasis(period.Length, period.Unit, seat.Reminders ?? rule.Reminders) { Calendar = seat.Calendar };
    }

    private static DueDate FirstDue(DeadlineBasis basis, DateOnly start, WorkingCalendar calendar, StoppedDays stopped) =>
        basis.On is { } set ? new DueDate(set, []) : calendar.Compute(start, basis.Period, stopped);

    private DeadlineBasis BasisOf(Deadline deadline)
    {
        if (deadline.Basis is { } known)
            return known;
        var rule = table.Find(deadline.Code, deadline.StartsOn)!;
        return new DeadlineBasis(rule.Period!.Length, rule.Period.Unit, rule.Reminders);
    }

    private (StoppedDays Stopped, DateOnly? StoppedOn) StopsOf(string code, string caseId, CommandScope scope)
    {
        var stoppers = StoppersOf(code);
        var stops = scope.Db.Suspensions.Local.Where(stop => stop.CaseId == caseId && stoppers.Contains(stop.Code)).ToList();
        return (StoppedDays.Of(stops, stoppers, scope.Today), stops.Where(stop => stop.To is null).Min(stop => (DateOnly?)stop.From));
    }

    // Behind the wall nobody outside is told that something is late there.
    private static DeadlineRung RowOf(Deadline deadline, Rung rung, DateTimeOffset at) => new()
    {
        Id = DeadlineRung.IdOf(deadline.Id, deadline.Epoch, rung.Label), DeadlineId = deadline.Id, Name = rung.Label, DueAt = at,
        ToRole = rung.CopyTo is null ? null : deadline.Walled ? deadline.EscalateTo : rung.CopyTo, ToHead = rung.ToHead,
    };
}

/// <summary>How far ahead a ladder without end is written.</summary>
file static class Ladders
{
    /// <summary>Everything up to and including the first rung at long intervals; the sweep writes on from there.</summary>
    public static IEnumerable<Rung> UpToTheFirstWeekly(this IEnumerable<Rung> rungs)
    {
        foreach (var rung in rungs)
        {
            yield return rung;
            if (rung.IsWeekly)
                yield break;
        }
    }
}
