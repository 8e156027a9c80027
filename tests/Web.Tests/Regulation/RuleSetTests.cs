using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using WorkflowAccountability.Procedure.Cases;
using WorkflowAccountability.Procedure.Regulation.Book;
using WorkflowAccountability.Procedure.Stages.RegisterLead;
using WorkflowAccountability.Web.Tests.Cases;
using WorkflowAccountability.Web.Tests.Site;

namespace WorkflowAccountability.Web.Tests.Regulation;

/// <summary>A legal officer loads a rule set, sees what it would change, and a second person approves it.</summary>
public sealed class RuleSetTests : IAsyncLifetime
{
    private const string Officer = "legal-jiang", Approver = "gov-zhang";

    private readonly DirectoryInfo data = RunningSite.NewFolder();
    private RunningSite site = null!;

    public async Task InitializeAsync() => site = await RunningSite.StartAsync(data);

    public async Task DisposeAsync()
    {
        await site.DisposeAsync();
        data.Delete(recursive: true);
    }

    [Fact]
    public async Task 第十六条第一款_a_later_scale_is_loaded_previewed_approved_by_another_and_changes_no_open_case_by_itself()
    {
        var open = await site.RegisteredCaseAsync(AnEvent);
        using var officer = await site.SignedInAsync(Officer);
        using var approver = await site.SignedInAsync(Approver);

        var one = await LoadAsync(officer, AScale());
        var shown = await officer.GetAsync(one);
        (await LevelOfAsync(open)).ShouldBe("Ⅲ");
        (shown.Text.Contains("因环境污染直接导致死亡人数 · Ⅱ"), shown.Text.Contains("≥3 <10 人"), shown.Text.Contains("≥2 <10 人")).ShouldBe((true, true, true), shown.Text);
        shown.TextOf("#cases tbody").ShouldContain("Ⅲ");
        (await DecideAsync(officer, one, RuleSetState.Approved)).ShouldBe(422, "nobody approves what he loaded");
        (await DecideAsync(approver, one, RuleSetState.Approved)).ShouldBe(303);

        (await LevelOfAsync(open)).ShouldBe("Ⅲ", "a case stays on the rules that it was opened under");
        (await LevelOfAsync(await site.RegisteredCaseAsync(AnEvent))).ShouldBe("Ⅱ", "a new one is bound to the new scale");
        (await LevelOfAsync(await site.RegisteredCaseAsync(AnEvent with { ActsTo = Begins.AddDays(-1) }))).ShouldBe("Ⅲ", "acts that ended before it are judged by the scale of their day");

        var approved = await approver.GetAsync(one);
        (await approver.SubmitAsync(approved, $"{one}/take-over", new("Case", open), new("Reason", ""))).Status.ShouldBe(422);
        (await approver.SubmitAsync(approved, $"{one}/take-over", new("Case", open), new("Reason", "标准在行为终了前已经施行。"))).Status.ShouldBe(303);
        (await LevelOfAsync(open)).ShouldBe("Ⅱ");
        (await approver.GetAsync(one)).Text.ShouldContain("没有结果会不同的在办案件");
        (await site.ReadAsync(db => db.Audit.Where(entry => entry.CaseId == open && entry.Act == nameof(TakeOverRules)).Select(entry => entry.Details).SingleAsync()))
            .ShouldContain("标准在行为终了前已经施行。");
        (await site.ReadAsync(db => db.Notices.CountAsync(notice => notice.CaseId == open && notice.TextKey == "Notice.TakenOver"))).ShouldBe(1);
        (await site.ReadAsync(db => db.Administration.Where(entry => entry.Act == nameof(LoadRuleSet) || entry.Act == nameof(DecideRuleSet)).CountAsync())).ShouldBe(2);
    }

    [Fact]
    public async Task What_is_declined_or_taken_back_becomes_no_rule_and_what_was_decided_is_not_decided_again()
    {
        using var officer = await site.SignedInAsync(Officer);
        using var approver = await site.SignedInAsync(Approver);
        var declined = await LoadAsync(officer, AScale(3));
        var taken = await LoadAsync(officer, AScale(4));

        (await DecideAsync(approver, declined, RuleSetState.Declined)).ShouldBe(422, "without an opinion");
        (await DecideAsync(approver, declined, RuleSetState.Declined, "文号有误。")).ShouldBe(303);
        (await DecideAsync(approver, taken, RuleSetState.Withdrawn)).ShouldBe(422, "it is another's");
        (await DecideAsync(officer, taken, RuleSetState.Withdrawn)).ShouldBe(303);
        (await DecideAsync(approver, taken, RuleSetState.Approved)).ShouldBe(422);

        (await site.ReadAsync(db => db.RuleSets.CountAsync(version => version.Edition != null))).ShouldBe(0);
        (await officer.GetAsync(declined)).Text.ShouldContain("文号有误。");
    }

    [Fact]
    public async Task An_approval_of_what_was_read_before_another_approval_is_refused()
    {
        using var officer = await site.SignedInAsync(Officer);
        using var approver = await site.SignedInAsync(Approver);
        var (one, other) = (await LoadAsync(officer, AScale(3)), await LoadAsync(officer, AScale(4)));
        var read = await approver.GetAsync(other);
        (await DecideAsync(approver, one, RuleSetState.Approved)).ShouldBe(303);

        var late = await approver.SubmitAsync(read, $"{other}/decide", new KeyValuePair<string, string>("To", "Approved"));

        late.Status.ShouldBe(422);
        late.Text.ShouldContain("规则库又有变化");
        (await DecideAsync(approver, other, RuleSetState.Approved)).ShouldBe(303, "read anew");
    }

    [Fact]
    public async Task A_file_with_faults_is_refused_with_every_place_and_stays_in_the_form()
    {
        using var officer = await site.SignedInAsync(Officer, "en");
        var bad = AScale().Replace("\"below\": 10,", "\"below\": 9,", StringComparison.Ordinal).Replace("\"第六条第（二）项、第十六条第一款\"", "\"第九十九条\"", StringComparison.Ordinal);

        var answer = await officer.SubmitAsync(await officer.GetAsync("/rule-sets"), "/rule-sets", new KeyValuePair<string, string>("Content", bad));

        answer.Status.ShouldBe(422);
        (answer.Text.Contains("$.content.ruleSets[0].citation"), answer.Text.Contains("there is a gap from 9 to 10")).ShouldBe((true, true), answer.Text);
        answer.FieldsOf("/rule-sets")["Content"].ReplaceLineEndings("\n").Trim().ShouldBe(bad.ReplaceLineEndings("\n").Trim());
        (await site.ReadAsync(db => db.RuleSets.AnyAsync())).ShouldBeFalse();
    }

    [Fact]
    public async Task Only_the_legal_office_loads_and_nobody_else_finds_the_book()
    {
        using var officer = await site.SignedInAsync(Officer);
        var one = await LoadAsync(officer, AScale());
        using var bureau = await site.SignedInAsync("env-chen");
        using var approver = await site.SignedInAsync(Approver);

        foreach (var path in new[] { "/rule-sets", one, one + "/file", "/rule-sets/current/classification" })
        {
            (await bureau.GetAsync(path)).Status.ShouldBe(404, path);
            (await approver.GetAsync(path)).Status.ShouldBe(200, path);
        }
        (await approver.SubmitAsync(await approver.GetAsync("/rule-sets"), "/rule-sets", new KeyValuePair<string, string>("Content", AScale(5)))).Status.ShouldBe(404);
        (await DecideAsync(bureau, one, RuleSetState.Approved)).ShouldBe(404);
    }

    [Fact]
    public async Task Whoever_is_under_inquiry_finds_his_case_neither_in_the_preview_nor_by_taking_over()
    {
        var about = await site.RegisteredCaseAsync(AnEvent with { ConcernedPersons = [new ConcernedPerson { PersonId = Officer, OrganisationId = "justice" }] }, by: "gov-li");
        var number = await site.ReadAsync(db => db.Cases.Where(file => file.Id == about).Select(file => file.Number).SingleAsync());
        using var officer = await site.SignedInAsync(Officer);
        using var approver = await site.SignedInAsync(Approver);

        var one = await LoadAsync(officer, AScale());

        (await officer.GetAsync(one)).Text.ShouldNotContain(number);
        (await approver.GetAsync(one)).Text.ShouldContain(number);
        (await DecideAsync(approver, one, RuleSetState.Approved)).ShouldBe(303);
        (await officer.SubmitAsync(await officer.GetAsync("/rule-sets"), $"{one}/take-over", new("_command", "0123456789abcdef"), new("Case", about), new("Reason", "理由"))).Status.ShouldBe(404);
    }

    [Fact]
    public async Task 第七条第一句_a_later_table_of_deadlines_is_approved_by_another_and_the_open_case_keeps_the_period_that_the_new_one_no_longer_has()
    {
        using var officer = await site.SignedInAsync(Officer);
        using var approver = await site.SignedInAsync(Approver);
        var open = await site.RegisteredCaseAsync();
        var one = await LoadAsync(officer, AFile("deadlines", content =>
            content["rules"]!.AsArray().Single(row => (string)row!["code"]! == "D04")!["period"]!["length"] = 3));

        var shown = await approver.GetAsync(one);
        shown.TextOf("#lines tbody").ShouldContain("D04");
        shown.TextOf("#cases tbody").ShouldContain("D04");
        (await DecideAsync(officer, one, RuleSetState.Approved)).ShouldBe(422, "nobody approves what he loaded");
        (await DecideAsync(approver, one, RuleSetState.Approved)).ShouldBe(303);

        (await LengthAsync(open)).ShouldBe(5, "what runs keeps its period");
        (await LengthAsync(await site.RegisteredCaseAsync())).ShouldBe(3, "a new case is bound to the new table");
    }

    [Fact]
    public async Task 第十三条_a_later_catalogue_of_measures_is_approved_by_another_and_the_frozen_case_reads_the_names_from_before()
    {
        using var officer = await site.SignedInAsync(Officer);
        using var approver = await site.SignedInAsync(Approver);
        var open = await site.RegisteredCaseAsync();
        var one = await LoadAsync(officer, AFile("measures", content =>
            content["measures"]!.AsArray().Single(row => (string)row!["code"]! == "CircularNotice")!["name"] = "通报批评"));
        (await approver.GetAsync(one)).TextOf("#lines tbody").ShouldContain("通报批评");
        (await DecideAsync(approver, one, RuleSetState.Approved)).ShouldBe(303);

        (await NameAsync(open)).ShouldBe("通报");
        (await NameAsync(await site.RegisteredCaseAsync())).ShouldBe("通报批评");
    }

    private Task<int> LengthAsync(string caseId) => site.ReadAsync(async db =>
        (await db.Deadlines.Where(deadline => deadline.CaseId == caseId && deadline.Code == "D04").ToListAsync()).Single().Basis!.Length);

    private Task<string> NameAsync(string caseId) => site.ReadAsync(async db =>
        (await db.Cases.SingleAsync(file => file.Id == caseId)).Rules.Measures.Find("CircularNotice", FirstSteps.Today)!.Name);

    private static string AFile(string kind, Action<JsonNode> change)
    {
        var file = JsonNode.Parse(RuleFile.Start(RuleKind.Of(kind), CaseRules.Shipped, Begins))!;
        (file["citation"], file["source"]) = ("某办法（虚构）", "测试");
        change(file["content"]!);
        return file.ToJsonString();
    }

    private static DateOnly Begins => FirstSteps.Today.AddDays(-30);

    private static RegisterLeadForm AnEvent => FirstSteps.ALead with
    {
        ActsTo = FirstSteps.Today.AddDays(-2), Grounds = [new ClaimedGround { Item = LaunchGround.PollutionEvent }], Event = new StatedEvent { Deaths = 2 },
    };

    // Two deaths, not three, would be level Ⅱ.
    private static string AScale(int fromPoisoned = 50)
    {
        var file = JsonNode.Parse(RuleFile.Start(RuleKind.Of("classification"), CaseRules.Shipped, Begins))!;
        (file["citation"], file["source"]) = ("生态环境部令第99号（虚构）", "测试");
        var criteria = file["content"]!["ruleSets"]![0]!["criteria"]!;
        (criteria[0]!["bands"]![1]!["min"], criteria[0]!["bands"]![2]!["below"]) = (2, 2);
        (criteria[1]!["bands"]![1]!["min"], criteria[1]!["bands"]![2]!["below"]) = (fromPoisoned + 10, fromPoisoned + 10);
        return file.ToJsonString(new System.Text.Json.JsonSerializerOptions { WriteIndented = true, Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping });
    }

    private Task<string?> LevelOfAsync(string caseId) => site.ReadAsync(db => db.Cases.Where(file => file.Id == caseId).Select(file => file.Level).SingleAsync());

    private static async Task<string> LoadAsync(Browser officer, string json)
    {
        var answer = await officer.SubmitAsync(await officer.GetAsync("/rule-sets"), "/rule-sets", new KeyValuePair<string, string>("Content", json));
        answer.Status.ShouldBe(303, answer.Text);
        return answer.Location!;
    }

    private static async Task<int> DecideAsync(Browser official, string one, RuleSetState to, string opinion = "")
    {
        var page = await official.GetAsync(one);
        var edition = page.FieldsOf($"{one}/decide").GetValueOrDefault("_version", "0");
        return (await official.SubmitAsync(page, $"{one}/decide", new("_command", Guid.NewGuid().ToString("n")), new("_version", edition), new("To", to.ToString()), new("Opinion", opinion))).Status;
    }
}
