using Microsoft.EntityFrameworkCore;
using MiniExcelLibs;
using WorkflowAccountability.Web.Tests.Cases;
using WorkflowAccountability.Web.Tests.Site;

namespace WorkflowAccountability.Web.Tests.Administration;

public sealed class ImportTests(DemoSite demo) : IClassFixture<DemoSite>
{
    private static readonly DateTime today = FirstSteps.Today.ToDateTime(default);

    private readonly RunningSite site = demo.Site;

    [Fact]
    public async Task A_workbook_is_previewed_and_takes_effect_whole_when_it_is_confirmed()
    {
        using var administrator = await site.SignedInAsync("it-lu");

        var preview = await ImportAsync(administrator, new()
        {
            ["人员"] = Rows(("人员编号", "tabl-one"), ("姓名", "阿依古丽·吐尔逊")),
            ["任职"] = Rows(("人员编号", "tabl-one"), ("机构编号", "env"), ("职务", "科员"), ("职级", "工作人员"), ("任职日期", today)),
            ["角色"] = Rows(("角色", "法制机构"), ("机构编号", "audit"), ("启用日期", today)),
        });

        preview.Status.ShouldBe(200, preview.Text);
        preview.Text.ShouldContain("变更内容（3项）");
        (await site.ReadAsync(db => db.People.AnyAsync(person => person.Id == "tabl-one"))).ShouldBeFalse();
        (await administrator.ConfirmAsync(preview)).Status.ShouldBe(303);
        (await site.ReadAsync(db => db.People.SingleAsync(person => person.Id == "tabl-one"))).Name.ShouldBe("阿依古丽·吐尔逊");
        (await site.ReadAsync(db => db.RoleBindings.AnyAsync(binding => binding.Role == "LEGAL_OFFICE" && binding.OrganisationId == "audit"))).ShouldBeTrue();
    }

    [Fact]
    public async Task Every_mistake_is_said_with_its_sheet_and_row_and_nothing_takes_effect()
    {
        using var administrator = await site.SignedInAsync("it-lu");

        var report = await ImportAsync(administrator, new()
        {
            ["人员"] = new[] { Row(("人员编号", "Wrong Id"), ("姓名", "甲")), Row(("人员编号", "fine-one"), ("姓名", "")) },
            ["任职"] = Rows(("人员编号", "fine-one"), ("机构编号", "env"), ("职务", "科员"), ("职级", "部长级"), ("任职日期", "明天")),
            ["随便"] = Rows(("甲", "乙")),
        });

        report.Status.ShouldBe(422);
        foreach (var place in new[] { "人员 第2行 · 人员编号", "人员 第3行 · 姓名", "任职 第2行 · 职级", "任职 第2行 · 任职日期", "随便" })
            report.Text.ShouldContain(place);
        (await site.ReadAsync(db => db.People.AnyAsync(person => person.Id == "fine-one"))).ShouldBeFalse();
    }

    [Fact]
    public async Task A_row_that_contradicts_the_directory_is_named_in_the_preview()
    {
        using var administrator = await site.SignedInAsync("it-lu");

        var preview = await ImportAsync(administrator, new()
        {
            ["人员"] = new[] { Row(("人员编号", "good-one"), ("姓名", "甲")), Row(("人员编号", "gov-ma"), ("姓名", "乙")) },
        });

        (preview.Status, preview.Problems.Single()).ShouldBe((422, "人员 第3行 编号“gov-ma”已有。 内部环节 请换一个编号；编号用过以后不再给别人。"));
    }

    [Theory]
    [InlineData("不是表格")]
    [InlineData("PK\u0003\u0004 broken")]
    [InlineData("")]
    public async Task What_is_no_workbook_is_said_to_be_none(string content)
    {
        using var administrator = await site.SignedInAsync("it-lu");

        var answer = await UploadAsync(administrator, System.Text.Encoding.UTF8.GetBytes(content));

        answer.Status.ShouldBe(422);
    }

    [Fact]
    public async Task The_template_that_is_offered_can_be_filled_in_and_imported()
    {
        using var administrator = await site.SignedInAsync("it-lu");
        using var answer = await administrator.DownloadAsync("/people/import/template");
        var bytes = await answer.Content.ReadAsByteArrayAsync();

        using var workbook = new MemoryStream(bytes);
        var sheets = workbook.GetSheetNames();

        sheets.ShouldBe(["新设机构", "机构更名", "人员", "任职", "角色"]);
        workbook.Position = 0;
        ((IDictionary<string, object>)workbook.Query(useHeaderRow: true, sheetName: "任职").First()).Keys.ShouldContain("任职日期");
        (await UploadAsync(administrator, bytes))
            .Text.ShouldContain("表格里没有内容");
    }

    private static async Task<Page> ImportAsync(Browser administrator, Dictionary<string, object> sheets)
    {
        using var workbook = new MemoryStream();
        workbook.SaveAs(sheets);
        return await UploadAsync(administrator, workbook.ToArray());
    }

    private static async Task<Page> UploadAsync(Browser administrator, byte[] workbook) =>
        await administrator.SubmitFilesAsync(await administrator.GetAsync("/people/import"), "/people/import", [], ("Workbook", "名单.xlsx", workbook));

    private static object Rows(params IReadOnlyList<(string Heading, object Value)> cells) => new[] { Row(cells) };

    private static Dictionary<string, object> Row(params IReadOnlyList<(string Heading, object Value)> cells) =>
        cells.ToDictionary(cell => cell.Heading, cell => cell.Value);
}
