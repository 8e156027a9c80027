using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using WorkflowAccountability.Engine.Definitions;
using WorkflowAccountability.Engine.Instances;
using WorkflowAccountability.Procedure.Cases;
using WorkflowAccountability.Web.Tests.Cases;
using WorkflowAccountability.Web.Tests.Site;

namespace WorkflowAccountability.Web.Tests.Incidents;

/// <summary>A step of a workflow fails: an administrator sees where, retries it or ends what runs beside, and is shown nothing of the case.</summary>
public sealed class IncidentTests : IDisposable
{
    private const string Administrator = "it-lu", Sound = "false", Broken = "noSuchName.value";

    private readonly DirectoryInfo data = RunningSite.NewFolder();
    private readonly DirectoryInfo workflows = RunningSite.NewFolder();

    public IncidentTests()
    {
        foreach (var shipped in new DirectoryInfo(Path.Combine(AppContext.BaseDirectory, "workflows")).GetFiles())
            shipped.CopyTo(Path.Combine(workflows.FullName, shipped.Name));
    }

    [Fact]
    public async Task A_step_that_failed_is_retried_after_its_cause_was_mended_and_the_administrator_reads_a_number_and_nothing_of_the_case()
    {
        Edit("accountability-procedure.json", json => WithALine(json, "ProposeTeam"));
        string caseId, number;
        await using (var site = await StartAsync())
        {
            caseId = await site.LaunchedCaseAsync();
            number = await site.ReadAsync(db => db.Cases.Where(file => file.Id == caseId).Select(file => file.Number).SingleAsync());
            (await site.ReadAsync(db => db.WorkItems.AnyAsync(item => item.StageType == "Accountability.ProposeTeam"))).ShouldBeFalse();
            (await site.ItemAsync(caseId, "DecideSupervision")).ShouldNotBeEmpty("the other branch goes on");
            using var administrator = await site.SignedInAsync(Administrator);
            var page = await administrator.GetAsync("/alarms");
            page.Text.ShouldContain(number);
            page.Text.ShouldContain("Notes");
            page.Text.ShouldNotContain(FirstSteps.ALead.Title);
            (await administrator.GetAsync("/")).Status.ShouldBe(200);
            (await administrator.GetAsync("/?box=unread")).Links.ShouldContain("/alarms", "the notice leads to where something can be done");

            (await DoAsync(administrator, page, "retry")).Status.ShouldBe(303);

            (await site.ReadAsync(db => db.Incidents.CountAsync(incident => incident.ResolvedAt == null))).ShouldBe(1, "it failed again");
            var ended = await DoAsync(administrator, await administrator.GetAsync("/alarms"), "cancel", "没有办法。");
            ended.Status.ShouldBe(422);
            ended.Problems.Single().ShouldContain("不能由管理员终止");
            foreach (var other in new[] { "gov-zhang", "env-chen" })
            {
                using var official = await site.SignedInAsync(other);
                (await official.GetAsync("/alarms")).Status.ShouldBe(404);
                (await DoAsync(official, page, "retry", token: await official.GetAsync("/"))).Status.ShouldBe(404, other);
            }
            await MendAsync(site);
        }
        Edit("accountability-procedure.json", json => json.Replace(Broken, Sound, StringComparison.Ordinal));

        await using var mended = await StartAsync();
        using var operating = await mended.SignedInAsync(Administrator);
        (await DoAsync(operating, await operating.GetAsync("/alarms"), "retry")).Status.ShouldBe(303);

        (await mended.ItemAsync(caseId, "ProposeTeam")).ShouldNotBeEmpty();
        (await operating.GetAsync("/alarms")).Text.ShouldNotContain(number);
        (await mended.ReadAsync(db => db.Audit.CountAsync(entry => entry.CaseId == caseId && entry.Act == "RetryIncident"))).ShouldBe(2);
        using var government = await mended.SignedInAsync("gov-zhang");
        (await government.GetAsync($"/cases/{caseId}")).Text.ShouldContain("重试出错的流程步骤");
    }

    [Fact]
    public async Task A_workflow_beside_the_procedure_may_be_ended_with_a_reason_and_the_case_goes_on()
    {
        Edit("superior-investigation.json", json => WithALine(json, "CooperateWithSuperior"));
        await using var site = await StartAsync();
        var caseId = await site.LaunchedCaseAsync();
        using var government = await site.SignedInAsync("gov-zhang");
        (await government.SubmitAsync(await government.GetAsync($"/cases/{caseId}"), $"/cases/{caseId}/superior-investigation")).Status.ShouldBe(303);
        using var administrator = await site.SignedInAsync(Administrator);
        var page = await administrator.GetAsync("/alarms");

        (await DoAsync(administrator, page, "cancel", "")).Status.ShouldBe(422, "a reason is wanted");
        (await DoAsync(administrator, await administrator.GetAsync("/alarms"), "cancel", "重复启动。")).Status.ShouldBe(303);

        var (status, running) = await site.ReadAsync(async db => (
            (await db.Instances.SingleAsync(row => row.CaseId == caseId && row.DefinitionId == "superior-investigation")).SubStatus,
            await db.Cases.SingleAsync(row => row.Id == caseId)));
        status.ShouldBe(WorkflowSubStatus.Cancelled);
        (running.Status, running.RunningWorkflows).ShouldBe((CaseStatus.Open, 1));
        (await administrator.GetAsync("/alarms")).Actions.ShouldNotContain(action => action.StartsWith("/incidents/", StringComparison.Ordinal));
        (await site.ItemAsync(caseId, "ProposeTeam")).ShouldNotBeEmpty();
    }

    public void Dispose()
    {
        data.Delete(recursive: true);
        workflows.Delete(recursive: true);
    }

    private Task<RunningSite> StartAsync() => RunningSite.StartAsync(data, workflows: workflows.FullName);

    private static Task<Page> DoAsync(Browser official, Page page, string act, string words = "", Page? token = null) => official.PostAsync(
        $"{page.Actions.First(action => action.StartsWith("/incidents/", StringComparison.Ordinal))[..^"retry".Length]}{act}",
        [.. (token ?? page).FieldsOf("/none"), new("_command", Guid.NewGuid().ToString("n")), new("Words", words)]);

    // What no page can do: the published version is replaced in the database and in its file alike.
    private static Task<int> MendAsync(RunningSite site) => site.ReadAsync(async db =>
    {
        var row = await db.Definitions.AsTracking().SingleAsync(row => row.DefinitionId == "accountability-procedure");
        row.Json = row.Json.Replace(Broken, Sound, StringComparison.Ordinal);
        row.Hash = WorkflowDefinitionVersion.HashOf(row.Json);
        return await db.SaveChangesAsync();
    });

    private void Edit(string name, Func<string, string> change)
    {
        var path = Path.Combine(workflows.FullName, name);
        var before = File.ReadAllText(path);
        var after = change(before);
        after.ShouldNotBe(before, "the edit must find what it changes");
        File.WriteAllText(path, after);
    }

    // A step that only writes a line is lawful before any other, and fails like any other when its script does.
    private static string WithALine(string json, string before)
    {
        var definition = JsonNode.Parse(json)!;
        var chart = Charts(definition["root"]!).First(chart => chart["activities"]!.AsArray().Any(activity => activity!["id"]!.ToString() == before));
        var connections = chart["connections"]!.AsArray();
        connections.First(connection => connection!["target"]!["activity"]!.ToString() == before)!["target"]!["activity"] = "Notes";
        connections.Add(JsonNode.Parse($$"""{"source": {"activity": "Notes", "port": "Done"}, "target": {"activity": "{{before}}", "port": "In"}, "vertices": []}"""));
        var script = new JsonObject { ["type"] = "JavaScript", ["value"] = Broken };
        chart["activities"]!.AsArray().Add(new JsonObject
        {
            ["id"] = "Notes", ["nodeId"] = $"{chart["nodeId"]}:Notes", ["name"] = "Notes", ["type"] = "Elsa.WriteLine", ["version"] = 1,
            ["text"] = new JsonObject { ["typeName"] = "String", ["expression"] = script },
        });
        return definition.ToJsonString();
    }

    private static IEnumerable<JsonNode> Charts(JsonNode activity) =>
        (activity["activities"] as JsonArray ?? []).SelectMany(inner => Charts(inner!)).Append(activity).Where(chart => chart["connections"] is JsonArray);
}
