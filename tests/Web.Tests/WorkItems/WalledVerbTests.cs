using Microsoft.EntityFrameworkCore;
using WorkflowAccountability.Procedure.Cases;
using WorkflowAccountability.Procedure.Notifications;
using WorkflowAccountability.Procedure.Stages.DecideSupervision;
using WorkflowAccountability.Web.Tests.Cases;
using WorkflowAccountability.Web.Tests.Site;

namespace WorkflowAccountability.Web.Tests.WorkItems;

/// <summary>第十条第一句 (独立组成): what lies behind the wall is given on, laid before and copied to its own side only.</summary>
public sealed class WalledVerbTests(DemoSite demo) : IClassFixture<DemoSite>
{
    private readonly RunningSite site = demo.Site;

    [Theory]
    [InlineData("reassign")]
    [InlineData("ask")]
    [InlineData("copy")]
    [InlineData("delegate")]
    public async Task Nobody_beyond_the_wall_is_offered_or_accepted(string verb)
    {
        var item = await WalledAsync();
        using var leader = await site.SignedInAsync("supervision-lin");
        using var governor = await site.SignedInAsync("gov-ma");

        var page = await leader.GetAsync($"/work-items/{item}/{verb}");
        var answer = await leader.SubmitAsync(page, $"/work-items/{item}/{verb}", [new("Person", "gov-ma"), new("Words", "请阅。")]);

        page.Status.ShouldBe(200);
        foreach (var name in new[] { "马景川", "陈松岩", "郭守廉", "姜明律" })
            page.Text.ShouldNotContain(name);
        answer.Status.ShouldBe(422);
        (await governor.GetAsync("/notices")).Text.ShouldNotContain("请阅。");
        (await governor.GetAsync($"/work-items/{item}/{verb}")).Status.ShouldBe(404);
        (await site.ReadAsync(db => db.Set<Notice>().CountAsync(notice => notice.WorkItemId == item && notice.PersonId == "gov-ma"))).ShouldBe(0);
    }

    [Fact]
    public async Task Within_the_team_it_is_given_on()
    {
        var item = await WalledAsync();
        using var leader = await site.SignedInAsync("supervision-lin");
        using var member = await site.SignedInAsync("supervision-tang");

        var answer = await leader.SubmitAsync(await leader.GetAsync($"/work-items/{item}/reassign"), $"/work-items/{item}/reassign",
            [new("Person", "supervision-tang"), new("Words", "由您继续。")]);

        answer.Status.ShouldBe(303, string.Join(' ', answer.Problems));
        (await member.GetAsync("/")).Links.ShouldContain($"/work-items/{item}");
    }

    private async Task<string> WalledAsync()
    {
        var caseId = await site.LaunchedCaseAsync();
        using var author = await site.SignedInAsync("supervision-he");
        (await author.CompleteAsync(await site.ItemAsync(caseId, "DecideSupervision"), new DecideSupervisionForm
        {
            Decision = SupervisionDecision.Started, Reason = "需要查清监管责任。", DocumentNumber = "昌州监〔2026〕3号", StartedOn = FirstSteps.Today,
            Members =
            [
                new SupervisionMember { PersonId = "supervision-lin", OrganisationId = "supervision-commission", Function = TeamFunction.Leader },
                new SupervisionMember { PersonId = "supervision-tang", OrganisationId = "supervision-commission", Function = TeamFunction.Deputy },
            ],
        })).Status.ShouldBe(303);
        return await site.ItemAsync(caseId, "SuperviseDuties");
    }
}
