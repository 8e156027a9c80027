using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using WorkflowAccountability.Procedure.Deadlines;
using WorkflowAccountability.Procedure.Stages.HumanTask;
using WorkflowAccountability.Procedure.WorkItems;
using WorkflowAccountability.Testing;
using WorkflowAccountability.Web.Tests.Cases;
using WorkflowAccountability.Web.Tests.Site;
using WorkflowAccountability.Web.Tests.Studio;

namespace WorkflowAccountability.Web.Tests.WorkItems;

/// <summary>A step that an administrator added: drafted, checked and published by three, done in the inbox, and from then on a step like any other.</summary>
public sealed class HumanTaskTests : IAsyncLifetime
{
    private const string Procedure = "accountability-procedure";

    private const string Fields = """
        审查意见｜多行文本｜必填｜说明：写明依据
        涉及金额（元）=amount｜金额｜必填
        经办人｜人员
        附件｜文件
        """;

    private readonly DirectoryInfo data = RunningSite.NewFolder();
    private RunningSite site = null!;

    public async Task InitializeAsync() => site = await RunningSite.StartAsync(data);

    public async Task DisposeAsync()
    {
        await site.DisposeAsync();
        data.Delete(recursive: true);
    }

    [Fact]
    public async Task It_waits_for_whom_it_was_given_to_with_the_period_the_reminders_and_the_head_that_were_set()
    {
        await PublishAsync();
        var item = await ItemAsync(await site.RegisteredCaseAsync());
        using var other = await site.SignedInAsync("env-sun");
        using var legal = await site.SignedInAsync("legal-jiang");

        var deadline = await site.ReadAsync(db => db.Deadlines.Include(row => row.Rungs).SingleAsync(row => row.Id == item.Id));
        (deadline.Code, deadline.Basis!.Length, deadline.Basis.Unit, deadline.EscalateTo).ShouldBe(("D00", 3, PeriodUnit.WorkingDay, "GOVERNMENT"));
        deadline.Basis.Reminders.ShouldBe([2, 0]);
        (await other.GetAsync($"/work-items/{item.Id}")).Status.ShouldBe(404);
        (await legal.GetAsync("/")).Text.ShouldContain("法制会签");
        (await legal.GetAsync("/?q=法制会签")).Text.ShouldContain("法制会签");
    }

    [Fact]
    public async Task Its_page_asks_what_was_written_into_the_definition_and_says_beside_each_field_what_is_wrong()
    {
        await PublishAsync();
        var item = await ItemAsync(await site.RegisteredCaseAsync());
        using var legal = await site.SignedInAsync("legal-jiang");

        var page = await legal.GetAsync($"/work-items/{item.Id}");
        var refused = await legal.SubmitAsync(page, $"/work-items/{item.Id}/complete", new("审查意见", ""), new("amount", "12.345"), new("Outcome", "同意"));

        page.Text.ShouldContain("请对照职权和程序审查。");
        page.TextOf(".item-form").ShouldContain("涉及金额（元）");
        page.TextOf(".item-form").ShouldContain("写明依据");
        page.TextOf(".consequences").ShouldContain("视条件可能转入大额复核（州人民政府）");
        refused.Status.ShouldBe(422);
        refused.WrongFields.ShouldBe(["审查意见", "amount"], ignoreOrder: true);
        refused.FieldsOf($"/work-items/{item.Id}/complete")["amount"].ShouldBe("12.345");
    }

    [Fact]
    public async Task What_is_typed_is_kept_and_whoever_comes_second_keeps_his_text()
    {
        await PublishAsync();
        var item = await ItemAsync(await site.RegisteredCaseAsync());
        using var first = await site.SignedInAsync("legal-jiang");
        using var window = await site.SignedInAsync("legal-jiang");
        var (page, late) = (await first.GetAsync($"/work-items/{item.Id}"), await window.GetAsync($"/work-items/{item.Id}"));

        (await first.KeepAsync(page, item.Id, new KeyValuePair<string, string>("审查意见", "半句"))).Status.ShouldBe(303);
        var again = await first.GetAsync($"/work-items/{item.Id}");
        (await CompleteAsync(first, item.Id, "同意", "100.50")).Status.ShouldBe(303);
        var second = await window.SubmitAsync(late, $"/work-items/{item.Id}/complete", Typed("同意", "7"));

        again.FieldsOf($"/work-items/{item.Id}/complete")["审查意见"].ShouldBe("半句");
        second.Status.ShouldBe(409);
        second.Kept.ShouldContain("职权、程序合法。");
    }

    [Fact]
    public async Task An_answer_turns_a_later_condition_and_stands_on_paper_in_the_file_in_the_opinions_and_in_the_audit()
    {
        await PublishAsync();
        var caseId = await site.RegisteredCaseAsync();
        var item = await ItemAsync(caseId);
        using var legal = await site.SignedInAsync("legal-jiang");
        using var government = await site.SignedInAsync("gov-zhang");

        (await CompleteAsync(legal, item.Id, "同意", "2000000.5")).Status.ShouldBe(303);

        var large = await ItemAsync(caseId);
        (large.ActivityId, large.About).ShouldBe(("Large", "大额复核"));
        var form = (await site.ReadAsync(db => db.Submissions.SingleAsync(row => row.Id == item.Id))).Read<HumanTaskForm>();
        form.Answers["amount"]!.GetValue<decimal>().ShouldBe(2000000.5m);
        (await government.GetAsync($"/cases/{caseId}")).Text.ShouldContain("职权、程序合法。");
        var reader = await government.GetAsync($"/work-items/{large.Id}");
        reader.TextOf(".opinions").ShouldContain("法制会签");
        reader.TextOf(".opinions").ShouldContain("职权、程序合法。");
        var paper = await government.GetAsync($"/work-items/{item.Id}/print");
        paper.Text.ShouldContain("法制会签");
        paper.Text.ShouldContain("涉及金额（元）");
        paper.Text.ShouldContain("2000000.5");
        paper.Text.ShouldContain("（同意）");
        (await government.GetAsync($"/cases/{caseId}/diagram")).Text.ShouldContain("法制会签");
        (await government.GetAsync($"/work-items/{large.Id}?tab=log")).Text.ShouldContain("法制会签");
        (await government.GetAsync($"/cases/{caseId}/deadlines")).Text.ShouldNotContain("D00 D00");
    }

    [Fact]
    public async Task A_file_that_was_asked_for_lies_in_the_file_of_the_case_and_is_named_on_paper()
    {
        await PublishAsync(fields: "法律意见书｜文件｜必填");
        var caseId = await site.RegisteredCaseAsync();
        var item = await ItemAsync(caseId);
        using var legal = await site.SignedInAsync("legal-jiang");
        using var government = await site.SignedInAsync("gov-zhang");

        var page = await legal.GetAsync($"/work-items/{item.Id}");
        var missing = await legal.SubmitAsync(page, $"/work-items/{item.Id}/complete", new KeyValuePair<string, string>("Outcome", "同意"));
        var done = await legal.SubmitFilesAsync(page, $"/work-items/{item.Id}/complete", [new("Outcome", "同意")], ("法律意见书", "法律意见书（定稿）.txt", "合法。"u8.ToArray()));

        missing.Status.ShouldBe(422);
        done.Status.ShouldBe(303, done.Text);
        (await government.GetAsync($"/work-items/{item.Id}/print")).Text.ShouldContain("法律意见书（定稿）.txt");
        (await government.GetAsync($"/cases/{caseId}")).Text.ShouldContain("法律意见书（定稿）.txt");
        var document = await site.ReadAsync(db => db.Documents.SingleAsync(row => row.CaseId == caseId));
        using var given = await government.DownloadAsync($"/documents/{document.Id}");
        (await given.Content.ReadAsByteArrayAsync()).ShouldBe("合法。"u8.ToArray());
    }

    [Fact]
    public async Task Its_answers_are_found_by_their_words_and_lead_to_it_and_what_it_only_asks_is_not()
    {
        await PublishAsync(fields: "审查意见｜多行文本｜必填\n处理方式｜选择｜选项：予以维持、予以变更\n经办人员｜人员\n配合单位｜单位\n法律意见书｜文件");
        var caseId = await site.RegisteredCaseAsync();
        var item = await ItemAsync(caseId);
        using var legal = await site.SignedInAsync("legal-jiang");
        using var government = await site.SignedInAsync("gov-zhang");
        using var stranger = await site.SignedInAsync("it-lu");
        var page = await legal.GetAsync($"/work-items/{item.Id}");
        (await legal.SubmitFilesAsync(page, $"/work-items/{item.Id}/complete",
            [new("审查意见", "职权、程序合法。"), new("处理方式", "予以变更"), new("经办人员", "finance-deng"), new("配合单位", "finance"), new("Outcome", "同意")],
            ("法律意见书", "审查底稿（定稿）.txt", "合法。"u8.ToArray()))).Status.ShouldBe(303);

        foreach (var word in new[] { "程序合法", "予以变更", "邓衡", "财政局", "审查底稿" })
        {
            (await FoundAsync(government, word)).Links.ShouldContain($"/work-items/{item.Id}/print", word);
            (await FoundAsync(stranger, word)).Links.ShouldNotContain($"/work-items/{item.Id}/print", word);
        }
        foreach (var word in new[] { "予以维持", "配合单位" })
            (await FoundAsync(government, word)).Links.ShouldNotContain($"/work-items/{item.Id}/print", word);
        (await FoundAsync(government, "程序合法")).TextOf("#forms").ShouldContain("审查意见：职权、程序合法。");
        (await government.GetAsync($"/work-items/{item.Id}/print")).Status.ShouldBe(200);
    }

    [Fact]
    public async Task The_way_back_returns_the_work_and_the_verbs_of_other_items_are_its_own_too()
    {
        await PublishAsync(fields: "审查意见｜多行文本｜必填");
        var caseId = await site.RegisteredCaseAsync();
        var item = await ItemAsync(caseId);
        using var legal = await site.SignedInAsync("legal-jiang");

        var page = await legal.GetAsync($"/work-items/{item.Id}/return");
        page.Text.ShouldContain("退回登记");
        var returned = await legal.SubmitAsync(page, $"/work-items/{item.Id}/return", new("Option", "退回登记"), new("Words", "请补充材料。"));

        returned.Status.ShouldBe(303, returned.Text);
        var lead = await site.ReadAsync(db => db.WorkItems.SingleAsync(row => row.CaseId == caseId && row.Status == WorkItemStatus.Open));
        (lead.StageType, lead.IsReturned).ShouldBe(("Accountability.RegisterLead", true));
    }

    [Fact]
    public async Task What_is_set_up_wrongly_is_said_when_it_is_saved_and_keeps_it_from_being_handed_in()
    {
        using var drafter = await site.SignedInAsync("it-lu");
        var shown = await drafter.ShownAsync(Procedure);
        AnAddedStep.Called("Countersign", "法制会签", ("fields", "审查意见｜数目")).Into(shown.ChartOf(), "RegisterLead", "ProposeLaunch");

        var saved = await drafter.SaveAsync(shown);
        var handedIn = await drafter.SaveAsync(saved.Saved(), publish: true);

        saved.WarnedAt.ShouldBe(["Countersign"]);
        handedIn.Status.ShouldBe(400, handedIn.Text);
        handedIn.Refusal.ShouldContain("fields[1].kind");
        handedIn.Refusal.ShouldContain("不认识类型“数目”");
    }

    [Fact]
    public async Task The_designer_offers_the_offices_and_the_people_of_the_day()
    {
        using var drafter = await site.SignedInAsync("it-lu");
        using var official = await site.SignedInAsync("env-wang");
        async Task<List<string>> OfferedAsync(string input, string context) =>
            [.. ((await drafter.ApiAsync("POST", $"/descriptors/activities/Accountability.HumanTask/options/{input}", $$"""{"context": {{context}}}"""))
                .Json["items"]!["dropdown"]!["selectList"]!["items"]!.AsArray()).Select(item => item!["value"]!.ToString())];

        (await OfferedAsync("Organisation", "{}")).Count.ShouldBeGreaterThan(10);
        (await OfferedAsync("Organisation", """{"role": {"typeName": "String", "expression": {"type": "Literal", "value": "GOVERNMENT"}}}""")).ShouldBe(["", "gov"]);
        (await OfferedAsync("Person", """{"organisation": {"typeName": "String", "expression": {"type": "Literal", "value": "gov"}}}""")).ShouldContain("gov-li");
        (await official.ApiAsync("POST", "/descriptors/activities/Accountability.HumanTask/options/Person", "{}")).Status.ShouldBe(404);
    }

    // 登记线索 → 法制会签（→ 大额复核，金额过百万）→ 决定是否启动调查；退回登记 leads back.
    private async Task PublishAsync(string fields = Fields)
    {
        using var drafter = await site.SignedInAsync("it-lu");
        var shown = await drafter.ShownAsync(Procedure);
        shown["variables"]!.AsArray().Add(new JsonObject { ["id"] = "amount", ["name"] = "amount", ["typeName"] = "Decimal", ["isArray"] = false });
        var chart = shown.ChartOf();
        AnAddedStep.Called("Countersign", "法制会签", ("fields", fields), ("days", "3"), ("reminders", "2、0"), ("escalateTo", "GOVERNMENT"), ("instructions", "请对照职权和程序审查。"))
            .LeavingBy("同意", "退回登记").Into(chart, "RegisterLead", "ProposeLaunch", "退回登记");
        var whether = new JsonObject
        {
            ["id"] = "IsLarge", ["name"] = "IsLarge", ["type"] = "Elsa.FlowDecision", ["version"] = 1, ["metadata"] = new JsonObject { ["displayText"] = "金额过百万？" },
            ["condition"] = new JsonObject { ["typeName"] = "Boolean", ["expression"] = new JsonObject { ["type"] = "JavaScript", ["value"] = "variables.amount > 1000000" } },
        };
        chart["activities"]!.AsArray().Add(whether);
        var agreed = chart["connections"]!.AsArray().Single(way => (string)way!["source"]!["activity"]! == "Countersign" && (string)way["source"]!["port"]! == "同意")!;
        agreed["target"]!["activity"] = "IsLarge";
        foreach (var port in new[] { "True", "False" })
            chart["connections"]!.AsArray().Add(new JsonObject
            {
                ["source"] = new JsonObject { ["activity"] = "IsLarge", ["port"] = port }, ["target"] = new JsonObject { ["activity"] = "LaunchInvestigation", ["port"] = "In" },
            });
        AnAddedStep.Called("Large", "大额复核", ("role", "GOVERNMENT")).Into(chart, "IsLarge", "True");

        (await drafter.SaveAsync(shown, publish: true)).Saved();
        await site.PublishDraftAsync(Procedure);
        (await site.ReadAsync(db => db.Definitions.SingleAsync(row => row.DefinitionId == Procedure && row.IsPublished))).Json.ShouldContain("法制会签");
    }

    private static Task<Page> FoundAsync(Browser reader, string word) => reader.GetAsync($"/documents/search?q={Uri.EscapeDataString(word)}");

    private Task<WorkItem> ItemAsync(string caseId) => site.ReadAsync(db => db.WorkItems.AsNoTracking()
        .SingleAsync(row => row.CaseId == caseId && row.Status == WorkItemStatus.Open && row.StageType == "Accountability.HumanTask"));

    private static IEnumerable<KeyValuePair<string, string>> Typed(string outcome, string amount) =>
        [new("审查意见", "职权、程序合法。"), new("amount", amount), new("Outcome", outcome)];

    private static async Task<Page> CompleteAsync(Browser official, string item, string outcome, string amount) =>
        await official.SubmitAsync(await official.GetAsync($"/work-items/{item}"), $"/work-items/{item}/complete", Typed(outcome, amount));
}
