using WorkflowAccountability.Procedure.Commands;
using WorkflowAccountability.Procedure.Regulation;

namespace WorkflowAccountability.Procedure.Deadlines;

/// <summary>
/// 内部环节: a stop that has a period of its own (D08) reminds whoever ordered it before its last day and after it, and lateness is announced as that of a
/// work item is. It ends nothing by itself: only its end, recorded by a person, lets the stopped clocks go on.
/// </summary>
internal static class StopLadder
{
    /// <summary>Counts the period and writes the whole ladder ahead: when the stop begins, and when the rest of its case begins or ends.</summary>
    public static void SetUp(Suspension stop, CommandScope scope)
    {
        var rungs = Ladder(stop, scope);
        var told = Told(stop);
        Write(stop, scope, IsAtRest(stop, scope) ? [] : rungs.Where(rung => rung.At > scope.Now || (rung.CopyTo is not null && !rung.IsWeekly && !told.Contains(rung.Label))));
    }

    /// <summary>A changed calendar gives what waits its new days. What has passed stays as it was.</summary>
    public static void Move(Suspension stop, CommandScope scope)
    {
        if (stop.DueOn is not { } due || BeijingTime.EndOf(due) < scope.Now || IsAtRest(stop, scope))
            return;
        var waiting = stop.Rungs.Where(rung => rung.Status is RungStatus.Pending).ToDictionary(rung => rung.Name, rung => rung.DueAt);
        var (told, rungs) = (Told(stop), Ladder(stop, scope));
        if (stop.DueOn == due && rungs.TakeWhile(rung => !rung.IsWeekly).All(rung => !waiting.TryGetValue(rung.Label, out var at) || at == rung.At))
            return;
        Write(stop, scope, rungs.Where(rung => waiting.ContainsKey(rung.Label) || (rung.At > scope.Now && !told.Contains(rung.Label))));
    }

    /// <summary>It ended: what has not fired will not fire.</summary>
    public static void End(Suspension stop)
    {
        foreach (var rung in stop.Rungs.Where(rung => rung.Status is RungStatus.Pending))
            rung.Status = RungStatus.Cancelled;
    }

    /// <summary>Writes on at long intervals once nothing waits ahead; answers what of it is due already.</summary>
    public static IReadOnlyList<StopRung> Continue(Suspension stop, CommandScope scope)
    {
        if (stop.Rungs.Exists(rung => rung.Status is RungStatus.Pending && rung.DueAt > scope.Now))
            return [];
        var known = stop.Rungs.Select(rung => rung.Id).ToHashSet();
        var last = stop.Rungs.Where(rung => rung.Status is not RungStatus.Superseded).Max(rung => rung.DueAt);
        List<StopRung> next = [];
        foreach (var rung in Ladder(stop, scope).Select(rung => RowOf(stop, rung, rung.At)).Where(rung => !known.Contains(rung.Id)))
        {
            if (rung.DueAt <= last)
                continue;
            next.Add(rung);
            scope.Db.Add(rung);
            if ((last = rung.DueAt) > scope.Now)
                break;
        }
        return [.. next.Where(rung => rung.DueAt <= scope.Now)];
    }

    /// <summary>The row of the table that a stop stands on; null for the rest of a whole case.</summary>
    public static DeadlineRule? RuleOf(Suspension stop) => DeadlineTable.Shipped.Find(stop.Code, stop.From);

    // Without end; empty where its row sets no period.
    private static IEnumerable<Rung> Ladder(Suspension stop, CommandScope scope)
    {
        if (RuleOf(stop) is not { Period: { } period } rule)
            return [];
        var due = scope.Calendar.Compute(stop.From, period, Rests(stop, scope)).Day;
        stop.DueOn = due;
        return Rungs.Before(scope.Calendar, stop.From, due, period.Unit, rule.Reminders, DeadlineTable.Shipped.RemindAt)
            .Concat(Rungs.After(scope.Calendar, due, DeadlineTable.Shipped.Overdue, DeadlineTable.Shipped.RemindAt));
    }

    private static void Write(Suspension stop, CommandScope scope, IEnumerable<Rung> rungs)
    {
        foreach (var rung in stop.Rungs.Where(rung => rung.Status is RungStatus.Pending))
            rung.Status = RungStatus.Superseded;
        stop.Epoch++;
        foreach (var rung in rungs)
        {
            var row = RowOf(stop, rung, rung.At > scope.Now ? rung.At : scope.Now);
            stop.Rungs.Add(row);
            scope.Db.Add(row);
            if (rung.IsWeekly)
                break;
        }
    }

    private static HashSet<string> Told(Suspension stop) => [.. stop.Rungs.Where(rung => rung.Status is RungStatus.Fired).Select(rung => rung.Name)];

    private static IEnumerable<Suspension> RestsOf(Suspension stop, CommandScope scope) =>
        scope.Db.Suspensions.Local.Where(rest => rest.CaseId == stop.CaseId && rest.Code == Suspension.WholeCase);

    private static bool IsAtRest(Suspension stop, CommandScope scope) => RestsOf(stop, scope).Any(rest => rest.To is null);

    private static StoppedDays Rests(Suspension stop, CommandScope scope) => StoppedDays.Of(RestsOf(stop, scope), [Suspension.WholeCase], scope.Today);

    private static StopRung RowOf(Suspension stop, Rung rung, DateTimeOffset at) => new()
    {
        Id = DeadlineRung.IdOf(stop.Id, stop.Epoch, rung.Label), SuspensionId = stop.Id, Name = rung.Label, DueAt = at, ToRole = rung.CopyTo, ToHead = rung.ToHead,
    };
}
