using WorkflowAccountability.Procedure.Stages.RegisterLead;
using WorkflowAccountability.Web.Tests.Cases;
using WorkflowAccountability.Web.Tests.Site;

namespace WorkflowAccountability.Web.Tests.Access;

/// <summary>What somebody may not know of does not exist for him: never 403, never a row, never a notice.</summary>
public sealed class NeedToKnowTests(DemoSite demo) : IClassFixture<DemoSite>
{
    private readonly RunningSite site = demo.Site;

    [Fact]
    public async Task A_person_under_inquiry_finds_nothing_of_the_case_whatever_his_office()
    {
        // The government is told of a lead about the leading bureau, so there is a notice to hide as well.
        var caseId = await site.RegisteredCaseAsync(FirstSteps.ALead with
        {
            ConcernsLeadBureau = true,
            Title = "关于秘书长的线索",
            ConcernedPersons = [new ConcernedPerson { PersonId = "gov-li", OrganisationId = "gov" }],
        });
        var item = await site.ItemAsync(caseId, "LaunchInvestigation");
        using var colleague = await site.SignedInAsync("gov-ma");
        using var concerned = await site.SignedInAsync("gov-li");

        (await colleague.GetAsync("/")).Links.ShouldContain($"/work-items/{item}");
        (await colleague.GetAsync("/cases")).Links.ShouldContain($"/cases/{caseId}");
        (await colleague.GetAsync("/notices")).Text.ShouldContain("关于秘书长的线索");
        (await colleague.GetAsync($"/cases/{caseId}")).Status.ShouldBe(200);

        (await concerned.GetAsync("/")).Links.ShouldNotContain($"/work-items/{item}");
        (await concerned.GetAsync("/cases")).Links.ShouldNotContain($"/cases/{caseId}");
        (await concerned.GetAsync("/notices")).Text.ShouldNotContain("关于秘书长的线索");
        await FindsNothingAsync(concerned, $"/cases/{caseId}");
        await FindsNothingAsync(concerned, $"/work-items/{item}");
        foreach (var act in new[] { "complete", "claim", "release" })
            (await concerned.SubmitAsync(await concerned.GetAsync("/"), $"/work-items/{item}/{act}", new KeyValuePair<string, string>("_command", act)))
                .Status.ShouldBe(404);
        (await concerned.SubmitAsync(await concerned.GetAsync("/"), $"/cases/{caseId}/superior-investigation", new KeyValuePair<string, string>("_command", "t")))
            .Status.ShouldBe(404);
    }

    [Fact]
    public async Task An_official_whom_the_case_does_not_concern_finds_nothing_of_it()
    {
        var caseId = await site.RegisteredCaseAsync();
        var item = await site.ItemAsync(caseId, "LaunchInvestigation");
        using var finance = await site.SignedInAsync("finance-deng");

        await FindsNothingAsync(finance, $"/cases/{caseId}");
        await FindsNothingAsync(finance, $"/work-items/{item}");
        (await finance.GetAsync("/cases")).Links.ShouldNotContain($"/cases/{caseId}");
    }

    [Fact]
    public async Task Nothing_of_a_lead_about_the_leading_bureau_passes_through_it()
    {
        var caseId = await site.LaunchedCaseAsync(FirstSteps.ALead with { ConcernedUnits = [new ConcernedUnit { OrganisationId = "env" }] });
        using var bureau = await site.SignedInAsync("env-chen");
        using var committee = await site.SignedInAsync("env-committee-fan");
        var team = await site.ItemAsync(caseId, "ProposeTeam");

        await FindsNothingAsync(bureau, $"/cases/{caseId}");
        await FindsNothingAsync(bureau, $"/work-items/{team}");
        (await committee.GetAsync($"/work-items/{team}")).Status.ShouldBe(200);
    }

    [Fact]
    public async Task The_cooperation_track_is_opened_by_the_government_only()
    {
        using var official = await site.SignedInAsync("env-li");

        var answer = await official.SubmitAsync(await official.GetAsync("/cases/new"), "/cases",
            [new("Title", "某河污染"), new("Definition", "superior-investigation")]);

        answer.Status.ShouldBe(404);
    }

    private static async Task FindsNothingAsync(Browser official, string path)
    {
        var there = await official.GetAsync(path);
        var nowhere = await official.GetAsync(path[..path.LastIndexOf('/')] + "/0000000000000000");

        there.Status.ShouldBe(404);
        there.Text.ShouldBe(nowhere.Text, "a hidden thing must read like one that does not exist");
    }
}
