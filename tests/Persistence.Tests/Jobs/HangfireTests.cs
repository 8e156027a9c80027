using Hangfire;
using Hangfire.Storage;
using Microsoft.AspNetCore.Builder;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Npgsql;
using WorkflowAccountability.Faults.Databases;
using WorkflowAccountability.Persistence.Tests.PostgreSql;
using WorkflowAccountability.Persistence.Tests.Promises;
using WorkflowAccountability.Procedure;
using WorkflowAccountability.Procedure.Deadlines;
using WorkflowAccountability.Web;

namespace WorkflowAccountability.Persistence.Tests.Jobs;

/// <summary>The real site's jobs on the storage that a real site has.</summary>
[NeedsServer(OnPostgreSql.Variable)]
public sealed class HangfireTests : IAsyncLifetime
{
    private static readonly string[] sweeps = ["bounces", "deadlines", "files", "instances", "outbox", "whole"];

    private PostgreSqlDatabase? database;

    public async Task InitializeAsync() => database = OnPostgreSql.Server is { } server ? await PostgreSqlDatabase.OnAsync(server) : null;

    public async Task DisposeAsync()
    {
        if (database is not null)
            await database.DisposeAsync();
    }

    [ContractFact]
    public async Task Sweeps_are_scheduled_once_for_all_nodes_go_on_when_a_node_is_gone_and_when_Hangfire_has_lost_everything()
    {
        var first = await StartAsync();
        await using var second = await StartAsync();
        await SweptAsync(first, "by either node");
        Schedule(second).ShouldBe(sweeps, ignoreOrder: true, customMessage: "two nodes, one schedule");

        await first.StopAsync();
        await first.DisposeAsync();
        await SweptAsync(second, "by the node that is left");

        await second.StopAsync();
        await using (var source = NpgsqlDataSource.Create(database!.Connection))
        await using (var drop = source.CreateCommand("DROP SCHEMA hangfire CASCADE"))
            await drop.ExecuteNonQueryAsync();
        await using var third = await StartAsync();
        await SweptAsync(third, "by a node that found nothing of Hangfire");
        Schedule(third).ShouldBe(sweeps, ignoreOrder: true);
        await third.StopAsync();
    }

    private async Task<WebApplication> StartAsync()
    {
        var host = await AccountabilitySite.BuildAsync(["--database", database!.Connection, "--demo", "true", "--urls", "http://127.0.0.1:0"],
            services => services.AddLogging(logging => logging.ClearProviders()));
        await host.StartAsync();
        return host;
    }

    // Forgets when the sweeps last ran, asks for one as the schedule would, and waits until it has come to its end.
    private static async Task SweptAsync(WebApplication node, string by)
    {
        await using var db = await node.Services.GetRequiredService<IDbContextFactory<AccountabilityDb>>().CreateDbContextAsync();
        await db.Set<SweepPulse>().ExecuteDeleteAsync();
        node.Services.GetRequiredService<IRecurringJobManager>().Trigger("deadlines");
        using var patience = new PeriodicTimer(TimeSpan.FromMilliseconds(200));
        for (var look = 0; look < 300 && await patience.WaitForNextTickAsync(); look++)
            if (await db.Set<SweepPulse>().AnyAsync(pulse => pulse.Name == SweepPulse.Minute))
                return;
        throw new TimeoutException($"No sweep {by} within a minute.");
    }

    private static IReadOnlyList<string> Schedule(WebApplication node)
    {
        using var connection = node.Services.GetRequiredService<JobStorage>().GetConnection();
        return [.. connection.GetRecurringJobs().Select(job => job.Id)];
    }
}
