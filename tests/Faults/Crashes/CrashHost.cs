using System.Diagnostics;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.Extensions.DependencyInjection;
using WorkflowAccountability.Faults.Sites;
using WorkflowAccountability.Faults.Statements;
using WorkflowAccountability.Persistence.Providers.PostgreSql;
using WorkflowAccountability.Persistence.Providers.Sqlite;

namespace WorkflowAccountability.Faults.Crashes;

/// <summary>The real site in which every statement is a place to die: none is sent together with another.</summary>
internal static class CrashHost
{
    /// <summary>Starts the site of one kill point, says where it listens, and waits for the end.</summary>
    public static async Task RunAsync(string connection, int killAt, bool withoutTransaction)
    {
        await using var site = await StartAsync(connection, new Reaper(killAt, withoutTransaction));
        await Console.Out.WriteLineAsync(site.Address.ToString());
        await site.UntilEndAsync();
    }

    /// <summary>Starts the site; the reaper sees the statements of completions only.</summary>
    public static Task<RunningSite> StartAsync(string connection, Reaper reaper) => RunningSite.StartAsync(connection, services => services
        .AddSingleton(reaper).AddSingleton<IStartupFilter, Scene>()
        .ConfigureDbContext<SqliteAccountabilityDb>(options => options.UseSqlite(sqlite => sqlite.MaxBatchSize(1)))
        .ConfigureDbContext<PostgreSqlAccountabilityDb>(options => options.UseNpgsql(npgsql => npgsql.MaxBatchSize(1))));

    private sealed class Scene(Reaper reaper, IEnumerable<IInterceptor> interceptors) : IStartupFilter
    {
        public Action<IApplicationBuilder> Configure(Action<IApplicationBuilder> next) => app =>
        {
            app.Use(async (context, rest) =>
            {
                if (HttpMethods.IsPost(context.Request.Method) && context.Request.Path.StartsWithSegments("/work-items"))
                    interceptors.OfType<StatementWatch>().Single().Watcher = reaper.See;
                await rest(context);
            });
            next(app);
        };
    }
}

/// <summary>Counts the steps of a completion and kills the process, without a word, at one of them.</summary>
/// <param name="killAt">Which; 0 for none.</param>
/// <param name="withoutTransaction">The seeded fault: everything written so far is committed before each further statement.</param>
internal sealed class Reaper(int killAt, bool withoutTransaction)
{
    /// <summary>How many steps there were.</summary>
    public int Count { get; private set; }

    public void See(Step step)
    {
        // What is read before BEGIN can leave nothing behind.
        if (step is { Moment: Moment.Statement, Transaction: null })
            return;
        if (withoutTransaction && step.Moment is Moment.Statement)
            CommitSoFar(step);
        if (++Count == killAt)
            Die();
    }

    private static void CommitSoFar(Step step)
    {
        using var command = step.Connection.CreateCommand();
        command.Transaction = step.Transaction;
        command.CommandText = "COMMIT; BEGIN";
        command.ExecuteNonQuery();
    }

    private static void Die()
    {
        using var self = Process.GetCurrentProcess();
        self.Kill();
        // The signal is on its way; not one statement more.
        using var never = new ManualResetEvent(initialState: false);
        never.WaitOne();
    }
}
