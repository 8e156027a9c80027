using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Design;

namespace WorkflowAccountability.Persistence.Providers.SqlServer;

/// <summary>For <c>scripts/migration</c> only: the tool needs a context, not a database.</summary>
internal sealed class DesignSqlServer : IDesignTimeDbContextFactory<SqlServerAccountabilityDb>
{
    public SqlServerAccountabilityDb CreateDbContext(string[] args) =>
        new(new DbContextOptionsBuilder<SqlServerAccountabilityDb>().UseSqlServer("Server=localhost").Options);
}
