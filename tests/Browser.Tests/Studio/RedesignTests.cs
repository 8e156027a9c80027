using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using Microsoft.Playwright;
using WorkflowAccountability.Browser.Tests.Cases;
using WorkflowAccountability.Browser.Tests.Sites;
using WorkflowAccountability.CaseRunner;
using WorkflowAccountability.Procedure.Cases;
using WorkflowAccountability.Procedure.Deadlines;
using WorkflowAccountability.Procedure.Stages;
using WorkflowAccountability.Procedure.WorkItems;

namespace WorkflowAccountability.Browser.Tests.Studio;

/// <summary>From the drawing to the inbox: an administrator adds a step without code, two others let it through, and a fourth finds it waiting.</summary>
public sealed class RedesignTests
{
    private const string Added = "补充环节1";

    // What is shipped, with its first line taken away and room between its steps.
    private const string MakeRoom = """
        async () => {
          const api = "/elsa/api/workflow-definitions";
          const model = await (await fetch(`${api}/by-definition-id/superior-investigation?versionOptions=Latest`)).json();
          model.root.connections = model.root.connections.filter(line => line.source.activity !== "Start");
          model.root.activities.forEach((step, at) => step.metadata.designer.position = { x: at * 500, y: 100 });
          return (await fetch(api, { method: "POST", headers: { "content-type": "application/json" }, body: JSON.stringify({ model }) })).status;
        }
        """;

    [BrowserFact]
    public async Task A_step_is_added_between_two_others_checked_by_one_published_by_another_and_done_by_whom_it_was_given_to()
    {
        await using var site = await LiveSite.StartAsync(new DateTimeOffset(2020, 8, 17, 9, 0, 0, TimeSpan.FromHours(8)), example: false);
        await using var drafter = await site.SignedInAsync("it-lu");
        await using var legal = await site.SignedInAsync("legal-jiang");
        await using var publisher = await site.SignedInAsync("gov-zhang");

        (await drafter.Page.EvaluateAsync<int>(MakeRoom)).ShouldBe(200);
        var studio = await StudioWindow.OpenAsync(drafter, $"workflows/definitions/{Redesign.Track}/edit", "elsa-activity-wrapper");
        await studio.NodesAsync(3);
        await studio.AddInTheOpenAsync("内部环节", "补充环节");
        await studio.NodesAsync(4);
        await studio.ConnectAsync("开始", Added);
        await studio.ConnectAsync(Added, "配合上级调查");
        await studio.SetAsync(Added, "名称", "法制会签");
        await studio.SetAsync(Added, "设此环节的理由", "州领导要求。");
        await studio.ChooseAsync(Added, "办理机关", "法制机构");
        await studio.SetAsync(Added, "期限天数", "2");
        await studio.ChooseAsync(Added, "逾期告知", "州人民政府");
        await studio.SetAsync(Added, "表单栏目", "会签意见｜多行文本｜必填\n文号｜文本");
        await studio.SaveAsync();
        (await studio.PublishAsync()).ShouldContain("送法制机构复核");
        drafter.Complaints.ShouldBeEmpty();

        await PressAsync(legal, Redesign.Track, "in-order");
        await PressAsync(publisher, Redesign.Track, act: null);
        var published = await Prefecture.ReadAsync(site, db => db.Definitions.SingleAsync(row => row.DefinitionId == Redesign.Track && row.IsPublished));
        (published.CheckedBy, published.PublishedBy).ShouldBe(("legal-jiang", "gov-zhang"));

        await publisher.GoAsync("/cases/new");
        await publisher.Page.FillAsync("#Title", "某河污染");
        await publisher.Page.SelectOptionAsync("#Definition", Redesign.Track);
        await publisher.Page.ClickAsync("main form button.primary");
        await publisher.Page.WaitForURLAsync("**/cases/*");
        var item = await Prefecture.ReadAsync(site, db => db.WorkItems.SingleAsync(row => row.Status == WorkItemStatus.Open));

        await legal.OpenItemAsync(item.Id);
        await legal.FillAsync([("会签意见", "职权、程序合法。"), ("文号", "昌州法函〔2020〕1号")]);
        (await legal.SubmitAsync()).ShouldBe(303);
        await publisher.GoAsync("/");
        (await publisher.TextAsync()).ShouldContain("配合上级调查");
        await publisher.GoAsync($"/work-items/{item.Id}/print");
        (await publisher.TextAsync()).ShouldContain("昌州法函〔2020〕1号");
        legal.Complaints.ShouldBeEmpty();
    }

    // Its drawing has some sixty steps: what is drawn by hand above is handed over here by the designer's own call, from its page.
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
