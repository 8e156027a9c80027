using WorkflowAccountability.Web.Tests.Cases;
using WorkflowAccountability.Web.Tests.Site;

namespace WorkflowAccountability.Web.Tests.WorkItems;

public sealed class WorkItemPageTests(DemoSite demo) : IClassFixture<DemoSite>
{
    private readonly RunningSite site = demo.Site;

    [Fact]
    public async Task The_page_says_why_it_is_with_me_and_where_every_outcome_leads()
    {
        var item = await site.ItemAsync(await site.RegisteredCaseAsync(), "LaunchInvestigation");
        using var official = await site.SignedInAsync("gov-zhang");

        var page = await official.GetAsync($"/work-items/{item}");

        page.Text.ShouldContain("您任州人民政府副州长；州人民政府承担“州人民政府”职责");
        page.Text.ShouldContain("“启动”：拟定调查组组成方案（州生态环境局）");
        page.Text.ShouldContain("“不启动”：结案");
        page.Text.ShouldContain("还剩");
        page.Text.ShouldNotContain("独立组成");
    }

    [Fact]
    public async Task The_basis_is_printed_as_the_regulation_has_it()
    {
        var item = await site.ItemAsync(await site.RegisteredCaseAsync(), "LaunchInvestigation");
        using var official = await site.SignedInAsync("gov-zhang");

        var page = await official.GetAsync($"/work-items/{item}?tab=basis");

        page.Text.ShouldContain("昌州党办发〔2016〕59号");
        page.Text.ShouldContain(Procedure.Regulation.RegulationText.Current.Find("第七条第一句")!.Text);
    }

    [Fact]
    public async Task The_record_beside_the_form_shows_words_person_post_and_time()
    {
        var item = await site.ItemAsync(await site.RegisteredCaseAsync(), "LaunchInvestigation");
        using var official = await site.SignedInAsync("gov-li");

        var page = await official.GetAsync($"/work-items/{item}");

        page.Text.ShouldContain("张砚秋 州人民政府副州长");
        page.Text.ShouldContain("下游断面连续三个月劣于功能区标准。");
        page.Text.ShouldContain("建议启动");
    }

    [Theory]
    [InlineData("file")]
    [InlineData("diagram")]
    [InlineData("log")]
    public async Task Every_tab_is_a_link_that_works_without_script(string tab)
    {
        var item = await site.ItemAsync(await site.RegisteredCaseAsync(), "LaunchInvestigation");
        using var official = await site.SignedInAsync("gov-zhang");

        (await official.GetAsync($"/work-items/{item}")).Links.ShouldContain($"/work-items/{item}?tab={tab}");
        (await official.GetAsync($"/work-items/{item}?tab={tab}")).Status.ShouldBe(200);
    }

    [Fact]
    public async Task Common_phrases_are_ones_own()
    {
        using var official = await site.SignedInAsync("gov-zhang");
        using var colleague = await site.SignedInAsync("gov-li");
        var item = await site.ItemAsync(await site.RegisteredCaseAsync(), "LaunchInvestigation");

        (await official.SubmitAsync(await official.GetAsync("/phrases"), "/phrases", new KeyValuePair<string, string>("Wording", "请环委会办公室阅处。"))).Status.ShouldBe(303);

        (await official.GetAsync($"/work-items/{item}")).Text.ShouldContain("请环委会办公室阅处。");
        (await colleague.GetAsync($"/work-items/{item}")).Text.ShouldNotContain("请环委会办公室阅处。");
        (await colleague.GetAsync("/phrases")).Text.ShouldContain("同意。");
        var drop = (await official.GetAsync("/phrases")).Actions.Single(action => action.EndsWith("/drop", StringComparison.Ordinal));
        (await colleague.SubmitAsync(await colleague.GetAsync("/phrases"), drop)).Status.ShouldBe(404);
        (await official.SubmitAsync(await official.GetAsync("/phrases"), "/phrases", new KeyValuePair<string, string>("Wording", new string('长', 201)))).Status.ShouldBe(422);
    }
}
