using WorkflowAccountability.Procedure.Cases;
using WorkflowAccountability.Web.Tests.Site;

namespace WorkflowAccountability.Web.Tests.Cases.Level;

/// <summary>第十六条第一款: the level on a page of the case and on paper.</summary>
public sealed class LevelPageTests(DemoSite demo) : IClassFixture<DemoSite>
{
    [Theory]
    [InlineData("zh-CN", "仅供比较，此处不适用", "两个标准的结果不同", "线索登记时计算")]
    [InlineData("en", "For comparison, not applicable here", "The two scales give different answers", "Computed from the lead")]
    public async Task 第十六条第一款_The_page_and_the_paper_hold_the_thresholds_of_both_scales_and_the_history(string language, params string[] words)
    {
        var caseId = await demo.Site.RegisteredCaseAsync(FirstSteps.ALead with
        {
            Event = new StatedEvent { Deaths = 1, Evacuated = 4999 }, Grounds = [new ClaimedGround { Item = LaunchGround.PollutionEvent, Facts = "一人死亡。" }],
        });
        using var reader = await demo.Site.SignedInAsync("gov-zhang", language);

        foreach (var address in new[] { $"/cases/{caseId}/level", $"/cases/{caseId}/level/print" })
        {
            var page = await reader.GetAsync(address);
            page.Status.ShouldBe(200);
            foreach (var said in words.Concat(["环境保护部令第17号", "国办函〔2014〕119号", "≥1 <3 人", "≥5000 <10000 人"]))
                page.Text.ShouldContain(said);
        }
        (await reader.GetAsync($"/cases/{caseId}")).Links.ShouldContain($"/cases/{caseId}/level");
    }

    [Fact]
    public async Task Whoever_does_not_see_the_case_finds_no_level()
    {
        var caseId = await demo.Site.RegisteredCaseAsync(FirstSteps.ALead with { Event = new StatedEvent { Deaths = 1 } });
        using var stranger = await demo.Site.SignedInAsync("it-lu");

        (await stranger.GetAsync($"/cases/{caseId}/level")).Status.ShouldBe(404);
        (await stranger.GetAsync($"/cases/{caseId}/level/print")).Status.ShouldBe(404);
    }
}
