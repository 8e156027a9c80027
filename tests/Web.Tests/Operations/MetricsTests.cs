using System.Net;
using System.Net.Http.Headers;
using WorkflowAccountability.Procedure.Notifications;
using WorkflowAccountability.Web.Tests.Cases;
using WorkflowAccountability.Web.Tests.Site;

namespace WorkflowAccountability.Web.Tests.Operations;

public sealed class MetricsTests : IAsyncLifetime
{
    private const string Token = "collector-7Qd2";

    private readonly DirectoryInfo data = RunningSite.NewFolder();
    private RunningSite site = null!;

    public async Task InitializeAsync() => site = await RunningSite.StartAsync(data, settings: ["--metrics-token", Token]);

    public async Task DisposeAsync()
    {
        await site.DisposeAsync();
        data.Delete(recursive: true);
    }

    [Fact]
    public async Task A_collector_reads_what_waits_how_long_commands_take_and_no_name()
    {
        await site.RegisteredCaseAsync();

        var (status, text) = await ReadAsync(Token);

        status.ShouldBe(HttpStatusCode.OK);
        text.ShouldContain("accountability_work_items_open");
        text.ShouldContain("accountability_work_items_overdue");
        text.ShouldContain("accountability_outbox_age_seconds");
        text.ShouldContain("command=\"CompleteWorkItem\"");
        text.ShouldContain("http_server_request_duration_seconds");
        text.ShouldNotContain("env-");
    }

    [Fact]
    public async Task The_numbers_are_for_administrators_and_collectors_only()
    {
        using var administrator = await site.SignedInAsync("it-lu");
        using var official = await site.SignedInAsync("gov-ma");

        (await administrator.GetAsync("/metrics")).Status.ShouldBe(200);
        (await official.GetAsync("/metrics")).Status.ShouldBe(404);
        (await ReadAsync("wrong")).Status.ShouldBe(HttpStatusCode.Redirect);
        (await ReadAsync("")).Status.ShouldBe(HttpStatusCode.Redirect);
    }

    [Fact]
    public async Task A_site_that_works_is_alive_and_ready_and_one_whose_messages_wait_says_so()
    {
        using var balancer = site.Browser();
        (await ReadHealthAsync("/health/live")).ShouldBe("Healthy");
        (await ReadHealthAsync("/health/ready")).ShouldBe("Healthy");
        var caseId = await site.RegisteredCaseAsync();

        await site.ReadAsync(async db =>
        {
            db.Outbox.Add(new OutboxMessage { Id = "late", CaseId = caseId, Kind = "Notice", Payload = "none", NotBefore = DateTimeOffset.UnixEpoch });
            return await db.SaveChangesAsync();
        });

        (await ReadHealthAsync("/health/ready")).ShouldBe("Degraded");
        (await ReadHealthAsync("/health/live")).ShouldBe("Healthy");
    }

    private async Task<string> ReadHealthAsync(string path)
    {
        using var client = new HttpClient { BaseAddress = site.Address };
        return await client.GetStringAsync(new Uri(path, UriKind.Relative));
    }

    private async Task<(HttpStatusCode Status, string Text)> ReadAsync(string token)
    {
        using var handler = new HttpClientHandler { AllowAutoRedirect = false, UseProxy = false };
        using var client = new HttpClient(handler) { BaseAddress = site.Address };
        if (token.Length > 0)
            client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", token);
        using var answer = await client.GetAsync(new Uri("/metrics", UriKind.Relative));
        return (answer.StatusCode, await answer.Content.ReadAsStringAsync());
    }
}
