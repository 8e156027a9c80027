using Microsoft.EntityFrameworkCore;
using WorkflowAccountability.Web.Tests.Cases;
using WorkflowAccountability.Web.Tests.Site;

namespace WorkflowAccountability.Web.Tests.Studio;

public sealed class InstanceTests(StudioSite studio) : IClassFixture<StudioSite>
{
    private const string Everything = """{"page":0,"pageSize":50}""";

    private readonly RunningSite site = studio.Site;

    [Fact]
    public async Task An_administrator_who_may_not_see_a_case_finds_nothing_of_its_instance()
    {
        using var administrator = await site.SignedInAsync("it-lu");

        var list = await administrator.ApiAsync("POST", "/workflow-instances", Everything);

        ((int)list.Json["totalCount"]!).ShouldBe(0);
        foreach (var path in new[] { $"/workflow-instances/{studio.Instance}", $"/workflow-instances/{studio.Instance}/execution-state", $"/workflow-instances/{studio.Instance}/variables" })
            (await administrator.ApiAsync("GET", path)).Status.ShouldBe(404, path);
        (await administrator.ApiAsync("POST", $"/workflow-instances/{studio.Instance}/journal", "{}")).Status.ShouldBe(404);
        (await administrator.ApiAsync("POST", "/activity-executions/report", $$"""{"workflowInstanceId":"{{studio.Instance}}"}""")).Json["stats"]!.AsArray().ShouldBeEmpty();
        (await administrator.GetAsync($"/studio/workflows/instances/{studio.Instance}/view")).Status.ShouldBe(404);
    }

    [Fact]
    public async Task Whoever_sees_the_case_sees_where_it_stands_and_reads_the_version_it_runs_on()
    {
        using var government = await site.SignedInAsync("gov-zhang");
        using var official = await site.SignedInAsync("env-chen");
        var version = await site.ReadAsync(db => db.Instances.Where(instance => instance.Id == studio.Instance).Select(instance => instance.DefinitionVersionId).SingleAsync());

        var report = await government.ApiAsync("POST", "/activity-executions/report", $$"""{"workflowInstanceId":"{{studio.Instance}}","activityNodeIds":[]}""");

        var launch = report.Json["stats"]!.AsArray().Single(stat => (string)stat!["activityId"]! == "LaunchInvestigation")!;
        ((bool)launch["isBlocked"]!).ShouldBeTrue();
        (await official.ApiAsync("GET", $"/workflow-definitions/by-id/{version}")).Status.ShouldBe(200);
    }

    [Fact]
    public async Task Outside_the_wall_nothing_tells_of_the_inquiry_behind_it()
    {
        var caseId = await site.LaunchedCaseAsync();
        var instance = await site.ReadAsync(db => db.Instances.Where(row => row.CaseId == caseId).Select(row => row.Id).SingleAsync());
        var walled = await site.ReadAsync(db => db.WorkItems.Where(item => item.CaseId == caseId && item.Walled).Select(item => item.ActivityId).ToListAsync());
        using var outside = await site.SignedInAsync("env-chen");

        var journal = await outside.ApiAsync("POST", $"/workflow-instances/{instance}/journal?take=1000", "{}");
        var sheet = await outside.ApiAsync("GET", $"/workflow-instances/{instance}");
        var variables = await outside.ApiAsync("GET", $"/workflow-instances/{instance}/variables");

        walled.ShouldNotBeEmpty("the case must have something behind the wall, or this protects nothing");
        var seen = journal.Json["items"]!.AsArray().Select(entry => (string)entry!["activityId"]!).ToList();
        seen.ShouldContain("LaunchInvestigation");
        seen.Intersect(walled).ShouldBeEmpty();
        sheet.Json["workflowState"]!["bookmarks"]!.AsArray().Select(bookmark => (string)bookmark!["activityId"]!).Intersect(walled).ShouldBeEmpty();
        variables.Json["items"]!.AsArray().ShouldBeEmpty();
    }

    [Fact]
    public async Task What_Studio_offers_and_a_case_forbids_is_refused_in_words_and_changes_nothing()
    {
        using var government = await site.SignedInAsync("gov-zhang");
        var before = await site.ReadAsync(db => db.Instances.SingleAsync(instance => instance.Id == studio.Instance));

        var answers = new List<JsonAnswer>
        {
            await government.ApiAsync("POST", $"/cancel/workflow-instances/{studio.Instance}"),
            await government.ApiAsync("DELETE", $"/workflow-instances/{studio.Instance}"),
            await government.ApiAsync("POST", $"/workflow-instances/{studio.Instance}/variables", """{"variables":[]}"""),
            await government.ApiAsync("POST", "/alterations/workflows/retry", """{"workflowInstanceIds":[]}"""),
            await government.ApiAsync("POST", "/alterations/run", "{}"),
            await government.ApiAsync("POST", "/bulk-actions/cancel/workflow-instances", """{"ids":[]}"""),
            await government.ApiAsync("POST", "/bulk-actions/delete/workflow-instances/by-id", """{"ids":[]}"""),
            await government.ApiAsync("POST", "/workflow-definitions/accountability-procedure/bulk-dispatch", "{}"),
        };

        answers.ShouldAllBe(answer => answer.Status == 409 && answer.Refusal.Length > 10);
        var after = await site.ReadAsync(db => db.Instances.SingleAsync(instance => instance.Id == studio.Instance));
        (after.State, after.Version).ShouldBe((before.State, before.Version));
    }

    [Theory]
    [InlineData("execute")]
    [InlineData("dispatch")]
    public async Task Running_from_the_designer_leads_to_the_sandbox_and_starts_nothing(string verb)
    {
        using var checks = await site.SignedInAsync("legal-jiang");
        using var official = await site.SignedInAsync("env-chen");
        var before = await site.ReadAsync(db => db.Instances.CountAsync());

        using var run = await checks.AskAsync($"/workflow-definitions/accountability-procedure/{verb}");
        var refused = await official.ApiAsync("POST", $"/workflow-definitions/accountability-procedure/{verb}", "{}");

        ((int)run.StatusCode, run.Headers.GetValues("x-accountability-try").Single(), run.Headers.GetValues("x-elsa-workflow-cannot-start").Single())
            .ShouldBe((200, "accountability-procedure", "true"));
        (await checks.GetAsync("/play/accountability-procedure")).Status.ShouldBe(200);
        (refused.Status, refused.Refusal.Length > 10).ShouldBe((409, true));
        (await site.ReadAsync(db => db.Instances.CountAsync())).ShouldBe(before);
    }

    [Fact]
    public async Task A_stranger_is_told_401_and_not_led_away()
    {
        using var stranger = site.Browser();

        (await stranger.ApiAsync("GET", "/descriptors/activities")).Status.ShouldBe(401);
        (await stranger.ApiAsync("POST", "/workflow-definitions", "{}")).Status.ShouldBe(401);
    }
}
