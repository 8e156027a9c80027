using Microsoft.EntityFrameworkCore;

namespace WorkflowAccountability.Procedure.Documents;

/// <summary>内部环节: what was uploaded and neither handed in within a day nor kept with a draft goes. It may run late, twice, or on two nodes.</summary>
public sealed class RemoveStagedFiles(IDbContextFactory<AccountabilityDb> databases, FileStore store, TimeProvider clock)
{
    private const int Batch = 500;
    private static readonly TimeSpan kept = TimeSpan.FromHours(24);

    /// <summary>Removes rows, contents that nobody else needs, and uploads that broke off. Answers how many rows went.</summary>
    public async Task<int> RunAsync(CancellationToken cancellationToken)
    {
        var before = clock.GetUtcNow() - kept;
        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        // A draft that names it keeps it, or what somebody saved on Friday would be gone on Monday.
        var old = await db.StagedFiles.AsNoTracking().Where(file => file.At < before && !db.Drafts.Any(draft => draft.WorkItemId == file.Target
            && draft.PersonId == file.PersonId && (draft.Fields.Contains(file.Id) || draft.OtherFields!.Contains(file.Id))))
            .OrderBy(file => file.At).Take(Batch).ToListAsync(cancellationToken);
        var removed = 0;
        foreach (var file in old)
        {
            // Who uploads it again at this moment moves the time on and keeps it.
            removed += await db.StagedFiles.Where(row => row.Id == file.Id && row.At < before).ExecuteDeleteAsync(cancellationToken);
            if (!await IsNeededAsync(db, file.Sha256, cancellationToken))
                await store.RemoveAsync(file.Sha256, () => IsNeededAsync(db, file.Sha256, cancellationToken));
        }
        store.RemoveUnfinished(before);
        return removed;
    }

    private static async Task<bool> IsNeededAsync(AccountabilityDb db, string sha256, CancellationToken cancellationToken) =>
        await db.Documents.AnyAsync(document => document.Sha256 == sha256, cancellationToken)
        || await db.StagedFiles.AnyAsync(file => file.Sha256 == sha256, cancellationToken);
}
