using Hangfire;
using Hangfire.PostgreSql;
using WorkflowAccountability.Procedure.Site;
using WorkflowAccountability.Web.Start;

namespace WorkflowAccountability.Web.Jobs;

/// <summary>Hangfire beside the site: its storage in the same server database, or in memory beside SQLite; its dashboard for administrators only.</summary>
internal static class Jobs
{
    public const string Dashboard = "/hangfire";

    public static IServiceCollection AddJobs(this IServiceCollection services, SiteOptions options)
    {
        services.AddSingleton(_ => new DatabaseClock(TimeProvider.System)).AddSingleton<TimeProvider>(provider => provider.GetRequiredService<DatabaseClock>());
        services.AddTransient<SweepJobs>().AddSingleton<SweepWatch>();
        if (!options.Jobs)
            return services;
        services.AddHangfire(hangfire => Store(hangfire.UseSimpleAssemblyNameTypeSerializer().UseRecommendedSerializerSettings(), options.Connection));
        // One worker is enough: every job is a sweep, and a second one at the same time would find the work taken.
        return services.AddHangfireServer(server => (server.WorkerCount, server.SchedulePollingInterval) = (2, TimeSpan.FromSeconds(5)))
            .AddHostedService<Schedule>().AddHostedService<WatchSweeps>();
    }

    public static void MapJobs(this WebApplication app)
    {
        // Silence is counted from the start, not from the first look.
        app.Services.GetRequiredService<SweepWatch>();
        if (!app.Services.GetRequiredService<SiteOptions>().Jobs)
            return;
        app.UseMiddleware<AdministratorsOnly>();
        app.MapHangfireDashboard(Dashboard, new DashboardOptions { Authorization = [], AppPath = "/" })
            .RequireAuthorization(Viewer.Policy);
    }

    private static void Store(IGlobalConfiguration hangfire, string connection)
    {
        if (connection.Contains("Host=", StringComparison.OrdinalIgnoreCase))
            hangfire.UsePostgreSqlStorage(storage => storage.UseNpgsqlConnection(connection),
                // A node that dies holds what it had, a job or the lock of the schedule, for a minute and not for ten.
                new PostgreSqlStorageOptions
                {
                    UseSlidingInvisibilityTimeout = true, InvisibilityTimeout = TimeSpan.FromMinutes(1), DistributedLockTimeout = TimeSpan.FromMinutes(1),
                    QueuePollInterval = TimeSpan.FromSeconds(5),
                });
        else if (connection.Contains("Server=", StringComparison.OrdinalIgnoreCase))
            hangfire.UseSqlServerStorage(connection);
        else
            hangfire.UseInMemoryStorage();
    }

    /// <summary>Names the recurring jobs when the site starts.</summary>
    private sealed class Schedule(IRecurringJobManager jobs) : IHostedService
    {
        public Task StartAsync(CancellationToken cancellationToken)
        {
            jobs.AddOrUpdate<SweepJobs>("deadlines", sweep => sweep.DeadlinesAsync(CancellationToken.None), "* * * * *");
            jobs.AddOrUpdate<SweepJobs>("outbox", sweep => sweep.OutboxAsync(CancellationToken.None), "*/10 * * * * *");
            jobs.AddOrUpdate<SweepJobs>("bounces", sweep => sweep.BouncesAsync(CancellationToken.None), "*/5 * * * *");
            jobs.AddOrUpdate<SweepJobs>("instances", sweep => sweep.InstancesAsync(CancellationToken.None), "*/10 * * * * *");
            jobs.AddOrUpdate<SweepJobs>("whole", sweep => sweep.WholeAsync(CancellationToken.None), "41 * * * *");
            jobs.AddOrUpdate<SweepJobs>("files", sweep => sweep.FilesAsync(CancellationToken.None), "17 * * * *");
            return Task.CompletedTask;
        }

        public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
    }
}
