using WorkflowAccountability.Web.Tests.Cases;
using WorkflowAccountability.Web.Tests.Site;

namespace WorkflowAccountability.Web.Tests.WorkItems;

public sealed class PrintTests(DemoSite demo) : IClassFixture<DemoSite>
{
    private readonly RunningSite site = demo.Site;

    [Fact]
    public async Task The_sheet_of_an_open_item_says_that_it_is_a_draft_and_holds_the_record_so_far()
    {
        var item = await site.ItemAsync(await site.RegisteredCaseAsync(), "LaunchInvestigation");
        using var official = await site.SignedInAsync("gov-zhang");
        var page = await official.GetAsync($"/work-items/{item}");
        await official.KeepAsync(page, item, [.. FormFields.Of(FirstSteps.ALaunch)]);

        var sheet = await official.GetAsync($"/work-items/{item}/print");

        sheet.Status.ShouldBe(200);
        sheet.Text.ShouldContain("尚未提交，仅供送审");
        sheet.Text.ShouldContain("昌州政函〔2026〕1号");
        sheet.Text.ShouldContain("昌环追〔");
        sheet.Text.ShouldContain("第七条第一句");
        sheet.Text.ShouldContain("下游断面连续三个月劣于功能区标准。");
        sheet.Text.ShouldContain("州人民政府副州长 张砚秋");
    }

    [Fact]
    public async Task A_submitted_form_is_printed_with_its_outcome_for_whoever_sees_the_case_and_for_nobody_else()
    {
        var caseId = await site.LaunchedCaseAsync();
        var launch = await site.ReadAsync(db => Task.FromResult(db.Submissions
            .Where(submission => submission.CaseId == caseId && submission.StageType == "Accountability.LaunchInvestigation").Select(submission => submission.Id).Single()));
        using var bureau = await site.SignedInAsync("env-chen");
        using var finance = await site.SignedInAsync("finance-deng");

        var sheet = await bureau.GetAsync($"/work-items/{launch}/print");

        sheet.Status.ShouldBe(200);
        sheet.Text.ShouldContain("（启动）");
        sheet.Text.ShouldContain("州人民政府副州长 张砚秋");
        (await finance.GetAsync($"/work-items/{launch}/print")).Status.ShouldBe(404);
    }

    [Fact]
    public async Task What_lies_behind_the_wall_is_printed_by_its_candidates_only()
    {
        var item = await site.ItemAsync(await site.LaunchedCaseAsync(), "DecideSupervision");
        using var supervision = await site.SignedInAsync("supervision-he");
        using var government = await site.SignedInAsync("gov-zhang");

        (await supervision.GetAsync($"/work-items/{item}/print")).Text.ShouldContain("含依法独立调查材料");
        (await government.GetAsync($"/work-items/{item}/print")).Status.ShouldBe(404);
    }
}
