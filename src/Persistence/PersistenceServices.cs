using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using WorkflowAccountability.Engine.Instances;
using WorkflowAccountability.Persistence.EngineStores;
using WorkflowAccountability.Persistence.Providers.PostgreSql;
using WorkflowAccountability.Persistence.Providers.Sqlite;
using WorkflowAccountability.Persistence.Providers.SqlServer;
using WorkflowAccountability.Procedure;
using WorkflowAccountability.Procedure.Regulation.Book;

namespace WorkflowAccountability.Persistence;

/// <summary>Which database a connection string means.</summary>
public static class PersistenceServices
{
    private const string Reset = "No Reset On Close", Prepare = "Max Auto Prepare";

    private static readonly LockedInstances lockingAtTheEnd = new(text => $"{text} FOR UPDATE");

    private static readonly LockedInstances lockingByHint = new(text => text.Replace(
        "FROM [WorkflowInstances] AS [w]", "FROM [WorkflowInstances] AS [w] WITH (UPDLOCK, ROWLOCK, HOLDLOCK)", StringComparison.Ordinal));

    /// <summary>Registers the context of the connection's provider. <c>Host=…</c> is PostgreSQL, <c>Server=…</c> SQL Server, <c>Data Source=…</c> SQLite; anything else is refused.</summary>
    public static IServiceCollection AddPersistence(this IServiceCollection services, string connection) => connection switch
    {
        _ when connection.Contains("Host=", StringComparison.OrdinalIgnoreCase) => services.AddProvider<PostgreSqlAccountabilityDb>(
            (provider, options) => options.UseNpgsql(Tuned(connection)).AddInterceptors(lockingAtTheEnd)
                .AddInterceptors(provider.GetServices<Microsoft.EntityFrameworkCore.Diagnostics.IInterceptor>())),
        _ when connection.Contains("Server=", StringComparison.OrdinalIgnoreCase) => services.AddProvider<SqlServerAccountabilityDb>(
            (provider, options) => options.UseSqlServer(connection).AddInterceptors(lockingByHint)
                .AddInterceptors(provider.GetServices<Microsoft.EntityFrameworkCore.Diagnostics.IInterceptor>())),
        _ when connection.Contains("Data Source=", StringComparison.OrdinalIgnoreCase) => services.AddProvider<SqliteAccountabilityDb>(
            (provider, options) => options.UseSqlite(connection).AddInterceptors(new DurableSqlite())
                .AddInterceptors(provider.GetServices<Microsoft.EntityFrameworkCore.Diagnostics.IInterceptor>())),
        _ => throw new ArgumentException(
            $"'{connection}' names no known database; write 'Host=…;Database=…' for PostgreSQL, 'Server=…;Database=…' for SQL Server or 'Data Source=…' for SQLite.", nameof(connection)),
    };

    // No statement here leaves anything behind in its session that a pooled connection would have to forget; what is asked again and again is planned
    // once. Who says otherwise is heard.
    private static string Tuned(string connection)
    {
        var (said, tuned) = (new DbConnectionStringBuilder { ConnectionString = connection }, new NpgsqlConnectionStringBuilder(connection));
        if (!said.ContainsKey(Reset))
            tuned.NoResetOnClose = true;
        if (!said.ContainsKey(Prepare))
            tuned.MaxAutoPrepare = 200;
        return tuned.ConnectionString;
    }

    private static IServiceCollection AddProvider<TDb>(
        this IServiceCollection services, Action<IServiceProvider, DbContextOptionsBuilder> configure) where TDb : AccountabilityDb => services
        .AddPooledDbContextFactory<TDb>(configure)
        .AddSingleton<IDbContextFactory<AccountabilityDb>, Factory<TDb>>()
        .AddSingleton<RunnableDefinitions>().AddSingleton<IWorkflowRuntime, WorkflowRuntime>()
        .AddScoped<AccountabilityDb>(provider => provider.GetRequiredService<IDbContextFactory<AccountabilityDb>>().CreateDbContext());

    private sealed class Factory<TDb>(IDbContextFactory<TDb> contexts, IServiceProvider provider) : IDbContextFactory<AccountabilityDb> where TDb : AccountabilityDb
    {
        public AccountabilityDb CreateDbContext()
        {
            var db = contexts.CreateDbContext();
            db.RuleBooks = provider.GetService<RuleBookSource>();
            return db;
        }
    }
}
