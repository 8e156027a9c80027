using Microsoft.Data.SqlClient;
using Microsoft.EntityFrameworkCore;
using WorkflowAccountability.Procedure;
using WorkflowAccountability.Procedure.Audit;
using WorkflowAccountability.Procedure.Organisations;

namespace WorkflowAccountability.Persistence.Providers.SqlServer;

/// <summary>Same model, own migrations. Its scripts are read by SQL Server's own parser in the tests; the contracts run on a server that is named.</summary>
public sealed class SqlServerAccountabilityDb(DbContextOptions<SqlServerAccountabilityDb> options) : AccountabilityDb(options)
{
    private const int Timeout = -2, Deadlock = 1205, LockTimeout = 1222, UpdateConflict = 3960, UniqueIndex = 2601, UniqueConstraint = 2627;

    /// <inheritdoc/>
    public override Task LockCaseAsync(string caseId, CancellationToken cancellationToken) =>
        Database.ExecuteSqlAsync($"SELECT 1 FROM [Cases] WITH (UPDLOCK, ROWLOCK, HOLDLOCK) WHERE [Id] = {caseId}", cancellationToken);

    /// <inheritdoc/>
    public override async Task<DateTimeOffset?> NowAsync(CancellationToken cancellationToken) =>
        (await Database.SqlQueryRaw<DateTimeOffset>("SELECT SYSDATETIMEOFFSET() AS [Value]").ToListAsync(cancellationToken))[0];

    /// <inheritdoc/>
    public override bool IsPassing(Exception exception) => exception is DbUpdateConcurrencyException
        || (exception as SqlException ?? exception.InnerException as SqlException)?.Number is
            Timeout or Deadlock or LockTimeout or UpdateConflict or UniqueIndex or UniqueConstraint;

    /// <inheritdoc/>
    public override async Task<IReadOnlyList<string>> UnsafeSettingsAsync(CancellationToken cancellationToken)
    {
        var settings = await Database.SqlQuery<Settings>($"""
            SELECT CAST([delayed_durability] AS int) AS [DelayedDurability], CAST([page_verify_option] AS int) AS [PageVerify],
                   CAST([is_read_committed_snapshot_on] AS bit) AS [ReadsSnapshots]
            FROM [sys].[databases] WHERE [database_id] = DB_ID()
            """).SingleAsync(cancellationToken);
        return
        [
            .. settings.DelayedDurability != Forced ? Array.Empty<string>()
                : ["DELAYED_DURABILITY=FORCED: a crash can undo committed work; set it to DISABLED."],
            .. settings.PageVerify == Checksum ? Array.Empty<string>()
                : ["PAGE_VERIFY is not CHECKSUM: a half-written page stays unnoticed; set it to CHECKSUM."],
            .. settings.ReadsSnapshots ? Array.Empty<string>()
                : ["READ_COMMITTED_SNAPSHOT=OFF: readers hold up the commands until they are given up; set it to ON."],
        ];
    }

    private const int Forced = 2, Checksum = 2;

    /// <inheritdoc/>
    protected override void OnModelCreating(ModelBuilder builder)
    {
        base.OnModelCreating(builder);
        KeyLengths.Fit(builder);
        // Said to the model, because a table with triggers is written by other statements.
        builder.Entity<AuditEntry>().ToTable(table => table.HasTrigger(KeptRows.TriggerOf("Audit")));
        builder.Entity<AdministrativeEntry>().ToTable(table => table.HasTrigger(KeptRows.TriggerOf("Administration")));
        // An identity column takes no value from outside, and this row's is always 1.
        builder.Entity<DirectoryStamp>().Property(stamp => stamp.Id).ValueGeneratedNever();
    }

    private sealed record Settings(int DelayedDurability, int PageVerify, bool ReadsSnapshots);
}
