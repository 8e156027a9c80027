using System.Globalization;
using Microsoft.EntityFrameworkCore;
using WorkflowAccountability.Procedure.WorkItems;
using WorkflowAccountability.Testing;
using WorkflowAccountability.Web.Tests.Cases;
using WorkflowAccountability.Web.Tests.Site;
using WorkflowAccountability.Web.Tests.Studio;

namespace WorkflowAccountability.Web.Tests.WorkItems;

/// <summary>Two steps that an administrator added are two stages wherever stages are listed, added up or chosen, each under the title that he wrote.</summary>
public sealed class StepsApartTests : IAsyncLifetime
{
    private const string Procedure = "accountability-procedure";
    private const string First = "审计会签", Second = "审计复核，附件";
    private static readonly string ofFirst = "Accountability.HumanTask:" + First, ofSecond = "Accountability.HumanTask:" + Second;

    private readonly DirectoryInfo data = RunningSite.NewFolder();
    private RunningSite site = null!;
    private WorkItem atFirst = null!, atSecond = null!;

    public async Task InitializeAsync()
    {
        site = await RunningSite.StartAsync(data);
        await PublishAsync();
        atFirst = await ItemAsync(await site.RegisteredCaseAsync());
        var caseId = await site.RegisteredCaseAsync();
        using var audit = await site.SignedInAsync("audit-xiao");
        var before = await ItemAsync(caseId);
        (await audit.SubmitAsync(await audit.GetAsync($"/work-items/{before.Id}"), $"/work-items/{before.Id}/complete")).Status.ShouldBe(303);
        atSecond = await ItemAsync(caseId);
    }

    public async Task DisposeAsync()
    {
        await site.DisposeAsync();
        data.Delete(recursive: true);
    }

    [Fact]
    public async Task The_title_stands_in_the_row_and_stages_of_the_regulation_have_none()
    {
        (atFirst.Title, atSecond.Title).ShouldBe((First, Second));
        (await site.ReadAsync(db => db.WorkItems.Where(item => item.StageType != "Accountability.HumanTask").Select(item => item.Title).Distinct().ToListAsync()))
            .ShouldHaveSingleItem().ShouldBeNull();
    }

    [Theory]
    [InlineData("zh-CN", "补充环节：审计会签")]
    [InlineData("en", "Added step: 审计会签")]
    public async Task The_board_adds_them_up_apart_and_is_narrowed_to_one_of_them(string language, string line)
    {
        using var government = await site.SignedInAsync("gov-zhang", language);

        var overview = await government.GetAsync("/oversight?by=stage");
        var one = await government.GetAsync("/oversight?stage=" + Uri.EscapeDataString(ofFirst));

        overview.TextOf(".sums").ShouldContain(First);
        overview.TextOf(".sums").ShouldContain(Second);
        overview.TextOf(".sums").ShouldNotContain(line);
        overview.TextOf("select[name=stage]").ShouldContain(line);
        Cases(one).ShouldBe([atFirst.CaseId]);
        Cases(await government.GetAsync("/oversight?stage=Accountability.HumanTask")).ShouldBe([atFirst.CaseId, atSecond.CaseId], ignoreOrder: true);
        (await government.GetAsync("/oversight/heat")).Text.ShouldContain($"{First} 1 1 0");
        (await government.GetAsync("/oversight/heat")).Text.ShouldContain($"{Second} 1 0");

        static List<string> Cases(Page page) => [.. page.Links.Where(link => link.StartsWith("/cases/", StringComparison.Ordinal) && link.Length == "/cases/".Length + 16)
            .Select(link => link["/cases/".Length..]).Distinct()];
    }

    [Fact]
    public async Task Cases_are_found_by_the_one_at_which_they_stand()
    {
        using var audit = await site.SignedInAsync("audit-xiao");

        var page = await audit.GetAsync("/cases?stage=" + Uri.EscapeDataString(ofSecond));

        page.Links.ShouldContain($"/cases/{atSecond.CaseId}");
        page.Links.ShouldNotContain($"/cases/{atFirst.CaseId}");
        page.TextOf("select[name=stage]").ShouldContain("补充环节：" + First);
    }

    [Fact]
    public async Task A_proxy_is_given_for_one_of_them()
    {
        using var principal = await site.SignedInAsync("audit-xiao");
        using var proxy = await site.SignedInAsync("audit-tian");
        foreach (var item in new[] { atFirst.Id, atSecond.Id })
            (await principal.SubmitAsync(await principal.GetAsync($"/work-items/{item}"), $"/work-items/{item}/claim")).Status.ShouldBe(303);

        var page = await principal.GetAsync("/proxies");
        var unknown = await GiveAsync(principal, "Accountability.HumanTask:没有这样的环节");
        var given = await GiveAsync(principal, ofSecond);
        var twice = await GiveAsync(principal, "Accountability.HumanTask");
        var inbox = await proxy.GetAsync("/");

        page.Text.ShouldContain("补充环节：" + First);
        unknown.Status.ShouldBe(422);
        given.Status.ShouldBe(303, given.Text);
        string.Join(' ', twice.Problems).ShouldContain("已经委托他人");
        inbox.Links.ShouldContain($"/work-items/{atSecond.Id}");
        inbox.Links.ShouldNotContain($"/work-items/{atFirst.Id}");
        (await principal.GetAsync("/proxies")).TextOf("table").ShouldContain(Second);
    }

    // 登记线索 → 审计会签 → 审计复核 → 决定是否启动调查.
    private async Task PublishAsync()
    {
        using var drafter = await site.SignedInAsync("it-lu");
        var shown = await drafter.ShownAsync(Procedure);
        var chart = shown.ChartOf();
        AnAddedStep.Called("AuditFirst", First, ("role", "AUDIT"), ("days", "3"), ("escalateTo", "GOVERNMENT")).Into(chart, "RegisterLead", "ProposeLaunch");
        AnAddedStep.Called("AuditSecond", Second, ("role", "AUDIT"), ("days", "3"), ("escalateTo", "GOVERNMENT")).Into(chart, "AuditFirst", "Done");
        (await drafter.SaveAsync(shown, publish: true)).Saved();
        await site.PublishDraftAsync(Procedure);
    }

    private Task<WorkItem> ItemAsync(string caseId) => site.ReadAsync(db => db.WorkItems.AsNoTracking()
        .SingleAsync(item => item.CaseId == caseId && item.Status == WorkItemStatus.Open && item.StageType == "Accountability.HumanTask"));

    private static async Task<Page> GiveAsync(Browser official, params string[] stages)
    {
        var fields = (await official.GetAsync("/proxies")).FieldsOf("/proxies");
        fields.Remove("Stage");
        (fields["To"], fields["From"], fields["Until"], fields["All"], fields["Reason"]) = ("audit-tian", Day(0), Day(5), "false", "出差。");
        return await official.PostAsync("/proxies", [.. fields, .. stages.Select(stage => KeyValuePair.Create("Stage", stage))]);
    }

    private static string Day(int later) => FirstSteps.Today.AddDays(later).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
