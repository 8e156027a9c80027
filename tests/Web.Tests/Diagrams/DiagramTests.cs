using WorkflowAccountability.Web.Tests.Cases;
using WorkflowAccountability.Web.Tests.Site;

namespace WorkflowAccountability.Web.Tests.Diagrams;

public sealed class DiagramTests(DemoSite demo) : IClassFixture<DemoSite>
{
    private readonly RunningSite site = demo.Site;

    [Fact]
    public async Task The_diagram_says_what_is_done_and_who_has_what_is_open()
    {
        var caseId = await site.LaunchedCaseAsync();
        using var government = await site.SignedInAsync("gov-zhang");

        var page = await government.GetAsync($"/cases/{caseId}/diagram");
        var tab = await government.GetAsync($"/cases/{await site.RegisteredCaseAsync()}/diagram");

        page.Status.ShouldBe(200);
        page.Text.ShouldContain($"决定是否启动调查：已于{FirstSteps.Today:yyyy-MM-dd}办结");
        page.Text.ShouldContain($"提出调查组组成方案：正在办理，州生态环境局自{FirstSteps.Today:yyyy-MM-dd}起");
        page.Text.ShouldContain("批准调查组组成方案：未到");
        tab.Text.ShouldContain("决定是否启动调查：正在办理，州人民政府自");
    }

    [Fact]
    public async Task The_supervision_branch_is_one_closed_box_for_everybody_outside_its_team()
    {
        var caseId = await site.LaunchedCaseAsync();
        foreach (var person in new[] { "gov-zhang", "env-chen", "supervision-he" })
        {
            using var official = await site.SignedInAsync(person);

            var page = await official.GetAsync($"/cases/{caseId}/diagram");

            page.Status.ShouldBe(200);
            page.Text.ShouldContain("待并行提交");
            foreach (var hidden in new[] { "独立组成", "履职情况", "专题报告", "追责意见", "商州纪委", "移送司法" })
                page.Text.ShouldNotContain(hidden);
        }
    }

    [Fact]
    public async Task Whom_the_case_does_not_concern_finds_no_diagram()
    {
        var caseId = await site.RegisteredCaseAsync();
        using var finance = await site.SignedInAsync("finance-deng");

        (await finance.GetAsync($"/cases/{caseId}/diagram")).Status.ShouldBe(404);
    }
}
