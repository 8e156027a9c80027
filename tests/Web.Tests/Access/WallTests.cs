using WorkflowAccountability.Procedure.Cases;
using WorkflowAccountability.Procedure.Stages.DecideSupervision;
using WorkflowAccountability.Web.Tests.Cases;
using WorkflowAccountability.Web.Tests.Site;

namespace WorkflowAccountability.Web.Tests.Access;

/// <summary>第十条第一句 (独立组成): what the supervision side does is read by its team, and by nobody else however high.</summary>
public sealed class WallTests(DemoSite demo) : IClassFixture<DemoSite>
{
    private const string Reason = "下游群众反映强烈，需要查清监管责任。";

    private static readonly DecideSupervisionForm Started = new()
    {
        Decision = SupervisionDecision.Started, Reason = Reason, DocumentNumber = "昌州监〔2026〕3号", StartedOn = FirstSteps.Today,
        Members =
        [
            new SupervisionMember { PersonId = "supervision-lin", OrganisationId = "supervision-commission", Function = TeamFunction.Leader },
            new SupervisionMember { PersonId = "supervision-tang", OrganisationId = "supervision-commission", Function = TeamFunction.Member },
        ],
    };

    private readonly RunningSite site = demo.Site;

    [Fact]
    public async Task Before_a_team_sits_only_the_supervision_office_knows_that_it_is_asked()
    {
        var caseId = await site.LaunchedCaseAsync();
        var item = await site.ItemAsync(caseId, "DecideSupervision");
        using var supervision = await site.SignedInAsync("supervision-he");

        (await supervision.GetAsync($"/work-items/{item}")).Status.ShouldBe(200);
        foreach (var person in new[] { "env-chen", "gov-zhang" })
            await SeesNothingOfItAsync(person, caseId, item);
    }

    [Fact]
    public async Task What_the_team_was_formed_for_and_what_it_does_is_read_by_the_team_only()
    {
        var caseId = await site.LaunchedCaseAsync();
        using var author = await site.SignedInAsync("supervision-he");
        (await author.CompleteAsync(await site.ItemAsync(caseId, "DecideSupervision"), Started)).Status.ShouldBe(303);
        var item = await site.ItemAsync(caseId, "SuperviseDuties");
        using var leader = await site.SignedInAsync("supervision-lin");
        using var member = await site.SignedInAsync("supervision-tang");

        (await leader.GetAsync($"/work-items/{item}")).Status.ShouldBe(200);
        (await leader.GetAsync("/notices")).Text.ShouldContain(await NumberAsync(leader, caseId));
        (await member.GetAsync($"/cases/{caseId}")).Text.ShouldContain(Reason);
        (await author.GetAsync($"/cases/{caseId}")).Text.ShouldContain(Reason, customMessage: "who wrote it may read it");
        foreach (var person in new[] { "env-chen", "gov-zhang", "supervision-guo" })
            await SeesNothingOfItAsync(person, caseId, item);
    }

    private async Task SeesNothingOfItAsync(string person, string caseId, string item)
    {
        using var official = await site.SignedInAsync(person);

        var file = await official.GetAsync($"/cases/{caseId}");

        file.Status.ShouldBe(200, $"{person} works on the case, so that only the wall hides the item");
        file.Text.ShouldContain("被调查单位和人员");
        file.Text.ShouldNotContain("责任追究调查组");
        file.Text.ShouldNotContain("履职情况");
        file.Text.ShouldNotContain(Reason);
        file.Text.ShouldNotContain("唐慎之");
        file.Links.ShouldNotContain($"/work-items/{item}");
        (await official.GetAsync("/")).Links.ShouldNotContain($"/work-items/{item}");
        (await official.GetAsync($"/work-items/{item}")).Status.ShouldBe(404);
        (await official.GetAsync("/notices")).Text.ShouldNotContain("责任追究调查组");
    }

    private static async Task<string> NumberAsync(Browser official, string caseId)
    {
        var file = (await official.GetAsync($"/cases/{caseId}")).Text;
        return file[file.IndexOf("昌环追", StringComparison.Ordinal)..(file.IndexOf('号') + 1)];
    }
}
