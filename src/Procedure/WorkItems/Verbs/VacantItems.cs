using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using WorkflowAccountability.Procedure.Cases;
using WorkflowAccountability.Procedure.Organisations;
using WorkflowAccountability.Procedure.Site;

namespace WorkflowAccountability.Procedure.WorkItems.Verbs;

/// <summary>内部环节: items that nobody can do any more, before whoever may give them on: the head of the office, or who answers for the procedure.</summary>
internal static class VacantItems
{
    private const int Most = 200;

    public static void Map(IEndpointRouteBuilder site) => site.MapGet("/work-items/vacant", async (Viewer viewer, AccountabilityDb db,
        CancellationToken cancellationToken) => Pages.Page<VacantPage>(new { Viewer = viewer.Actor, viewer.Directory, viewer.Now, Rows = await ForAsync(viewer, db, cancellationToken) }));

    /// <summary>Whether somebody may be one of those who give them on; it decides the way to the page, not what is on it.</summary>
    public static bool MayGiveOn(Actor actor) => actor.IsInOffice
        && (actor.IsHead || actor.Holds(Roles.Government) || actor.Holds(Roles.LeadEnv) || actor.Holds(Roles.Supervision));

    /// <summary>Those that the viewer may give on.</summary>
    public static async Task<IReadOnlyList<ManyRow>> ForAsync(Viewer viewer, AccountabilityDb db, CancellationToken cancellationToken)
    {
        if (!viewer.Actor.IsInOffice)
            return [];
        var keys = await db.WorkItems.Where(item => item.Status == WorkItemStatus.Open).Select(item => item.CandidateKey).Distinct().ToListAsync(cancellationToken);
        var held = viewer.Directory.PeopleOn(Deadlines.BeijingTime.DayOf(viewer.Now)).SelectMany(id => viewer.Directory.ActorOf(id, viewer.Now).Keys).ToHashSet();
        var dead = keys.Where(key => !key.StartsWith("team:", StringComparison.Ordinal) && !held.Contains(key)).ToList();
        var items = await db.WorkItems.AsNoTracking().Where(item => item.Status == WorkItemStatus.Open && (dead.Contains(item.CandidateKey)
                || db.Set<Exclusion>().Any(exclusion => exclusion.CaseId == item.CaseId && item.CandidateKey == "person:" + exclusion.PersonId)))
            .OrderBy(item => item.OpenedAt).Take(Most).ToListAsync(cancellationToken);
        var rows = new List<ManyRow>();
        foreach (var ofCase in items.GroupBy(item => item.CaseId))
        {
            var file = await CaseFiles.Whole(db).AsNoTracking().SingleAsync(file => file.Id == ofCase.Key, cancellationToken);
            rows.AddRange(ofCase.Where(item => !file.Concerns(viewer.Actor.PersonId) && new Reach(item, file, viewer.Directory, viewer.Now) is { IsVacant: true } reach
                && reach.MayReassign(viewer.Actor)).Select(item => new ManyRow(item.Id, item, file, null)));
        }
        return rows;
    }
}
