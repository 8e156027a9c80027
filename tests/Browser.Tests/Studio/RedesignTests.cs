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
    // Its drawing has some sixty steps: it is handed over by the designer's own call, from its page.
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
}
