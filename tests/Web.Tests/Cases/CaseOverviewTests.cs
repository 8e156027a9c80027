using WorkflowAccountability.Procedure.Cases;
using WorkflowAccountability.Procedure.Stages.DecideSupervision;
using WorkflowAccountability.Web.Tests.Site;

namespace WorkflowAccountability.Web.Tests.Cases;

/// <summary>The page of a case: what a leader reads in a minute, and nothing that he may not know.</summary>
public sealed class CaseOverviewTests(DemoSite demo) : IClassFixture<DemoSite>
{
    private readonly RunningSite site = demo.Site;

    [Fact]
    public async Task The_page_says_what_happened_how_far_it_is_who_has_it_and_by_when()
    {
        var caseId = await site.LaunchedCaseAsync(FirstSteps.ALead with { Place = "五彩湾" });
        using var leader = await site.SignedInAsync("gov-zhang");

        var page = await leader.GetAsync($"/cases/{caseId}");

        page.Status.ShouldBe(200);
        foreach (var said in new[] { "第六条 已办理", "第七条 已办理", "第八条 办理中", FirstSteps.ALead.WhatHappened, "五彩湾", "有关单位长期未整改。", "由州生态环境局办理", "还剩", "阜康市人民政府" })
            page.Text.ShouldContain(said);
    }

    [Fact]
    public async Task Open_work_that_is_mine_is_a_link_and_other_s_is_not()
    {
        var caseId = await site.RegisteredCaseAsync();
        var item = await site.ItemAsync(caseId, "LaunchInvestigation");
        using var mine = await site.SignedInAsync("gov-zhang");
        using var other = await site.SignedInAsync("supervision-he");

        (await mine.GetAsync($"/cases/{caseId}")).Links.ShouldContain($"/work-items/{item}");
        (await other.GetAsync($"/cases/{caseId}")).Links.ShouldNotContain($"/work-items/{item}");
    }

    [Fact]
    public async Task The_audit_is_told_in_words_in_both_languages()
    {
        var caseId = await site.LaunchedCaseAsync();
        using var chinese = await site.SignedInAsync("gov-zhang");
        using var english = await site.SignedInAsync("gov-zhang", "en");

        (await chinese.GetAsync($"/cases/{caseId}")).Text.ShouldNotContain("CompleteWorkItem");
        (await english.GetAsync($"/cases/{caseId}")).Text.ShouldNotContain("CompleteWorkItem");
    }

    [Fact]
    public async Task The_supervision_s_article_and_deadlines_are_there_for_its_team_alone()
    {
        var caseId = await site.LaunchedCaseAsync();
        using var author = await site.SignedInAsync("supervision-he");
        (await author.CompleteAsync(await site.ItemAsync(caseId, "DecideSupervision"), new DecideSupervisionForm
        {
            Decision = SupervisionDecision.Started, Reason = "需要查清。", DocumentNumber = "昌州监〔2026〕3号", StartedOn = FirstSteps.Today,
            Members =
            [
                new SupervisionMember { PersonId = "supervision-lin", OrganisationId = "supervision-commission", Function = TeamFunction.Leader },
                new SupervisionMember { PersonId = "supervision-tang", OrganisationId = "supervision-commission", Function = TeamFunction.Member },
            ],
        })).Status.ShouldBe(303);
        using var member = await site.SignedInAsync("supervision-tang");
        using var outsider = await site.SignedInAsync("gov-zhang");

        (await member.GetAsync($"/cases/{caseId}")).Text.ShouldContain("第十条 办理中");
        var page = await outsider.GetAsync($"/cases/{caseId}");
        page.Text.ShouldNotContain("第十条");
        page.Text.ShouldNotContain("监察");
    }
}
