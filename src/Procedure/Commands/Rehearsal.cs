using Microsoft.EntityFrameworkCore;
using WorkflowAccountability.Procedure.Cases;
using WorkflowAccountability.Procedure.WorkItems;

namespace WorkflowAccountability.Procedure.Commands;

/// <summary>What a command would do, had it been given now.</summary>
/// <param name="Opens">The work items that it would open, behind the wall or not: show a person only what he may know of.</param>
/// <param name="Lapses">The open work items of others that it would take back, likewise.</param>
/// <param name="ClosesCase">Whether the case would be closed by it.</param>
public sealed record Rehearsal(Answer Answer, IReadOnlyList<WorkItem> Opens, IReadOnlyList<WorkItem> Lapses, bool ClosesCase)
{
    internal static Rehearsal Of(AccountabilityDb db, Answer answer)
    {
        var items = db.ChangeTracker.Entries<WorkItem>().ToList();
        return new Rehearsal(answer,
            [.. items.Where(entry => entry.State is EntityState.Added && entry.Entity.Status is WorkItemStatus.Open).Select(entry => entry.Entity)],
            [.. items.Where(entry => entry.State is EntityState.Modified && entry.Entity.Status is WorkItemStatus.Lapsed).Select(entry => entry.Entity)],
            db.ChangeTracker.Entries<CaseFile>().Any(entry => entry.Entity.Status is CaseStatus.Closed));
    }
}
