using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Design;

namespace WorkflowAccountability.Persistence.Providers.Sqlite;

/// <summary>For <c>scripts/migration</c> only: the tool needs a context, not a database.</summary>
internal sealed class DesignSqlite : IDesignTimeDbContextFactory<SqliteAccountabilityDb>
{
    public SqliteAccountabilityDb CreateDbContext(string[] args) =>
        new(new DbContextOptionsBuilder<SqliteAccountabilityDb>().UseSqlite("Data Source=:memory:").Options);
}
