using WorkflowAccountability.Procedure.Commands;

namespace WorkflowAccountability.Procedure.Deadlines;

/// <summary>Counts the running deadlines of a locked case anew after a stop began or ended.</summary>
internal static class StoppedClocks
{
    /// <summary>The whole case begins or ends to rest: what stops clocks rests too.</summary>
    public static void RecountAll(CommandScope scope, string caseId)
    {
        Recount(scope, caseId, deadline => true);
        foreach (var stop in scope.Db.Suspensions.Local.Where(stop => stop.CaseId == caseId && stop.To is null).ToList())
            StopLadder.SetUp(stop, scope);
    }

    /// <returns>What moved, for the audit.</returns>
    public static IReadOnlyList<object> Recount(CommandScope scope, string caseId, Func<Deadline, bool> isConcerned)
    {
        List<object> changes = [];
        foreach (var deadline in scope.Db.Deadlines.Local.Where(deadline => deadline.CaseId == caseId && isConcerned(deadline)).ToList())
        {
            var old = deadline.DueOn;
            var moved = scope.Machinery.Deadlines.Recount(deadline, scope, wholeLadder: true);
            scope.Db.WorkItems.Local.SingleOrDefault(item => item.Id == deadline.Id)?.TakeDueFrom(deadline);
            if (!moved)
                continue;
            changes.Add(new { item = deadline.Id, deadline = deadline.Code, old, now = deadline.StoppedOn is null ? deadline.DueOn : (DateOnly?)null });
        }
        return changes;
    }
}
