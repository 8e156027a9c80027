using Microsoft.EntityFrameworkCore;
using WorkflowAccountability.Procedure.Cases;
using WorkflowAccountability.Procedure.Stages;
using WorkflowAccountability.Procedure.WorkItems;
using WorkflowAccountability.Procedure.Workflows;

namespace WorkflowAccountability.Procedure.Proxies;

/// <summary>
/// The stages in which somebody may stand in: those in front of the wall (第十条第一句: 独立组成), and each step that an administrator added, in whatever version is in
/// force or waits for the principal's posts.
/// </summary>
internal static class ProxyStages
{
    public static async Task<IReadOnlyList<StageChoice>> OfAsync(
        Actor principal, AccountabilityDb db, StageCatalog stages, DefinitionCatalog definitions, DateOnly day, CancellationToken cancellationToken)
    {
        var begun = (await db.Definitions.AsNoTracking().Begun(day).OrderBy(row => row.DefinitionId).ThenByDescending(row => row.Version)
            .Select(row => new { row.Id, row.DefinitionId }).ToListAsync(cancellationToken)).DistinctBy(row => row.DefinitionId);
        var titles = new HashSet<string>();
        foreach (var version in begun)
            titles.UnionWith((await definitions.VersionAsync(db, version.Id, cancellationToken)).AllActivities().OfType<StageActivity>()
                .Select(stages.Of).Where(stage => !stage.About.Walled).Select(stage => stage.OwnTitle).OfType<string>());
        var keys = principal.Keys.ToList();
        titles.UnionWith(await db.WorkItems.Where(item => item.Status == WorkItemStatus.Open && item.Title != null && !item.Walled && keys.Contains(item.CandidateKey))
            .Select(item => item.Title!).Distinct().ToListAsync(cancellationToken));
        return StageChoice.Among(stages.All.Where(stage => !stage.About.Walled), titles);
    }
}
