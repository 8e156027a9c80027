using Microsoft.EntityFrameworkCore;
using WorkflowAccountability.Procedure.Organisations;
using WorkflowAccountability.Web.Tests.Administration;
using WorkflowAccountability.Web.Tests.Cases;
using WorkflowAccountability.Web.Tests.Site;

namespace WorkflowAccountability.Web.Tests.Access;

/// <summary>A right that was taken away a second ago is gone in the next request, whatever cookie or page is still open.</summary>
public sealed class EndedRightTests(DemoSite demo) : IClassFixture<DemoSite>
{
    private readonly RunningSite site = demo.Site;

    [Fact]
    public async Task A_new_security_stamp_ends_a_session_with_its_next_request()
    {
        using var browser = await site.SignedInAsync("env-li");
        (await browser.GetAsync("/")).Status.ShouldBe(200);

        await site.ReadAsync(db => db.Users.Where(official => official.PersonId == "env-li")
            .ExecuteUpdateAsync(change => change.SetProperty(official => official.SecurityStamp, "moved")));

        new Uri((await browser.GetAsync("/")).Location!).AbsolutePath.ShouldBe("/sign-in");
    }

    [Fact]
    public async Task Who_lost_his_post_finds_the_item_of_his_office_no_more()
    {
        var item = await site.ItemAsync(await site.RegisteredCaseAsync(), "LaunchInvestigation");
        using var secretary = await site.SignedInAsync("gov-li");
        var page = await secretary.GetAsync($"/work-items/{item}");

        await EndPostAsync("gov-li-1");

        page.Status.ShouldBe(200);
        (await secretary.GetAsync($"/work-items/{item}")).Status.ShouldBe(404);
        (await secretary.SubmitAsync(page, $"/work-items/{item}/complete", FormFields.Of(FirstSteps.ALaunch))).Status.ShouldBe(404);
        (await site.SubmissionsAsync(item)).ShouldBe(0);
    }

    [Fact]
    public async Task Who_lost_his_only_post_finds_not_even_what_was_given_to_him_by_name()
    {
        using var official = await site.SignedInAsync("water-jin");
        var caseId = await official.OpenCaseAsync();
        var item = await site.ItemAsync(caseId, "RegisterLead");
        (await official.GetAsync($"/work-items/{item}")).Status.ShouldBe(200);
        var newCase = await official.GetAsync("/cases/new");

        await EndPostAsync("water-jin-1");

        (await official.GetAsync($"/work-items/{item}")).Status.ShouldBe(404);
        (await official.GetAsync($"/cases/{caseId}")).Status.ShouldBe(404);
        (await official.GetAsync("/")).Links.ShouldNotContain($"/work-items/{item}");
        (await official.SubmitAsync(newCase, "/cases", new KeyValuePair<string, string>("Title", "某河污染"))).Status.ShouldBe(404);
    }

    [Fact]
    public async Task Only_an_administrator_ends_a_post()
    {
        using var official = await site.SignedInAsync("police-dong");
        var inbox = await official.GetAsync("/");

        var answer = await official.SubmitAsync(inbox, "/people/changes/EndHeldPost", [new("PostId", "gov-ma-1"), new("On", "2026-01-01")]);

        answer.Status.ShouldBe(404);
        (await official.GetAsync("/people")).Status.ShouldBe(404);
        (await PostAsync("gov-ma-1")).To.ShouldBeNull();
    }

    [Fact]
    public async Task A_post_that_ended_long_ago_keeps_its_end()
    {
        using var administrator = await site.SignedInAsync("it-lu");
        var ended = (await PostAsync("supervision-tang-1")).To;

        var preview = await administrator.PreviewAsync("EndHeldPost", ("PostId", "supervision-tang-1"), ("On", Administering.Said(FirstSteps.Today)));

        ended.ShouldNotBeNull();
        preview.Problems.Single().ShouldContain("已于2018-03-20免去");
        (await PostAsync("supervision-tang-1")).To.ShouldBe(ended);
    }

    private Task<Post> PostAsync(string id) => site.ReadAsync(db => db.Posts.AsNoTracking().SingleAsync(post => post.Id == id));

    private async Task EndPostAsync(string post)
    {
        using var administrator = await site.SignedInAsync("it-lu");
        await administrator.ChangeAsync("EndHeldPost", ("PostId", post), ("On", Administering.Said(FirstSteps.Today)));
    }
}
