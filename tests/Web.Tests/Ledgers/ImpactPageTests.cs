using WorkflowAccountability.Web.Tests.Site;

namespace WorkflowAccountability.Web.Tests.Ledgers;

/// <summary>第十二条第二款: the calculator on a page, and who may ask about restrictions.</summary>
public sealed class ImpactPageTests(DemoSite demo) : IClassFixture<DemoSite>
{
    private readonly RunningSite site = demo.Site;

    [Fact]
    public async Task 第十二条第二款_each_restriction_has_its_last_day_its_rule_and_its_reason()
    {
        using var official = await site.SignedInAsync("env-sun");

        var page = await official.GetAsync("/impact-periods?code=Demerit&on=2021-03-01&acted=2019-05-01&code=Removal&on=2021-03-01&acted=&code=Warning&on=2016-08-31&acted=");

        page.Status.ShouldBe(200, page.Text);
        foreach (var said in new[] { "2022-03-01", "2023-03-01", "从旧", "不超过48个月", "取消当年年度考核评优", "最低期限" })
            page.Text.ShouldContain(said);
    }

    [Fact]
    public async Task 第十二条第二款_a_month_without_the_corresponding_day_ends_on_its_last_and_48_months_are_the_most()
    {
        using var official = await site.SignedInAsync("env-sun", "en");

        (await official.GetAsync("/impact-periods?code=Warning&on=2016-08-31")).Text.ShouldContain("2017-02-28");
        var most = await official.GetAsync("/impact-periods?code=Downgrade&on=2021-03-01&acted=&code=Downgrade&on=2021-03-01&acted=&code=Downgrade&on=2021-03-01&acted=");
        most.Text.ShouldContain("any day from this to 2025-03-01");
    }

    [Theory]
    [InlineData("code=Demerit&on=2021-13-01", "请选择种类并填写有效的日期")]
    [InlineData("code=Demerit&on=9999-12-31", "请选择种类并填写有效的日期")]
    [InlineData("code=%3Cscript%3E&on=2021-03-01", "没有当日的影响期规定")]
    [InlineData("code=Demerit&on=2021-03-01&acted=2022-01-01", "行为终了日期晚于生效日期")]
    [InlineData("code=Demerit&on=1990-01-01", "没有当日的影响期规定")]
    public async Task What_cannot_be_computed_is_said_in_words(string question, string said)
    {
        using var official = await site.SignedInAsync("env-sun");

        var page = await official.GetAsync("/impact-periods?" + question);

        page.Status.ShouldBe(200);
        page.Text.ShouldContain(said);
    }

    [Fact]
    public async Task 第十二条第一款_an_office_for_commendation_asks_with_its_purpose_gets_a_slip_and_stands_in_the_log()
    {
        using var office = await site.SignedInAsync("appraisal-tan");
        using var keeper = await site.SignedInAsync("supervision-xu");
        using var other = await site.SignedInAsync("env-chen");

        var asked = await office.SubmitAsync(await office.GetAsync("/restrictions"), "/restrictions", new("Unit", "county-fukang-gov"), new("Purpose", "年度综合性先进单位评选"));

        asked.Status.ShouldBe(303, asked.Text);
        (await office.GetAsync(asked.Location!)).Text.ShouldContain("年度综合性先进单位评选");
        (await keeper.GetAsync("/restrictions")).Text.ShouldContain("谭允执");
        (await other.GetAsync("/restrictions")).Status.ShouldBe(404);
        (await office.SubmitAsync(await office.GetAsync("/restrictions"), "/restrictions", new("Unit", "county-fukang-gov"), new("Purpose", " "))).Status.ShouldBe(422, "without a purpose nobody is answered");
    }
}
