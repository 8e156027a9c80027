using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using WorkflowAccountability.Procedure.Deadlines;
using WorkflowAccountability.Web.Jobs;
using WorkflowAccountability.Web.Tests.Channels;
using WorkflowAccountability.Web.Tests.Site;

namespace WorkflowAccountability.Web.Tests.Jobs;

/// <summary>Nobody wakes the sweeps any more: that is seen, though nothing fails.</summary>
public sealed class SilenceTests : IAsyncLifetime
{
    private readonly DirectoryInfo data = RunningSite.NewFolder();
    private readonly MovedClock clock = new();
    private RunningSite site = null!;

    public async Task InitializeAsync() => site = await RunningSite.StartAsync(data, adjust: services => services.AddSingleton<TimeProvider>(clock), settings: ["--metrics-token", "t"]);

    public async Task DisposeAsync()
    {
        await site.DisposeAsync();
        data.Delete(recursive: true);
    }

    [Fact]
    public async Task Sweeps_that_are_silent_for_minutes_are_an_alarm_and_a_state_of_health_and_end_when_they_run_again()
    {
        using var administrator = await site.SignedInAsync("it-lu");
        await SweepAsync();
        await LookAfterAsync(TimeSpan.FromMinutes(4));
        (await HealthAsync()).ShouldBe("Healthy");
        (await administrator.GetAsync("/alarms")).Text.ShouldContain("没有需要处理的告警");

        await LookAfterAsync(TimeSpan.FromMinutes(2));
        await LookAfterAsync(TimeSpan.FromMinutes(1));

        (await HealthAsync()).ShouldBe("Degraded");
        var page = await administrator.GetAsync("/alarms");
        page.Text.ShouldContain("后台任务超过5分钟没有完成");
        page.Text.ShouldContain("期限提醒和核对");
        page.Text.ShouldContain("消息发送");
        (await StandingAsync()).ShouldBe(2, "each sweep once, however often somebody looks");
        (await MetricsAsync()).ShouldMatch(@"accountability_sweeps_age_seconds(\{[^}]*\})? 420\b");

        await SweepAsync();
        await LookAfterAsync(TimeSpan.FromSeconds(10));

        (await HealthAsync()).ShouldBe("Healthy");
        (await StandingAsync()).ShouldBe(0);
    }

    [Fact]
    public async Task One_sweep_of_two_that_is_silent_is_told_by_its_name()
    {
        await SweepAsync();
        clock.Advance(TimeSpan.FromMinutes(6));
        await site.Services.GetRequiredService<Sweeps>().OutboxAsync(CancellationToken.None);

        await LookAfterAsync(TimeSpan.Zero);

        (await site.ReadAsync(db => db.Alarms.Where(alarm => alarm.SettledAt == null).Select(alarm => alarm.Subject).ToListAsync())).ShouldBe([SweepPulse.Minute]);
    }

    [Fact]
    public async Task A_node_that_has_just_started_after_a_night_does_not_complain_before_its_sweeps_could_run()
    {
        await SweepAsync();
        await site.DisposeAsync();
        clock.Advance(TimeSpan.FromHours(10));
        site = await RunningSite.StartAsync(data, adjust: services => services.AddSingleton<TimeProvider>(clock));

        await LookAfterAsync(TimeSpan.FromMinutes(1));

        (await HealthAsync()).ShouldBe("Healthy");
        (await StandingAsync()).ShouldBe(0);
    }

    private Task SweepAsync() => site.Services.GetRequiredService<Sweeps>().RunAsync(CancellationToken.None);

    private Task LookAfterAsync(TimeSpan time)
    {
        clock.Advance(time);
        return ActivatorUtilities.CreateInstance<WatchSweeps>(site.Services).LookAsync(CancellationToken.None);
    }

    private Task<int> StandingAsync() => site.ReadAsync(db => db.Alarms.CountAsync(alarm => alarm.SettledAt == null));

    private async Task<string> HealthAsync()
    {
        using var client = new HttpClient { BaseAddress = site.Address };
        return await client.GetStringAsync(new Uri("/health/ready", UriKind.Relative));
    }

    private async Task<string> MetricsAsync()
    {
        using var client = new HttpClient { BaseAddress = site.Address };
        client.DefaultRequestHeaders.Authorization = new("Bearer", "t");
        return await client.GetStringAsync(new Uri("/metrics", UriKind.Relative));
    }
}
