using Microsoft.EntityFrameworkCore;
using WorkflowAccountability.Persistence;
using WorkflowAccountability.Procedure;

namespace WorkflowAccountability.Web.Operations;

/// <summary>The database of a site that is not started.</summary>
internal static class SiteDatabase
{
    public static AccountabilityDb Open(string connection) => new ServiceCollection().AddPersistence(connection).BuildServiceProvider()
        .GetRequiredService<IDbContextFactory<AccountabilityDb>>().CreateDbContext();

    /// <summary>An older schema would be read wrongly, a newer one too.</summary>
    public static async Task DemandThisVersionAsync(AccountabilityDb db, CancellationToken cancellationToken)
    {
        var (known, applied) = (db.Database.GetMigrations().ToList(), (await db.Database.GetAppliedMigrationsAsync(cancellationToken)).ToList());
        if (applied.Except(known).ToList() is { Count: > 0 } newer)
            throw new VerbRefusedException($"The database was made by a newer version ({string.Join(", ", newer)}). Use that version.");
        if (known.Except(applied).Any())
            throw new VerbRefusedException("The database was made by an older version. Start the site once, which brings it up to date, or use that version.");
    }
}
