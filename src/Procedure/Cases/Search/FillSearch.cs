using Microsoft.EntityFrameworkCore;

namespace WorkflowAccountability.Procedure.Cases.Search;

/// <summary>Gives terms to cases that have none yet, because they are older than the search. It may be repeated.</summary>
public static class FillSearch
{
    private const int Batch = 100;

    /// <summary>Fills them in.</summary>
    public static async Task RunAsync(AccountabilityDb db, CancellationToken cancellationToken)
    {
        while (await db.Cases.Where(file => file.SearchText == "").OrderBy(file => file.Id).Take(Batch).Include(file => file.Submissions)
            .Include(file => file.Parties).ToListAsync(cancellationToken) is { Count: > 0 } files)
        {
            foreach (var file in files)
            {
                file.Submissions.Sort((a, b) => a.Sequence.CompareTo(b.Sequence));
                await CaseTerms.RefreshAsync(db, file, cancellationToken);
            }
            await db.SaveChangesAsync(cancellationToken);
            db.ChangeTracker.Clear();
        }
    }
}
