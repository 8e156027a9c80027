using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Design;

namespace WorkflowAccountability.Persistence.Providers.PostgreSql;

/// <summary>For <c>scripts/migration</c> only: the tool needs a context, not a database.</summary>
internal sealed class DesignPostgreSql : IDesignTimeDbContextFactory<PostgreSqlAccountabilityDb>
{
    public PostgreSqlAccountabilityDb CreateDbContext(string[] args) =>
        new(new DbContextOptionsBuilder<PostgreSqlAccountabilityDb>().UseNpgsql("Host=localhost").Options);
}
