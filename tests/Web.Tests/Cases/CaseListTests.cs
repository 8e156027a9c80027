using MiniExcelLibs;
using WorkflowAccountability.Web.Tests.Site;

namespace WorkflowAccountability.Web.Tests.Cases;

/// <summary>Finding cases again, and only those that exist for the reader.</summary>
public sealed class CaseListTests(DemoSite demo) : IClassFixture<DemoSite>
{
    private const string RareTitle = "𠮷木萨尔县𬭚矿尾水·㐂泉段污染";

    private readonly RunningSite site = demo.Site;

    [Theory]
    [InlineData("尾水", "a word of two characters")]
    [InlineData("㐂", "one rare character")]
    [InlineData("𬭚矿", "a character outside of the first plane")]
    [InlineData("尾水㐂泉", "the dot left out")]
    [InlineData("尾水•㐂泉", "another dot")]
    [InlineData("尾水・㐂泉段", "a third dot")]
    [InlineData("南山　尾水", "two words in any order, with a wide blank")]
    [InlineData("五彩湾ａ区", "a place, full width and small letters")]
    [InlineData("阜康市人民政府", "a unit by its name")]
    public async Task A_case_is_found_by(string words, string how)
    {
        var caseId = await RareCaseAsync();
        using var official = await site.SignedInAsync("gov-zhang");

        (await SearchAsync(official, words)).Links.ShouldContain($"/cases/{caseId}", how);
    }

    [Fact]
    public async Task A_case_is_found_by_its_number_however_it_is_typed()
    {
        var caseId = await RareCaseAsync();
        using var official = await site.SignedInAsync("gov-zhang");
        var number = await site.ReadAsync(async db => (await db.Cases.FindAsync(caseId))!.Number);

        foreach (var typed in new[] { number, number.Replace('〔', '[').Replace('〕', ']'), number.Replace("〔", " (").Replace("〕", ") "), number[3..] })
            (await SearchAsync(official, typed)).Links.ShouldContain($"/cases/{caseId}", typed);
    }

    [Fact]
    public async Task The_former_name_of_an_office_finds_the_cases_of_the_one_that_it_became()
    {
        using var registrant = await site.SignedInAsync("env-li");
        var caseId = await registrant.OpenCaseAsync("由生态环境部门登记的事项");

        (await SearchAsync(registrant, "环保局")).Links.ShouldContain($"/cases/{caseId}");
        (await SearchAsync(registrant, "环境保护局")).Links.ShouldContain($"/cases/{caseId}");
        (await SearchAsync(registrant, "生态环境局")).Links.ShouldContain($"/cases/{caseId}");
        (await SearchAsync(registrant, "审计局")).Links.ShouldNotContain($"/cases/{caseId}");
    }

    [Fact]
    public async Task Who_may_not_know_a_case_neither_finds_nor_counts_nor_exports_it()
    {
        await RareCaseAsync();
        using var outsider = await site.SignedInAsync("police-yuan");

        var list = await SearchAsync(outsider, "尾水");
        using var table = await outsider.DownloadAsync("/cases/export?q=" + Uri.EscapeDataString("尾水"));

        list.Text.ShouldContain("共0件");
        list.Text.ShouldContain("没有符合条件的案件");
        (await RowsAsync(table)).ShouldHaveSingleItem("the headings stand over one empty line").Values.ShouldAllBe(value => value == null);
    }

    [Fact]
    public async Task The_table_has_the_lines_of_the_list_with_every_character()
    {
        await RareCaseAsync();
        using var official = await site.SignedInAsync("gov-zhang");

        using var answer = await official.DownloadAsync("/cases/export?q=" + Uri.EscapeDataString("尾水"));

        answer.Content.Headers.ContentDisposition!.FileNameStar!.ShouldStartWith("案件 ");
        (await RowsAsync(answer)).Select(row => row["事项"]).ShouldContain(RareTitle);
    }

    [Fact]
    public async Task Filters_stand_in_the_address_and_what_it_cannot_mean_is_left_out()
    {
        var caseId = await RareCaseAsync();
        using var official = await site.SignedInAsync("gov-zhang");

        (await official.GetAsync("/cases?status=Closed")).Links.ShouldNotContain($"/cases/{caseId}");
        (await official.GetAsync("/cases?status=Open&county=county-fukang-gov")).Links.ShouldContain($"/cases/{caseId}");
        (await official.GetAsync("/cases?stage=Accountability.LaunchInvestigation")).Links.ShouldContain($"/cases/{caseId}");
        (await official.GetAsync("/cases?stage=Accountability.CloseCase")).Links.ShouldNotContain($"/cases/{caseId}");
        (await official.GetAsync($"/cases?year={FirstSteps.Today.Year}")).Links.ShouldContain($"/cases/{caseId}");
        (await official.GetAsync("/cases?year=2016")).Links.ShouldNotContain($"/cases/{caseId}");
        (await official.GetAsync("/cases?status=7&level=x&year=abc&after=1-2-3&q=%20")).Status.ShouldBe(200);
        (await official.GetAsync("/cases?after=-5-x&q=%00%ff")).Status.ShouldBe(200);
    }

    [Fact]
    public async Task Pages_follow_one_another_and_a_case_that_comes_in_meanwhile_repeats_and_drops_nothing()
    {
        using var official = await site.SignedInAsync("gov-zhang");
        for (var count = 0; count < 32; count++)
            await official.OpenCaseAsync($"翻页之用{count}");

        var first = await SearchAsync(official, "翻页");
        await official.OpenCaseAsync("翻页之用，后来");
        var second = await official.GetAsync(first.Links.Single(link => link.Contains("after=")));

        var (one, two) = (CasesOf(first), CasesOf(second));
        one.Count.ShouldBe(30);
        two.Count.ShouldBe(2);
        one.Intersect(two).ShouldBeEmpty();
    }

    private static List<string> CasesOf(Page page) => [.. page.Links.Where(link => link.StartsWith("/cases/", StringComparison.Ordinal)
        && !link.StartsWith("/cases/new", StringComparison.Ordinal) && !link.StartsWith("/cases/export", StringComparison.Ordinal)).Distinct()];

    private static async Task<List<IDictionary<string, object?>>> RowsAsync(HttpResponseMessage answer)
    {
        using var content = new MemoryStream(await answer.Content.ReadAsByteArrayAsync());
        return [.. (await content.QueryAsync(useHeaderRow: true)).Cast<IDictionary<string, object?>>()];
    }

    private static Task<Page> SearchAsync(Browser official, string words) => official.GetAsync("/cases?q=" + Uri.EscapeDataString(words));

    private async Task<string> RareCaseAsync()
    {
        using var registrant = await site.SignedInAsync("gov-zhang");
        var caseId = await registrant.OpenCaseAsync(RareTitle);
        var lead = FirstSteps.ALead with { Title = RareTitle, Place = "五彩湾A区南山", County = "county-fukang-gov" };
        (await registrant.CompleteAsync(await site.ItemAsync(caseId, "RegisterLead"), lead)).Status.ShouldBe(303);
        return caseId;
    }
}
