using System.Collections.Concurrent;
using Microsoft.EntityFrameworkCore;
using WorkflowAccountability.Engine.Activities;
using WorkflowAccountability.Engine.Definitions;
using WorkflowAccountability.Procedure;
using WorkflowAccountability.Procedure.Workflows;

namespace WorkflowAccountability.Persistence.EngineStores;

/// <summary>The versions that run without a case, read once and shared by all instances: a published version never changes.</summary>
internal sealed class RunnableDefinitions
{
    private readonly ConcurrentDictionary<string, WorkflowDefinition> versions = [];
    private readonly ActivityRegistry registry = ActivityRegistry.WithWaits();

    /// <summary>The version that new instances start with on a day; null when none is in force.</summary>
    /// <exception cref="InvalidWorkflowDefinitionException">It cannot run, or it waits for people under the regulation and needs a case.</exception>
    public async Task<WorkflowDefinition?> InForceAsync(AccountabilityDb db, string definitionId, DateOnly day, CancellationToken cancellationToken)
    {
        var versionId = await db.Definitions.InForce(definitionId, day).Select(row => row.Id).FirstOrDefaultAsync(cancellationToken);
        return versionId is null ? null : await VersionAsync(db, versionId, cancellationToken);
    }

    /// <summary>The version that an instance stays on.</summary>
    public ValueTask<WorkflowDefinition> VersionAsync(AccountabilityDb db, string versionId, CancellationToken cancellationToken) =>
        versions.TryGetValue(versionId, out var known) ? ValueTask.FromResult(known) : new(ReadAsync(db, versionId, cancellationToken));

    private async Task<WorkflowDefinition> ReadAsync(AccountabilityDb db, string versionId, CancellationToken cancellationToken)
    {
        var json = await db.Definitions.Where(row => row.Id == versionId).Select(row => row.Json).SingleAsync(cancellationToken);
        var library = new WorkflowLibrary();
        foreach (var other in await db.Definitions.Where(row => row.IsPublished && row.Id != versionId).Select(row => row.Json).ToListAsync(cancellationToken))
            library.Add(other);
        return versions.GetOrAdd(versionId, new WorkflowDefinitionReader(registry, library).Read(json));
    }
}
