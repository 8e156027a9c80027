using System.Security.Cryptography;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;
using WorkflowAccountability.Engine.Definitions;

namespace WorkflowAccountability.Procedure.Workflows;

/// <summary>Takes the definitions of a folder into the database at start: a new version that is published takes new cases, a draft none; running instances stay on theirs.</summary>
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
        var hash = Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(json)));
        var versions = await db.Definitions.Where(row => row.DefinitionId == definition.DefinitionId).ToListAsync(cancellationToken);
        if (versions.Find(row => row.Version == definition.Version) is { } known)
        {
            if (known.Hash != hash)
                throw new InvalidWorkflowDefinitionException(
                    [$"'{definition.Name}': version {definition.Version} was imported before with other content; a published version never changes, raise its number."]);
            return;
        }
        foreach (var row in versions)
            (row.IsLatest, row.IsPublished) = (false, row.IsPublished && !definition.IsPublished);
        db.Definitions.Add(new WorkflowDefinitionVersion
        {
            Id = definition.Id, DefinitionId = definition.DefinitionId, Version = definition.Version, Name = definition.Name, Json = json, Hash = hash,
            IsLatest = true, IsPublished = definition.IsPublished, CreatedAt = clock.GetUtcNow(),
        });
        await db.SaveChangesAsync(cancellationToken);
        Logs.DefinitionImported(logger, definition.DefinitionId, definition.Version);
    }
}
