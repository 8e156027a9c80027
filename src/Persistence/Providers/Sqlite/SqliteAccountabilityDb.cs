using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using WorkflowAccountability.Procedure;

namespace WorkflowAccountability.Persistence.Providers.Sqlite;

/// <summary>The embedded default: one file, write-ahead log, every commit flushed to the disk.</summary>
public sealed class SqliteAccountabilityDb(DbContextOptions<SqliteAccountabilityDb> options) : AccountabilityDb(options)
{
    private const int BusySnapshot = 517, ConstraintUnique = 2067, ConstraintPrimaryKey = 1555;

    /// <summary>Nothing to do: BEGIN IMMEDIATE already lets one writer in at a time.</summary>
    public override Task LockCaseAsync(string caseId, CancellationToken cancellationToken) => Task.CompletedTask;

    /// <summary>A database that another process keeps locked is not among it: each try has waited its full time already.</summary>
    public override bool IsPassing(Exception exception) => exception is DbUpdateConcurrencyException
        || (exception as SqliteException ?? exception.InnerException as SqliteException) is
        { SqliteExtendedErrorCode: BusySnapshot or ConstraintUnique or ConstraintPrimaryKey };

    /// <inheritdoc/>
    public override async Task<IReadOnlyList<string>> UnsafeSettingsAsync(CancellationToken cancellationToken)
    {
        var journal = await Database.SqlQueryRaw<string>("PRAGMA journal_mode").ToListAsync(cancellationToken);
        var synchronous = await Database.SqlQueryRaw<long>("PRAGMA synchronous").ToListAsync(cancellationToken);
        return
        [
            .. journal[0] is "wal" or "delete" or "truncate" or "persist" ? Array.Empty<string>()
                : [$"journal_mode={journal[0]}: a crash can destroy the file; use wal."],
            .. synchronous[0] >= 2 ? Array.Empty<string>() : [$"synchronous={synchronous[0]}: a power cut can undo committed work; use FULL (2)."],
        ];
    }

    /// <summary>SQLite compares neither dates with offsets nor decimals: dates become UTC ticks.</summary>
    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder) =>
        configurationBuilder.Properties<DateTimeOffset>().HaveConversion<UtcTicks>();
}
