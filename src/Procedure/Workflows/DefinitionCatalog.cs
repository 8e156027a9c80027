using System.Collections.Concurrent;
using Microsoft.EntityFrameworkCore;
using WorkflowAccountability.Engine.Activities;
using WorkflowAccountability.Engine.Definitions;
using WorkflowAccountability.Procedure.Lawfulness;
using WorkflowAccountability.Procedure.Regulation;
using WorkflowAccountability.Procedure.Stages;
using WorkflowAccountability.Procedure.Workflows.Drafting;

namespace WorkflowAccountability.Procedure.Workflows;

/// <summary>Definitions read from their rows. A version never changes, so a version that was read once is kept.</summary>
public sealed class DefinitionCatalog
{
    private readonly ConcurrentDictionary<string, WorkflowDefinition> versions = [];
    private readonly ConcurrentDictionary<string, bool> lawful = [];

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

    /// <summary>The version that new instances start with on a day; null when none is in force.</summary>
    public async Task<WorkflowDefinition?> InForceAsync(AccountabilityDb db, string definitionId, DateOnly day, CancellationToken cancellationToken)
    {
        var versionId = await db.Definitions.InForce(definitionId, day).Select(row => row.Id).FirstOrDefaultAsync(cancellationToken);
        return versionId is null ? null : await VersionAsync(db, versionId, cancellationToken);
    }

    /// <summary>Why no case may begin on a version: whatever would keep it from being published now, in the reader's language; nothing where nothing does.</summary>
    public async Task<IReadOnlyList<Ruling>> HindrancesAsync(AccountabilityDb db, WorkflowDefinition version, CancellationToken cancellationToken)
    {
        if (lawful.ContainsKey(version.Id))
            return [];
        var json = await db.Definitions.Where(row => row.Id == version.Id).Select(row => row.Json).SingleAsync(cancellationToken);
        if (DraftFindings.Of(json, this) is { Count: > 0 } findings)
            return [DraftingRights.Refused("NotLawful", version.Name, version.Version), .. findings];
        lawful.TryAdd(version.Id, true);
        return [];
    }

    private WorkflowDefinition Keep(WorkflowDefinitionVersion row) => versions.GetOrAdd(row.Id, _ => Reader.Read(row.Json));
}
