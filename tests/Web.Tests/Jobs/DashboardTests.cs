using WorkflowAccountability.Web.Tests.Site;

namespace WorkflowAccountability.Web.Tests.Jobs;

public sealed class DashboardTests : IAsyncLifetime
{
    private readonly DirectoryInfo data = RunningSite.NewFolder();
    private RunningSite site = null!;

    public async Task InitializeAsync() => site = await RunningSite.StartAsync(data, jobs: true);

    public async Task DisposeAsync()
    {
        await site.DisposeAsync();
        data.Delete(recursive: true);
    }

    [Theory]
    [InlineData("/hangfire")]
    [InlineData("/hangfire/recurring")]
    public async Task The_dashboard_of_the_jobs_is_for_administrators_alone(string path)
    {
        using var stranger = site.Browser();
        using var official = await site.SignedInAsync("gov-ma");
        using var administrator = await site.SignedInAsync("it-lu");

        (await stranger.GetAsync(path)).Status.ShouldBe(302);
        (await official.GetAsync(path)).Status.ShouldBe(404);
        (await administrator.GetAsync(path)).Status.ShouldBe(200);
    }

    [Fact]
    public async Task An_order_to_the_dashboard_that_did_not_come_from_its_page_is_refused()
    {
        using var administrator = await site.SignedInAsync("it-lu");

        var answer = await administrator.PostAsync("/hangfire/recurring/trigger", [new("jobs[]", "deadlines")]);

        answer.Status.ShouldBeInRange(400, 403);
    }
}
