using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using WorkflowAccountability.Procedure.Deadlines;
using WorkflowAccountability.Web.Tests.Cases;
using WorkflowAccountability.Web.Tests.Channels;
using WorkflowAccountability.Web.Tests.Site;
using WorkflowAccountability.Web.Tests.Studio;

namespace WorkflowAccountability.Web.Tests.Workflows;

/// <summary>From which day on a version is used, who is told, and what no case begins on.</summary>
public sealed class EffectiveDateTests : IAsyncLifetime
{
    private const string Procedure = "accountability-procedure";

    private readonly DirectoryInfo data = RunningSite.NewFolder();
    private readonly MovedClock clock = new();
    private RunningSite site = null!;

    public async Task InitializeAsync() => site = await RunningSite.StartAsync(data, adjust: services => services.Replace(ServiceDescriptor.Singleton<TimeProvider>(clock)));

    public async Task DisposeAsync()
    {
        await site.DisposeAsync();
        data.Delete(recursive: true);
    }

    [Fact]
    public async Task A_version_takes_new_cases_from_its_day_on_and_until_then_the_one_before_does()
    {
        var day = Today.AddDays(3);
        var before = await LatestAsync();
        await PublishAsync(shown => Approval(shown)["deadline"]!["expression"]!["value"] = "D03", day);
        using var government = await site.SignedInAsync("gov-zhang");

        var early = await government.OpenCaseAsync("施行前");
        var list = await government.GetAsync("/definitions");
        clock.Advance(TimeSpan.FromDays(3));
        using var later = await site.SignedInAsync("gov-zhang");
        var onTheDay = await later.OpenCaseAsync("施行后");

        (await VersionOfAsync(early)).ShouldBe(before);
        list.Text.ShouldContain($"第{before}版");
        list.Text.ShouldContain($"第{before + 1}版自{day:yyyy-MM-dd}起施行");
        (await VersionOfAsync(onTheDay)).ShouldBe(before + 1);
        (await later.GetAsync($"/definitions/{Procedure}")).Text.ShouldContain("已被替换");
    }

    [Fact]
    public async Task A_version_that_waits_for_its_day_is_replaced_by_one_that_is_published_meanwhile()
    {
        var before = await LatestAsync();
        await PublishAsync(shown => shown["description"] = "甲", Today.AddDays(5));
        await PublishAsync(shown => shown["description"] = "乙", Today.AddDays(2));

        clock.Advance(TimeSpan.FromDays(2));
        using var government = await site.SignedInAsync("gov-zhang");
        (await VersionOfAsync(await government.OpenCaseAsync("甲"))).ShouldBe(before + 2);
        clock.Advance(TimeSpan.FromDays(4));
        using var later = await site.SignedInAsync("gov-zhang");
        (await VersionOfAsync(await later.OpenCaseAsync("乙"))).ShouldBe(before + 2);
    }

    [Fact]
    public async Task A_day_that_has_passed_is_refused_in_words()
    {
        var answer = await PublishAsync(shown => shown["description"] = "甲", Today.AddDays(-1), expected: 422);

        answer.Text.ShouldContain("已经过去");
    }

    [Fact]
    public async Task The_offices_whose_steps_differ_are_told_and_read_what_differs()
    {
        var before = await LatestAsync();
        await PublishAsync(shown => Approval(shown)["deadline"]!["expression"]!["value"] = "D03", Today);
        using var government = await site.SignedInAsync("gov-li");
        using var bureau = await site.SignedInAsync("env-chen");

        var told = await government.GetAsync("/notices");
        var page = $"/definitions/{Procedure}/difference?from={before}&to={before + 1}";

        told.Text.ShouldContain("流程变更");
        told.Links.ShouldContain(page);
        told.Text.ShouldContain("环节有改动：“批准调查组组成方案”的期限由");
        using var reader = await site.SignedInAsync("gov-li", "en");
        (await reader.GetAsync("/notices")).Text.ShouldContain("is in force from 2026-03-02. For your office: ");
        (await government.GetAsync(page)).Text.ShouldContain("“批准调查组组成方案”的期限由");
        (await bureau.GetAsync("/notices")).Links.ShouldNotContain(page);
        (await site.ReadAsync(db => db.Outbox.CountAsync(message => message.CaseId == null))).ShouldBe(1);
    }

    [Fact]
    public async Task No_case_begins_on_a_version_that_could_not_be_published_today()
    {
        await site.ReadAsync(async db =>
        {
            var row = await db.Definitions.SingleAsync(row => row.DefinitionId == Procedure);
            var json = JsonNode.Parse(row.Json)!;
            Approval(json.AsObject())["role"]!["expression"]!["value"] = "LEAD_ENV";
            row.Json = json.ToJsonString();
            return await db.SaveChangesAsync();
        });
        using var government = await site.SignedInAsync("gov-zhang");

        var refused = await government.SubmitAsync(await government.GetAsync("/cases/new"), "/cases", new KeyValuePair<string, string>("Title", "某河污染"));

        refused.Status.ShouldBe(422);
        refused.Text.ShouldContain("不符合办法或者不能运行");
        refused.Text.ShouldContain("批准调查组组成方案");
        (await site.ReadAsync(db => db.Cases.AnyAsync(file => file.Title == "某河污染"))).ShouldBeFalse();
    }

    [Fact]
    public async Task A_case_does_not_begin_with_a_workflow_that_is_none_of_a_case()
    {
        using var government = await site.SignedInAsync("gov-zhang");

        var answer = await government.SubmitAsync(await government.GetAsync("/cases/new"), "/cases", new("Title", "某河污染"), new("Definition", "supervision-order"));

        answer.Status.ShouldBe(404);
    }

    private DateOnly Today => BeijingTime.DayOf(clock.GetUtcNow());

    private static JsonObject Approval(JsonObject definition) =>
        definition["root"]!["activities"]!.AsArray().Single(activity => (string?)activity!["id"] == "ApproveTeam")!.AsObject();

    private Task<int> LatestAsync() => site.ReadAsync(db => db.Definitions.Where(row => row.DefinitionId == Procedure && row.IsLatest).Select(row => row.Version).SingleAsync());

    private Task<int> VersionOfAsync(string caseId) =>
        site.ReadAsync(db => db.Instances.Where(instance => instance.CaseId == caseId).Select(instance => instance.DefinitionVersion).SingleAsync());

    private async Task<Page> PublishAsync(Action<JsonObject> change, DateOnly from, int expected = 303)
    {
        using var drafter = await site.SignedInAsync("it-lu");
        using var legal = await site.SignedInAsync("legal-jiang");
        using var publisher = await site.SignedInAsync("gov-zhang");
        var shown = await drafter.ShownAsync(Procedure);
        change(shown);
        (await drafter.SaveAsync(shown, publish: true)).Status.ShouldBe(200);
        var path = $"/definitions/{Procedure}";
        (await legal.SubmitAsync(await legal.GetAsync(path), $"{path}/check", new KeyValuePair<string, string>("Answer", "in-order"))).Status.ShouldBe(303);
        var answer = await publisher.SubmitAsync(await publisher.GetAsync(path), $"{path}/publish", new KeyValuePair<string, string>("From", $"{from:yyyy-MM-dd}"));
        answer.Status.ShouldBe(expected, answer.Text);
        return answer;
    }
}
