using WorkflowAccountability.Procedure.Cases;
using WorkflowAccountability.Procedure.Regulation;
using WorkflowAccountability.Procedure.Stages;

namespace WorkflowAccountability.Procedure.Deadlines;

/// <summary>Starts deadlines by the table in force on their first day.</summary>
public sealed class DeadlineClock(DeadlineTable table, WorkingCalendar calendar)
{
    /// <summary>The seat's deadline with every rung; null where none runs. An unknown code is a broken definition.</summary>
    public Deadline? Start(Seat seat, CaseFile file, string workItemId, DateOnly today, bool walled)
    {
        if (seat.Deadline is not { } code)
            return null;
        var start = seat.DeadlineFrom ?? today;
        var rule = table.Find(code, today, file.LevelInForce) ?? throw new InvalidOperationException($"There is no deadline '{code}' on {today:yyyy-MM-dd}.");
        var behindWall = walled || seat.Walled;
        var due = calendar.Compute(start, rule.Period ?? throw new InvalidOperationException($"The deadline '{code}' has no period of its own."));
        return new Deadline
        {
            Id = workItemId, CaseId = file.Id, Code = code, Origin = rule.Origin, StartsOn = start, DueOn = due.Day, DueAt = due.At,
            Provisional = due.IsProvisional, Walled = behindWall,
            Rungs = [.. table.RungsOf(rule, start, due.Day, calendar).Select(rung => new DeadlineRung
            {
                Id = $"dl:{workItemId}:{rung.Label}", DeadlineId = workItemId, Name = rung.Label, DueAt = rung.At,
                // Behind the wall nobody outside is told that something is late there.
                ToRole = behindWall && rung.CopyTo is not null ? seat.EscalateTo : rung.CopyTo,
            })],
        };
    }
}
