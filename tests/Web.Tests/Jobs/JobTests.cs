using System.Reflection;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using WorkflowAccountability.Procedure.Deadlines;
using WorkflowAccountability.Web.Jobs;
using WorkflowAccountability.Web.Tests.Cases;
using WorkflowAccountability.Web.Tests.Channels;
using WorkflowAccountability.Web.Tests.Site;

namespace WorkflowAccountability.Web.Tests.Jobs;

/// <summary>What Hangfire calls may come twice, at once, late, or never: found by reflection, so that a new job is among them.</summary>
public sealed class JobTests : IAsyncLifetime
{
    private readonly DirectoryInfo data = RunningSite.NewFolder();
    private readonly MovedClock clock = new();
    private RunningSite site = null!;

    public async Task InitializeAsync()
    {
        clock.Advance(TimeProvider.System.GetUtcNow() - clock.GetUtcNow());
        site = await RunningSite.StartAsync(data, adjust: services => services.AddSingleton<TimeProvider>(clock));
    }

    public async Task DisposeAsync()
    {
        await site.DisposeAsync();
        data.Delete(recursive: true);
    }

    [Fact]
    public async Task Every_job_run_twice_and_six_times_at_once_tells_everybody_once()
    {
        var jobs = typeof(SweepJobs).GetMethods(BindingFlags.Public | BindingFlags.Instance | BindingFlags.DeclaredOnly);
        jobs.Select(job => job.Name).ShouldContain("DeadlinesAsync");
        await site.RegisteredCaseAsync();
        clock.Advance(TimeSpan.FromDays(30));

        foreach (var job in jobs)
            await RunAsync(job);
        var told = await CountsAsync();
        foreach (var job in jobs)
        {
            await RunAsync(job);
            await Task.WhenAll(Enumerable.Range(0, 6).Select(_ => Task.Run(() => RunAsync(job))));
        }

        told.Fired.ShouldBeGreaterThan(3, "days of lateness were told");
        (await CountsAsync()).ShouldBe(told);
    }

    private async Task RunAsync(MethodInfo job)
    {
        await using var scope = site.Services.CreateAsyncScope();
        await (Task)job.Invoke(scope.ServiceProvider.GetRequiredService<SweepJobs>(), [CancellationToken.None])!;
    }

    private Task<(int Notices, int Fired, int Audit)> CountsAsync() => site.ReadAsync(async db => (await db.Notices.CountAsync(),
        await db.Set<DeadlineRung>().CountAsync(rung => rung.Status == RungStatus.Fired), await db.Audit.CountAsync()));
}
