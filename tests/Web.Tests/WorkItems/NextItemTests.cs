using Microsoft.EntityFrameworkCore;
using WorkflowAccountability.Procedure.Notifications;
using WorkflowAccountability.Web.Tests.Cases;
using WorkflowAccountability.Web.Tests.Site;

namespace WorkflowAccountability.Web.Tests.WorkItems;

/// <summary>After a submission the next item opens, and what was just done is said and can be taken back.</summary>
public sealed class NextItemTests(DemoSite demo) : IClassFixture<DemoSite>
{
    private readonly RunningSite site = demo.Site;

    [Fact]
    public async Task The_next_item_opens_and_says_where_the_last_one_is_now()
    {
        var (first, second) = (await LaunchAsync(), await LaunchAsync());
        using var official = await site.SignedInAsync("gov-ma");

        var answer = await official.CompleteAsync(first, FirstSteps.ALaunch);
        var next = await official.GetAsync(answer.Location!);

        answer.Location.ShouldBe($"/work-items/{second}?done={first}");
        next.TextOf(".just-done").ShouldContain("现已到");
        next.TextOf(".just-done").ShouldNotContain("监察", customMessage: "what lies behind the wall is told to nobody here");
        (await official.GetAsync($"/work-items/{second}?done={second}")).TextOf(".just-done").ShouldBe("");
        using var other = await site.SignedInAsync("gov-li");
        (await other.GetAsync($"/work-items/{second}?done={first}")).TextOf(".just-done").ShouldBe("", "he did not submit it");
        (await other.GetAsync("/?done=nothing&box=nonsense")).Status.ShouldBe(200);
    }

    [Fact]
    public async Task Who_prefers_the_list_comes_back_to_it_and_can_take_back_what_nobody_has_opened()
    {
        using var registrant = await site.SignedInAsync("env-zhou");
        var settings = await registrant.GetAsync("/settings/notices");
        (await registrant.SubmitAsync(settings, "/settings/notices", [new("How", "none"), new("After", "list")])).Status.ShouldBe(303);
        (await site.ReadAsync(db => db.Set<NoticeSettings>().SingleAsync(row => row.PersonId == "env-zhou"))).ReturnsToList.ShouldBeTrue();
        var item = await site.ItemAsync(await site.LaunchedCaseAsync(), "ProposeTeam");
        await registrant.OpenCaseAsync("另一件");

        var answer = await registrant.CompleteAsync(item, VerbPageTests.Team);
        answer.Location.ShouldBe($"/?done={item}", string.Join(' ', [.. answer.Problems, .. answer.Errors]));
        var list = await registrant.GetAsync(answer.Location!);

        list.TextOf(".just-done").ShouldContain("已提交：");
        var box = await registrant.GetAsync("/?box=done");
        (list.Links.Contains($"/work-items/{item}/recall"), box.Links.Contains($"/work-items/{item}/recall")).ShouldBe((true, true));
        box.Links.ShouldContain(link => link.EndsWith("/urge", StringComparison.Ordinal), "the leading bureau may press whoever has it");
    }

    private async Task<string> LaunchAsync() => await site.ItemAsync(await site.RegisteredCaseAsync(), "LaunchInvestigation");
}
