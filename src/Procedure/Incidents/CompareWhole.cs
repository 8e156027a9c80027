using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using WorkflowAccountability.Engine.Definitions;
using WorkflowAccountability.Engine.Instances;
using WorkflowAccountability.Procedure.Documents;
using WorkflowAccountability.Procedure.Notifications;
using WorkflowAccountability.Procedure.Workflows;

// Translated into SQL; ids are digits and small hex letters, which every database sorts alike.
#pragma warning disable CA1309, CA1310

namespace WorkflowAccountability.Procedure.Incidents;

/// <summary>
/// Reads what is too much to read each minute: the state of every running workflow against its rows and its version, the published versions against their
/// hashes, the files against the documents that name them. It mends nothing; may run late, twice, or on two nodes.
/// </summary>
public sealed class CompareWhole(IDbContextFactory<AccountabilityDb> databases, DefinitionCatalog definitions, FileStore files, TimeProvider clock)
{
    private const int Batch = 200;

    /// <summary>Looks through everything once and raises an alarm for each contradiction; answers how many there are.</summary>
    public async Task<int> RunAsync(CancellationToken cancellationToken)
    {
        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        var found = new List<Contradiction>();
        found.AddRange(await ChangedVersionsAsync(db, cancellationToken));
        found.AddRange(await StatesAsync(db, found.Select(each => each.Id).ToHashSet(), cancellationToken));
        found.AddRange(await LostFilesAsync(db, cancellationToken));
        foreach (var each in found)
            await Alarm.RaiseAsync(db, AlarmKind.Contradiction, $"{each.Check}>{each.Id}", each.CaseId, clock.GetUtcNow(), cancellationToken);
        return found.Count;
    }

    private static async Task<List<Contradiction>> ChangedVersionsAsync(AccountabilityDb db, CancellationToken cancellationToken)
    {
        List<Contradiction> changed = [];
        await foreach (var version in db.Definitions.AsNoTracking().Where(version => version.IsPublished).Select(version => new { version.Id, version.Json, version.Hash })
            .AsAsyncEnumerable().WithCancellation(cancellationToken))
            if (WorkflowDefinitionVersion.HashOf(version.Json) != version.Hash)
                changed.Add(new Contradiction("changed", version.Id, null));
        return changed;
    }

    private async Task<List<Contradiction>> StatesAsync(AccountabilityDb db, HashSet<string> changed, CancellationToken cancellationToken)
    {
        List<Contradiction> faulty = [];
        var running = await db.Instances.Where(instance => instance.CaseId != null && instance.Status == WorkflowStatus.Running).Select(instance => instance.Id).ToListAsync(cancellationToken);
        foreach (var ids in running.Chunk(Batch))
        {
            var batch = await db.Instances.AsNoTracking().Where(instance => ids.Contains(instance.Id))
                .Select(instance => new { Instance = instance, Bookmarks = db.Bookmarks.Where(bookmark => bookmark.InstanceId == instance.Id).Select(bookmark => bookmark.Id).ToList() })
                .ToListAsync(cancellationToken);
            foreach (var row in batch.Where(row => !changed.Contains(row.Instance.DefinitionVersionId)))
                if (!await IsWholeAsync(db, row.Instance, row.Bookmarks, cancellationToken))
                    faulty.Add(new Contradiction("join", row.Instance.Id, row.Instance.CaseId));
        }
        return faulty;
    }

    private async Task<bool> IsWholeAsync(AccountabilityDb db, WorkflowInstance instance, List<string> bookmarks, CancellationToken cancellationToken)
    {
        try
        {
            var state = WorkflowState.Parse(instance.State);
            return !StateFaults.Of(state, await definitions.VersionAsync(db, instance.DefinitionVersionId, cancellationToken)).Any()
                && state.Bookmarks.Select(bookmark => bookmark.Id).Order(StringComparer.Ordinal).SequenceEqual(bookmarks.Order(StringComparer.Ordinal));
        }
        catch (JsonException)
        {
            return false;
        }
    }

    private async Task<List<Contradiction>> LostFilesAsync(AccountabilityDb db, CancellationToken cancellationToken)
    {
        List<Contradiction> lost = [];
        await foreach (var document in db.Documents.AsNoTracking().Where(document => document.AlteredAt == null)
            .Select(document => new { document.Id, document.CaseId, document.Sha256, document.Size }).AsAsyncEnumerable().WithCancellation(cancellationToken))
            if (!files.Holds(document.Sha256, document.Size))
                lost.Add(new Contradiction("file", document.Id, document.CaseId));
        return lost;
    }
}
