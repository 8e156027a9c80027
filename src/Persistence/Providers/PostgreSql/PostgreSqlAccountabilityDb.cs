using Microsoft.EntityFrameworkCore;
using Npgsql;
using WorkflowAccountability.Procedure;

namespace WorkflowAccountability.Persistence.Providers.PostgreSql;

/// <summary>The tested server database.</summary>
public sealed class PostgreSqlAccountabilityDb(DbContextOptions<PostgreSqlAccountabilityDb> options) : AccountabilityDb(options)
{
    /// <inheritdoc/>
    public override Task LockCaseAsync(string caseId, CancellationToken cancellationToken) =>
        Database.ExecuteSqlAsync($"""SELECT 1 FROM "Cases" WHERE "Id" = {caseId} FOR UPDATE""", cancellationToken);

    /// <inheritdoc/>
    public override async Task<DateTimeOffset?> NowAsync(CancellationToken cancellationToken) =>
        (await Database.SqlQueryRaw<DateTimeOffset>("SELECT clock_timestamp() AS \"Value\"").ToListAsync(cancellationToken))[0];

    /// <inheritdoc/>
    public override bool IsPassing(Exception exception) => exception is DbUpdateConcurrencyException
        || (exception as PostgresException ?? exception.InnerException as PostgresException)?.SqlState is
            PostgresErrorCodes.SerializationFailure or PostgresErrorCodes.DeadlockDetected or PostgresErrorCodes.UniqueViolation;

    /// <inheritdoc/>
    public override async Task<IReadOnlyList<string>> UnsafeSettingsAsync(CancellationToken cancellationToken)
    {
        (string Name, string Value)[] settings =
        [
            ("fsync", (await Database.SqlQueryRaw<string>("SHOW fsync").ToListAsync(cancellationToken))[0]),
            ("full_page_writes", (await Database.SqlQueryRaw<string>("SHOW full_page_writes").ToListAsync(cancellationToken))[0]),
            ("synchronous_commit", (await Database.SqlQueryRaw<string>("SHOW synchronous_commit").ToListAsync(cancellationToken))[0]),
        ];
        return
        [
            .. settings.Where(setting => setting.Value == "off")
                .Select(setting => $"{setting.Name}=off: a crash can undo committed work or destroy the database; set it to on."),
        ];
    }

    /// <summary>PostgreSQL's timestamptz takes UTC only.</summary>
    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder) =>
        configurationBuilder.Properties<DateTimeOffset>().HaveConversion<Utc>();
}
