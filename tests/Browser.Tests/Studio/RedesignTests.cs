using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using Microsoft.Playwright;
using WorkflowAccountability.Browser.Tests.Cases;
using WorkflowAccountability.Browser.Tests.Sites;
using WorkflowAccountability.CaseRunner;
using WorkflowAccountability.Procedure.Cases;
using WorkflowAccountability.Procedure.Deadlines;
using WorkflowAccountability.Procedure.Stages;

namespace WorkflowAccountability.Browser.Tests.Studio;

/// <summary>From the draft to the archive: an administrator adds a step without code, two others let it through, and whoever it is given to finds it waiting.</summary>
public sealed class RedesignTests
{
    [DrawnByHandFact]
    public async Task A_countersign_before_the_report_and_two_days_for_the_team_are_drawn_by_hand_published_by_another_and_a_case_comes_to_its_end_in_the_inbox()
    {
        var script = WithCountersign(Scripts.Read("zhundong-air"));
        await using var site = await LiveSite.StartAsync(script.Begins, example: false);
        await using (var drafter = await site.SignedInAsync("it-lu", new Window(Width: 1920, Height: 1080)))
        {
            var studio = await StudioWindow.OpenAsync(drafter, $"workflows/definitions/{Redesign.Procedure}/edit", "elsa-activity-wrapper");
            await DrawAsync(studio.Drawing);
            (await studio.PublishAsync()).ShouldContain("送法制机构复核");
            studio.Complaints.ShouldBeEmpty();
        }
        await using var matter = new CaseInBrowser(site);
        await PressAsync(await matter.OfficialAsync("legal-jiang"), Redesign.Procedure, "in-order");
        await PressAsync(await matter.OfficialAsync("gov-zhang"), Redesign.Procedure, act: null);
        var published = await Prefecture.ReadAsync(site, db => db.Definitions.SingleAsync(row => row.DefinitionId == Redesign.Procedure && row.IsPublished));
        (published.CheckedBy, published.PublishedBy).ShouldBe(("legal-jiang", "gov-zhang"));

        await matter.PlayAsync(script);

        (await site.Record.FileAsync(matter.CaseId)).Status.ShouldBe(CaseStatus.Closed);
        matter.Acted.ShouldContain(("legal-jiang", "Accountability.HumanTask"));
        (await Prefecture.ReadAsync(site, db => db.Deadlines.Where(deadline => db.WorkItems.Any(item => item.Id == deadline.Id && item.StageType == "Accountability.ApproveTeam"))
            .Select(deadline => deadline.Basis!).ToListAsync())).ShouldAllBe(basis => basis.Length == 2 && basis.Unit == PeriodUnit.WorkingDay);
        matter.Complaints.ShouldBeEmpty();
    }

    // The same redesign, handed over by the designer's own call, from its page.
    [BrowserFact]
    public async Task With_a_countersign_before_the_report_and_two_days_for_the_team_a_case_comes_to_its_end_in_the_inbox()
    {
        var script = WithCountersign(Scripts.Read("zhundong-air"));
        await using var site = await LiveSite.StartAsync(script.Begins, example: false);
        await using var matter = new CaseInBrowser(site);
        var drafter = await matter.OfficialAsync("it-lu");
        var model = JsonNode.Parse(await drafter.Page.EvaluateAsync<string>(
            "async id => (await fetch(`/elsa/api/workflow-definitions/by-definition-id/${id}?versionOptions=Latest`)).text()", Redesign.Procedure))!.AsObject();
        Redesign.WithCountersign(model);
        (await drafter.Page.EvaluateAsync<int>("""
            async body => (await fetch("/elsa/api/workflow-definitions", { method: "POST", headers: { "content-type": "application/json" }, body })).status
            """, new JsonObject { ["model"] = model, ["publish"] = true }.ToJsonString())).ShouldBe(200);
        await PressAsync(await matter.OfficialAsync("legal-jiang"), Redesign.Procedure, "in-order");
        await PressAsync(await matter.OfficialAsync("gov-zhang"), Redesign.Procedure, act: null);

        await matter.PlayAsync(script);

        (await site.Record.FileAsync(matter.CaseId)).Status.ShouldBe(CaseStatus.Closed);
        matter.Acted.ShouldContain(("legal-jiang", "Accountability.HumanTask"));
        (await Prefecture.ReadAsync(site, db => db.Deadlines.Where(deadline => db.WorkItems.Any(item => item.Id == deadline.Id && item.StageType == "Accountability.ApproveTeam"))
            .Select(deadline => deadline.Basis!).ToListAsync())).ShouldAllBe(basis => basis.Length == 2 && basis.Unit == PeriodUnit.WorkingDay);
        matter.Complaints.ShouldBeEmpty();
    }

    // The legal office between the proposals and the report, sending back what is not in order; two working days for whoever approves the team.
    private static async Task DrawAsync(Drawing drawing)
    {
        await drawing.OpenedAsync();
        await drawing.ShowAsync("CompileReport");
        var countersign = await drawing.AddAsync("内部环节", "补充环节", below: "CompileReport");
        await drawing.SetAsync("名称", "法制会签");
        await drawing.SetAsync("设此环节的理由", "州领导要求。");
        await drawing.ChooseAsync("办理机关", "法制机构");
        await drawing.SetAsync("期限天数", "3");
        await drawing.ChooseAsync("逾期告知", "州人民政府");
        await drawing.SetAsync("表单栏目", "会签意见｜多行文本｜必填");
        await drawing.AddToAsync("出口", "同意", "退回修改");
        await drawing.DisconnectAsync("ProposeHandling", "CompileReport");
        await drawing.ConnectAsync("ProposeHandling", "SignedOff", countersign);
        await drawing.ConnectAsync(countersign, "同意", "CompileReport");
        await drawing.ConnectAsync(countersign, "退回修改", "ProposeHandling");
        await drawing.ShowAsync("ApproveTeam");
        await drawing.SelectAsync("ApproveTeam");
        await drawing.SetAsync("期限天数", "2");
        await drawing.SetAsync("到期前提醒", "1、0");
    }

    // Once the proposals are signed off, the legal office is asked before the report is written.
    private static Script WithCountersign(Script script)
    {
        var at = script.Steps.ToList().FindIndex(step => step is Act { Stage.About.Type: "Accountability.CompileReport" });
        var countersign = new Act("$.added", ((Act)script.Steps[at]).Case, "legal-jiang", new StageCatalog()["Accountability.HumanTask"], Seat: null, About: null,
            [new Field("会签意见", "职权、程序合法。"), new Field("Outcome", "同意")], new JsonObject { ["outcome"] = "同意" });
        return script with { Steps = [.. script.Steps.Take(at), countersign, .. script.Steps.Skip(at)] };
    }

    private static async Task PressAsync(Official official, string definition, string? act)
    {
        await official.GoAsync($"/definitions/{definition}");
        await official.Page.RunAndWaitForResponseAsync(
            () => official.Page.ClickAsync(act is null ? $"form[action$='/publish'] button" : $"button[value='{act}']"), answer => answer.Request.Method == "POST" && answer.Status == 303);
        await official.Page.WaitForLoadStateAsync(LoadState.DOMContentLoaded);
    }

    /// <summary>Several minutes of drawing in a real window: run when it is asked for.</summary>
    [AttributeUsage(AttributeTargets.Method)]
    private sealed class DrawnByHandFactAttribute : FactAttribute
    {
        public DrawnByHandFactAttribute() => (Skip, Timeout) = (Chromium.Path is null ? BrowserFactAttribute.Missing
            : Environment.GetEnvironmentVariable("ACCOUNTABILITY_STUDIO_BY_HAND") == "1" ? null : "It draws for minutes in a real window: ACCOUNTABILITY_STUDIO_BY_HAND=1 runs it.", 840_000);
    }
}
