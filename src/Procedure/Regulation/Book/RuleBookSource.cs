using Microsoft.EntityFrameworkCore;

namespace WorkflowAccountability.Procedure.Regulation.Book;

/// <summary>The book as it was last read. What it holds never changes, so a case needs no newer one than it names.</summary>
public sealed class RuleBookSource(Func<AccountabilityDb> databases)
{
    private readonly Lock reading = new();
    private volatile RuleBook loaded = RuleBook.Shipped;

    /// <summary>The book with at least so many editions.</summary>
    public RuleBook With(int edition)
    {
        if (loaded.Edition >= edition)
            return loaded;
        lock (reading)
        {
            if (loaded.Edition >= edition)
                return loaded;
            // A connection of its own: the case's is in the middle of its answer.
            using var db = databases();
            return loaded = RuleBook.Of([.. db.RuleSets.AsNoTracking().Where(version => version.Edition != null)]);
        }
    }

    /// <summary>The newest book.</summary>
    public async Task<RuleBook> CurrentAsync(AccountabilityDb db, CancellationToken cancellationToken)
    {
        if (await db.RuleSets.MaxAsync(version => version.Edition, cancellationToken) is not { } newest || newest == loaded.Edition)
            return loaded;
        return loaded = RuleBook.Of(await db.RuleSets.AsNoTracking().Where(version => version.Edition != null).ToListAsync(cancellationToken));
    }
}
