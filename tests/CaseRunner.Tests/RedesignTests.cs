using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using WorkflowAccountability.Procedure;
using WorkflowAccountability.Procedure.Cases;
using WorkflowAccountability.Procedure.Deadlines;
using WorkflowAccountability.Procedure.Stages;
using WorkflowAccountability.Testing;

namespace WorkflowAccountability.CaseRunner.Tests;

/// <summary>A redesign as an administrator may want it, drafted, checked and published by three, and a whole case on it.</summary>
public sealed class RedesignTests
{
    private const string Procedure = "accountability-procedure";

    [Fact]
    public async Task With_a_countersign_of_the_legal_office_before_the_report_and_two_days_for_the_team_a_case_comes_to_its_end()
    {
        var script = WithCountersign(new ScriptReader(new StageCatalog()).Read(Path.Combine(AppContext.BaseDirectory, "cases", "referred.json")));
        await using var database = await FreshDatabase.MakeAsync(beside: null);
        var clock = new CaseClock(script.Begins);
        await using var site = await PlayedSite.StartAsync(database.Connection, clock);
        using var browser = new Browser(site.Address);

        await RedesignAsync(browser);
        var report = await new Player(script, clock, site.Time(clock), browser, site.Record).PlayAsync();

        report.Difference.ShouldBeNull();
        await using var db = await site.Services.GetRequiredService<IDbContextFactory<AccountabilityDb>>().CreateDbContextAsync();
        (await db.Cases.Select(file => file.Status).ToListAsync()).ShouldAllBe(status => status == CaseStatus.Closed);
        (await db.Instances.Where(instance => instance.DefinitionId == Procedure).Select(instance => instance.DefinitionVersion).Distinct().SingleAsync()).ShouldBe(5);
        (await BasisOfAsync(db, "Accountability.ApproveTeam")).ShouldAllBe(basis => basis.Length == 2 && basis.Unit == PeriodUnit.WorkingDay && basis.Reminders.SequenceEqual(new[] { 1, 0 }));
        (await BasisOfAsync(db, "Accountability.HumanTask")).ShouldHaveSingleItem().Period.ShouldBe(new Period(3, PeriodUnit.WorkingDay));
        (await db.Submissions.SingleAsync(row => row.StageType == "Accountability.HumanTask")).FormJson.ShouldContain("职权、程序合法。");
    }

    private static async Task RedesignAsync(Browser browser)
    {
        var (_, shown) = await browser.OrderAsync("it-lu", HttpMethod.Get, $"/elsa/api/workflow-definitions/by-definition-id/{Procedure}?versionOptions=Latest");
        var model = JsonNode.Parse(shown)!.AsObject();
        var chart = model.ChartOf();
        AnAddedStep.Called("Countersign", "法制会签", ("fields", "会签意见｜多行文本｜必填"), ("days", "3"), ("escalateTo", "GOVERNMENT"))
            .LeavingBy("同意", "退回修改").Into(chart, "ProposeHandling", "SignedOff", "退回修改");
        (chart.ActivityOf("ApproveTeam")["days"], chart.ActivityOf("ApproveTeam")["reminders"]) = (AnAddedStep.Literal("2"), AnAddedStep.Literal("1、0"));

        var (status, answer) = await browser.OrderAsync("it-lu", HttpMethod.Post, "/elsa/api/workflow-definitions", new JsonObject { ["model"] = model.DeepClone(), ["publish"] = true }.ToJsonString());
        status.ShouldBe(200, answer);
        await PressAsync(browser, "legal-jiang", "check", ("Answer", "in-order"));
        await PressAsync(browser, "gov-zhang", "publish");
    }

    private static async Task PressAsync(Browser browser, string person, string act, params (string Name, string Value)[] typed)
    {
        var fields = (await browser.GetAsync(person, $"/definitions/{Procedure}")).Form($"/definitions/{Procedure}/{act}");
        foreach (var (name, value) in typed)
            fields[name] = value;
        var answer = await browser.PostAsync(person, $"/definitions/{Procedure}/{act}", fields);
        answer.Status.ShouldBe(303, answer.Problems);
    }

    // Once the proposals are signed off, the legal office is asked before the report is written.
    private static Script WithCountersign(Script script)
    {
        var at = script.Steps.ToList().FindIndex(step => step is Act { Stage.About.Type: "Accountability.CompileReport" });
        var before = (Act)script.Steps[at];
        var countersign = new Act("$.added", before.Case, "legal-jiang", new StageCatalog()["Accountability.HumanTask"], Seat: null, About: null,
            [new Field("会签意见", "职权、程序合法。"), new Field("Outcome", "同意")], new JsonObject { ["outcome"] = "同意" });
        return script with { Steps = [.. script.Steps.Take(at), countersign, .. script.Steps.Skip(at)] };
    }

    private static Task<List<DeadlineBasis>> BasisOfAsync(AccountabilityDb db, string type) => db.Deadlines
        .Join(db.WorkItems.Where(item => item.StageType == type), deadline => deadline.Id, item => item.Id, (deadline, _) => deadline.Basis!).ToListAsync();
}
