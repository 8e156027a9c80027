using WorkflowAccountability.Web.Tests.Cases;
using WorkflowAccountability.Web.Tests.Site;

namespace WorkflowAccountability.Web.Tests.Diagrams;

public sealed class HeatTests(DemoSite demo) : IClassFixture<DemoSite>
{
    private readonly RunningSite site = demo.Site;

    [Fact]
    public async Task The_chain_of_supervision_sees_what_waits_at_each_step_and_names_nobody()
    {
        await site.RegisteredCaseAsync();
        await site.LaunchedCaseAsync();
        using var oversight = await site.SignedInAsync("oversight-pan");

        var page = await oversight.GetAsync("/oversight/heat");

        page.Status.ShouldBe(200, page.Text);
        // One case waits for the decision to launch, one has it behind itself.
        page.Text.ShouldContain("启动调查 1 1 0");
        page.Text.ShouldNotContain("张砚秋");
        page.Text.ShouldNotContain("独立调查 1");
    }

    [Fact]
    public async Task For_others_there_is_no_such_page()
    {
        using var official = await site.SignedInAsync("env-chen");

        (await official.GetAsync("/oversight/heat")).Status.ShouldBe(404);
    }
}
