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
        Edit("accountability-procedure.json", json => json.Replace(Condition(json, "InvestigationReturned"), JavaScript(Broken), StringComparison.Ordinal));
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
            page.Text.ShouldContain("InvestigationReturned");
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
        Edit("superior-investigation.json", json => json.Replace("\"activity\": \"CooperateWithSuperior\",\n          \"port\": \"In\"",
                "\"activity\": \"Asks\",\n          \"port\": \"In\"", StringComparison.Ordinal)
            .Replace("\"activities\": [", $$"""
                "activities": [
                { "id": "Asks", "nodeId": "Workflow1:SuperiorInvestigation:Asks", "name": "Asks", "type": "Elsa.FlowDecision", "version": 1, "condition": {{JavaScript(Broken)}} },
                """, StringComparison.Ordinal));
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

    private static string JavaScript(string code) => $$"""{ "typeName": "Boolean", "expression": { "type": "JavaScript", "value": "{{code}}" } }""";

    // The condition of an activity, as it is written in the file.
    private static string Condition(string json, string activity)
    {
        var id = json.IndexOf($"\"id\": \"{activity}\"", StringComparison.Ordinal);
        var begin = json.LastIndexOf("\"condition\":", id, StringComparison.Ordinal) + "\"condition\":".Length;
        var (depth, at) = (0, json.IndexOf('{', begin));
        var start = at;
        do
            depth += json[at] switch { '{' => 1, '}' => -1, _ => 0 };
        while (++at < json.Length && depth > 0);
        return json[start..at];
    }
}
