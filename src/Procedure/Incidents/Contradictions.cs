using Microsoft.EntityFrameworkCore;
using WorkflowAccountability.Engine.Instances;
using WorkflowAccountability.Procedure.Cases;
using WorkflowAccountability.Procedure.Deadlines;
using WorkflowAccountability.Procedure.WorkItems;

namespace WorkflowAccountability.Procedure.Incidents;

/// <summary>A row that contradicts another.</summary>
/// <param name="Check">What does not hold; its words are <c>Contradiction.X</c> and <c>Contradiction.X.Remedy</c> of the alarms' texts.</param>
/// <param name="Id">The row.</param>
public sealed record Contradiction(string Check, string Id, string? CaseId);

/// <summary>What must hold between the rows of all cases after every command, each as one bounded query over what is still running.</summary>
internal static class Contradictions
{
    private const int Batch = 200;

    /// <summary>Every check by its name.</summary>
    public static IReadOnlyDictionary<string, Func<AccountabilityDb, IQueryable<Found>>> Checks { get; } = new Dictionary<string, Func<AccountabilityDb, IQueryable<Found>>>
    {
        // A workflow that runs and waits for nobody would never go on.
        ["stuck"] = db => db.Instances.Where(instance => instance.CaseId != null && instance.Status == WorkflowStatus.Running
                && !db.Bookmarks.Any(bookmark => bookmark.InstanceId == instance.Id)
                && !db.Incidents.Any(incident => incident.InstanceId == instance.Id && incident.ResolvedAt == null))
            .Select(instance => new Found(instance.Id, instance.CaseId)),
        ["bookmark"] = db => db.Bookmarks.Join(db.Instances.Where(instance => instance.CaseId != null && instance.Status == WorkflowStatus.Running),
                bookmark => bookmark.InstanceId, instance => instance.Id, (bookmark, instance) => new { bookmark, instance })
            .Where(row => !db.WorkItems.Any(item => item.BookmarkId == row.bookmark.Id && item.Status == WorkItemStatus.Open))
            .Select(row => new Found(row.bookmark.Id, row.instance.CaseId)),
        // What is over waits for nobody.
        ["left"] = db => db.Bookmarks.Join(db.Instances.Where(instance => instance.CaseId != null && instance.Status != WorkflowStatus.Running),
                bookmark => bookmark.InstanceId, instance => instance.Id, (bookmark, instance) => new { bookmark, instance })
            .Select(row => new Found(row.bookmark.Id, row.instance.CaseId)),
        ["orphan"] = db => db.WorkItems.Where(item => item.Status == WorkItemStatus.Open && !db.Bookmarks.Any(bookmark => bookmark.Id == item.BookmarkId))
            .Select(item => new Found(item.Id, item.CaseId)),
        ["clock"] = db => db.Deadlines.Where(deadline => deadline.Status == DeadlineStatus.Running && deadline.EntryId == null
                && !db.WorkItems.Any(item => item.Id == deadline.Id && item.Status == WorkItemStatus.Open))
            .Select(deadline => new Found(deadline.Id, deadline.CaseId)),
        ["deadline"] = db => db.Deadlines.Where(deadline => deadline.Status == DeadlineStatus.Running && deadline.StoppedOn == null
                && deadline.Rungs.All(rung => rung.Status != RungStatus.Pending))
            .Select(deadline => new Found(deadline.Id, deadline.CaseId)),
        // Whoever is under inquiry or recused holds nothing of the case.
        ["excluded"] = db => db.WorkItems.Where(item => item.Status == WorkItemStatus.Open && (item.AssigneeId != null || item.DelegateId != null)
                && (db.Set<Party>().Any(party => party.CaseId == item.CaseId && party.PersonId != null
                        && (party.PersonId == item.AssigneeId || party.PersonId == item.DelegateId))
                    || db.Set<Exclusion>().Any(excluded => excluded.CaseId == item.CaseId
                        && (excluded.PersonId == item.AssigneeId || excluded.PersonId == item.DelegateId))))
            .Select(item => new Found(item.Id, item.CaseId)),
        ["audit"] = db => db.Cases.Where(file => file.Status == CaseStatus.Open && file.Version > 0
                && !db.Audit.Any(entry => entry.CaseId == file.Id && entry.Sequence == file.Version))
            .Select(file => new Found(file.Id, file.Id)),
    };

    /// <summary>What contradicts itself now, at most two hundred of each kind.</summary>
    public static async Task<IReadOnlyList<Contradiction>> FindAsync(AccountabilityDb db, CancellationToken cancellationToken)
    {
        List<Contradiction> all = [];
        foreach (var (check, query) in Checks)
            all.AddRange((await query(db).Take(Batch).ToListAsync(cancellationToken)).Select(found => new Contradiction(check, found.Id, found.CaseId)));
        return all;
    }

    /// <summary>A row that a check found.</summary>
    public sealed record Found(string Id, string? CaseId);
}
