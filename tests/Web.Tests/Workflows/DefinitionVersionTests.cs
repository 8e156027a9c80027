using Microsoft.EntityFrameworkCore;
using WorkflowAccountability.Engine.Definitions;
using WorkflowAccountability.Web.Tests.Cases;
using WorkflowAccountability.Web.Tests.Site;

namespace WorkflowAccountability.Web.Tests.Workflows;

public sealed class DefinitionVersionTests : IDisposable
{
    private const string Procedure = "accountability-procedure.json";

    private readonly DirectoryInfo data = RunningSite.NewFolder();
    private readonly DirectoryInfo workflows = RunningSite.NewFolder();

    public DefinitionVersionTests()
    {
        foreach (var shipped in new DirectoryInfo(Path.Combine(AppContext.BaseDirectory, "workflows")).GetFiles())
            shipped.CopyTo(Path.Combine(workflows.FullName, shipped.Name));
    }

    [Fact]
    public async Task A_running_case_stays_on_its_version_and_a_new_case_starts_with_the_published_one()
    {
        string running;
        await using (var before = await StartAsync())
            running = await before.RegisteredCaseAsync();
        Edit(json => json.Replace("\"version\": 4,\n  \"toolVersion\"", "\"version\": 5,\n  \"toolVersion\"", StringComparison.Ordinal)
            .Replace("\"id\": \"accountability-procedure-4\"", "\"id\": \"accountability-procedure-5\"", StringComparison.Ordinal));

        await using var after = await StartAsync();
        using var government = await after.SignedInAsync("gov-zhang");
        var launched = await government.CompleteAsync(await after.ItemAsync(running, "LaunchInvestigation"), FirstSteps.ALaunch);
        var started = await government.OpenCaseAsync();

        launched.Status.ShouldBe(303);
        (await VersionOfAsync(after, running)).ShouldBe(4);
        (await VersionOfAsync(after, started)).ShouldBe(5);
    }

    [Fact]
    public async Task A_draft_takes_no_new_case()
    {
        await using (await StartAsync())
            Edit(json => json.Replace("\"version\": 4,\n  \"toolVersion\"", "\"version\": 5,\n  \"toolVersion\"", StringComparison.Ordinal)
                .Replace("\"id\": \"accountability-procedure-4\"", "\"id\": \"accountability-procedure-5\"", StringComparison.Ordinal)
                .Replace("\"isPublished\": true", "\"isPublished\": false", StringComparison.Ordinal));

        await using var after = await StartAsync();
        using var government = await after.SignedInAsync("gov-zhang");

        (await VersionOfAsync(after, await government.OpenCaseAsync())).ShouldBe(4);
    }

    [Fact]
    public async Task A_published_version_with_other_content_stops_the_start()
    {
        await using (await StartAsync())
            Edit(json => json.Replace("\"toolVersion\": \"3.8.0.0\"", "\"toolVersion\": \"3.8.1.0\"", StringComparison.Ordinal));

        var refusal = await Should.ThrowAsync<InvalidWorkflowDefinitionException>(StartAsync);

        refusal.Message.ShouldContain("a published version never changes");
    }

    [Fact]
    public async Task A_definition_with_an_unknown_role_deadline_and_activity_stops_the_start_with_every_fault()
    {
        Edit(json => json.Replace("\"PARTY_COMMITTEE\"", "\"PARTY_COMITEE\"", StringComparison.Ordinal)
            .Replace("\"D14\"", "\"D99\"", StringComparison.Ordinal).Replace("\"Accountability.CloseCase\"", "\"Accountability.CloseTheCase\"", StringComparison.Ordinal));

        var refusal = await Should.ThrowAsync<InvalidWorkflowDefinitionException>(StartAsync);

        foreach (var named in new[] { "PARTY_COMITEE", "D99", "Accountability.CloseTheCase" })
            refusal.Message.ShouldContain(named);
    }

    public void Dispose()
    {
        data.Delete(recursive: true);
        workflows.Delete(recursive: true);
    }

    private Task<RunningSite> StartAsync() => RunningSite.StartAsync(data, workflows: workflows.FullName);

    private void Edit(Func<string, string> change)
    {
        var path = Path.Combine(workflows.FullName, Procedure);
        var before = File.ReadAllText(path);
        var after = change(before);
        after.ShouldNotBe(before, "the edit must find what it changes");
        File.WriteAllText(path, after);
    }

    private static Task<int> VersionOfAsync(RunningSite site, string caseId) =>
        site.ReadAsync(db => db.Instances.Where(instance => instance.CaseId == caseId).Select(instance => instance.DefinitionVersion).SingleAsync());
}
