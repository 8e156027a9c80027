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
        var rule = table.Find(code, start) ?? throw new InvalidOperationException($"There is no deadline '{code}' on {start:yyyy-MM-dd}.");
        var due = calendar.Compute(start, rule.Period ?? throw new InvalidOperationException($"The deadline '{code}' has no period of its own."));
        return new Deadline
        {
            Id = workItemId, CaseId = file.Id, Code = code, Origin = rule.Origin, StartsOn = start, DueOn = due.Day, DueAt = due.At,
            Provisional = due.IsProvisional, Walled = walled || seat.Walled,
            Rungs = [.. table.RungsOf(rule, start, due.Day, calendar).Select(rung => new DeadlineRung
            {
                Id = $"dl:{workItemId}:{rung.Label}", DeadlineId = workItemId, Name = rung.Label, DueAt = rung.At,
                ToRole = rung.CopyTo,
            })],
        };
    }
}
