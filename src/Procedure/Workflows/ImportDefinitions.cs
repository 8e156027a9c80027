using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;
using WorkflowAccountability.Engine.Definitions;

namespace WorkflowAccountability.Procedure.Workflows;

/// <summary>
/// Takes the definitions of a folder into the database at start: a new version that is published takes new cases, a draft none; running instances stay on theirs.
/// What the law refuses is taken as a draft, whatever the file says: its findings stand on the page of the workflow.
/// </summary>
public sealed class ImportDefinitions(DefinitionCatalog catalog, TimeProvider clock, ILogger<ImportDefinitions> logger)
{
    /// <summary>Imports every <c>*.json</c>; a file that cannot run, or that changes a version already imported, stops the start with every fault.</summary>
    public async Task RunAsync(AccountabilityDb db, string folder, CancellationToken cancellationToken)
    {
        foreach (var path in System.IO.Directory.EnumerateFiles(folder, "*.json").Order(StringComparer.Ordinal))
            await ImportAsync(db, await File.ReadAllTextAsync(path, cancellationToken), cancellationToken);
    }

    private async Task ImportAsync(AccountabilityDb db, string json, CancellationToken cancellationToken)
    {
        var definition = catalog.Reader.Read(json);
        var hash = WorkflowDefinitionVersion.HashOf(json);
        var versions = await db.Definitions.Where(row => row.DefinitionId == definition.DefinitionId).ToListAsync(cancellationToken);
        if (versions.Find(row => row.Id == definition.Id || (row.Version == definition.Version && !IsOurs(row))) is { } known)
        {
            // A draft from a file that was written at here is the house's own by now.
            if (!IsOurs(known) && (known.Version == definition.Version ? known.Hash != hash : !DefinitionDraft.SaysTheSame(known.Json, json)))
                throw new InvalidWorkflowDefinitionException(
                    [new("$", $"'{definition.Name}': version {definition.Version} was imported before with other content; a published version never changes, raise its number.")]);
            return;
        }
        if (versions.Exists(IsOurs))
            Propose(db, definition, versions.Max(row => row.Version) + 1, json);
        else
            Take(db, definition, versions, json, hash);
        await db.SaveChangesAsync(cancellationToken);
        Logs.DefinitionImported(logger, definition.DefinitionId, definition.Version);
    }

    // Drafted or published in this house: what was designed here is not replaced by what a new version of the site brings.
    private static bool IsOurs(WorkflowDefinitionVersion row) => row.SavedAt is not null;

    private void Take(AccountabilityDb db, WorkflowDefinition definition, List<WorkflowDefinitionVersion> versions, string json, string hash)
    {
        var isPublished = definition.IsPublished && catalog.Law.Check(json).MayBePublished;
        if (isPublished != definition.IsPublished)
            Logs.DefinitionNotPublished(logger, definition.DefinitionId, definition.Version);
        foreach (var row in versions)
            (row.IsLatest, row.IsPublished, row.Revision) = (false, row.IsPublished && !isPublished, row.Revision + 1);
        var now = clock.GetUtcNow();
        db.Definitions.Add(new WorkflowDefinitionVersion
        {
            Id = definition.Id, DefinitionId = definition.DefinitionId, Version = definition.Version, Name = definition.Name, Description = definition.Description,
            Json = json, Hash = hash, IsLatest = true, IsPublished = isPublished, CreatedAt = now, PublishedAt = isPublished ? now : null,
        });
    }

    // It lies beside the others under the next number, from where whoever drafts may make a draft of it.
    private void Propose(AccountabilityDb db, WorkflowDefinition definition, int number, string json)
    {
        var now = clock.GetUtcNow();
        var numbered = DefinitionDraft.Compose(json, before: null, definition.Id, definition.DefinitionId, number, now);
        db.Definitions.Add(new WorkflowDefinitionVersion
        {
            Id = definition.Id, DefinitionId = definition.DefinitionId, Version = number, Name = definition.Name, Description = definition.Description,
            Json = numbered, Hash = WorkflowDefinitionVersion.HashOf(numbered), CreatedAt = now,
        });
    }
}
