using System.Collections.Concurrent;
using Microsoft.EntityFrameworkCore;
using WorkflowAccountability.Engine.Activities;
using WorkflowAccountability.Engine.Definitions;
using WorkflowAccountability.Procedure.Lawfulness;
using WorkflowAccountability.Procedure.Stages;

namespace WorkflowAccountability.Procedure.Workflows;

/// <summary>Definitions read from their rows. A version never changes, so a version that was read once is kept.</summary>
public sealed class DefinitionCatalog
{
    private readonly ConcurrentDictionary<string, WorkflowDefinition> versions = [];

    public DefinitionCatalog(StageCatalog stages)
    {
        Activities = stages.Activities();
        Reader = new WorkflowDefinitionReader(Activities);
        Law = new StatutoryCheck(stages);
    }

    /// <summary>The types that definitions may use: the stages and the engine's own.</summary>
    public ActivityRegistry Activities { get; }

    /// <summary>Reads definitions against these types.</summary>
    public WorkflowDefinitionReader Reader { get; }

    /// <summary>Holds definitions against the regulation.</summary>
    public StatutoryCheck Law { get; }

    /// <summary>The version that an instance stays on.</summary>
    public async Task<WorkflowDefinition> VersionAsync(AccountabilityDb db, string versionId, CancellationToken cancellationToken) =>
        versions.TryGetValue(versionId, out var known) ? known
            : Keep(await db.Definitions.AsNoTracking().SingleAsync(row => row.Id == versionId, cancellationToken));

    /// <summary>The version that new instances start with; null when none is published.</summary>
    public async Task<WorkflowDefinition?> PublishedAsync(AccountabilityDb db, string definitionId, CancellationToken cancellationToken)
    {
        var versionId = await db.Definitions.Where(row => row.DefinitionId == definitionId && row.IsPublished)
            .Select(row => row.Id).SingleOrDefaultAsync(cancellationToken);
        return versionId is null ? null : await VersionAsync(db, versionId, cancellationToken);
    }

    private WorkflowDefinition Keep(WorkflowDefinitionVersion row) => versions.GetOrAdd(row.Id, _ => Reader.Read(row.Json));
}
