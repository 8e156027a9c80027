using System.Text;
using Microsoft.EntityFrameworkCore;
using WorkflowAccountability.Web.Tests.Site;

namespace WorkflowAccountability.Web.Tests.Play;

[Collection(PlayCollection.Name)]
public sealed class PlayTests(DemoSite demo) : IClassFixture<DemoSite>
{
    private const string Procedure = "/play/accountability-procedure";

    private readonly RunningSite site = demo.Site;

    [Fact]
    public async Task The_example_is_played_from_its_lead_to_the_archive()
    {
        using var drafter = await site.SignedInAsync("it-lu");

        var page = await drafter.BeginAsync(Procedure, "example");

        page.Problems.ShouldBeEmpty();
        page.Text.ShouldContain("案件已办结归档");
    }

    [Fact]
    public async Task Step_by_step_every_form_can_be_filled_with_the_example()
    {
        using var drafter = await site.SignedInAsync("it-lu");
        var page = await drafter.BeginAsync(Procedure, "hand");

        for (var steps = 0; page.CountOf(".waiting li") > 0; steps++)
        {
            List<string> refused = [];
            steps.ShouldBeLessThan(60);
            // What waits for another branch is refused until that is done.
            foreach (var item in page.Links.Where(link => link.Contains("?item=", StringComparison.Ordinal)).Select(link => link.Split('#')[0]))
            {
                var filled = await drafter.GetAsync(item + "&fill=1");
                var answer = await drafter.SubmitAsync(filled, Procedure + "/submit");
                if (answer.Status == 303)
                    break;
                refused.Add($"{filled.TextOf("#form")}: {string.Join("; ", answer.Problems)} {string.Join("; ", answer.Errors)}");
            }
            refused.Count.ShouldBeLessThan(page.CountOf(".waiting li"), string.Join("\n", refused));
            page = await drafter.GetAsync(Procedure);
        }

        page.Text.ShouldContain("案件已办结归档");
    }

    [Fact]
    public async Task Nothing_of_a_trial_reaches_the_house()
    {
        using var drafter = await site.SignedInAsync("it-lu");
        await drafter.GetAsync("/definitions");
        var (before, files, folders) = (await site.EverythingAsync(), Directory.GetFiles(demo.Files, "*", SearchOption.AllDirectories).Length, PlayFolders());

        await drafter.BeginAsync(Procedure, "example");
        var page = await drafter.BeginAsync(Procedure, "hand");
        await drafter.SubmitAsync(await drafter.GetAsync(Procedure + "?fill=1"), Procedure + "/submit");
        await drafter.SubmitAsync(page, Procedure + "/clock", new KeyValuePair<string, string>("To", "days"), new KeyValuePair<string, string>("Days", "60"));
        page = await drafter.GetAsync(Procedure);
        await drafter.SubmitAsync(page, Procedure + "/undo");
        await drafter.SubmitAsync(await drafter.GetAsync(Procedure), Procedure + "/leave");

        page.CountOf(".told time").ShouldBeGreaterThan(1, "somebody must have been reminded in the sandbox, or this shows nothing");
        (await site.EverythingAsync()).ShouldBe(before);
        Directory.GetFiles(demo.Files, "*", SearchOption.AllDirectories).Length.ShouldBe(files);
        PlayFolders().Except(folders).ShouldBeEmpty();
    }

    [Theory]
    [InlineData("legal-jiang", 200)]
    [InlineData("gov-zhang", 200)]
    [InlineData("env-chen", 404)]
    public async Task Whoever_drafts_checks_or_publishes_may_try_and_nobody_else(string person, int status)
    {
        using var official = await site.SignedInAsync(person);
        var token = (await official.GetAsync("/")).FieldsOf("/sign-out");

        (await official.GetAsync(Procedure)).Status.ShouldBe(status);
        (await official.GetAsync("/play/no-such-workflow")).Status.ShouldBe(404);
        foreach (var act in new[] { "begin", "submit", "form", "clock", "script", "undo", "leave" })
            (await official.PostAsync($"{Procedure}/{act}", token)).Status.ShouldBe(status == 200 ? 303 : 404, act);
    }

    [Fact]
    public async Task What_the_rules_refuse_is_refused_in_their_words_and_what_was_typed_stays()
    {
        using var drafter = await site.SignedInAsync("it-lu");
        await drafter.BeginAsync(Procedure, "hand");
        var filled = await drafter.GetAsync(Procedure + "?fill=1");

        var wrong = await drafter.SubmitAsync(filled, Procedure + "/submit", new KeyValuePair<string, string>("WhatHappened", ""));
        var refused = await drafter.SubmitAsync(filled, Procedure + "/submit", new KeyValuePair<string, string>("Deployment.Serious", "false"));

        wrong.Status.ShouldBe(422);
        wrong.WrongFields.ShouldBe(["WhatHappened"]);
        refused.Status.ShouldBe(422, refused.Text);
        refused.Text.ShouldContain("第六条第（六）项");
        refused.FieldsOf(Procedure + "/submit")["Place"].ShouldBe("玛纳斯县生活垃圾填埋场");
        (await drafter.GetAsync(Procedure)).TextOf("#form").ShouldContain("登记");
    }

    [Fact]
    public async Task The_clock_stops_at_the_next_reminder_and_says_who_would_have_been_told()
    {
        using var drafter = await site.SignedInAsync("it-lu");
        await drafter.BeginAsync(Procedure, "hand");
        await drafter.SubmitAsync(await drafter.GetAsync(Procedure + "?fill=1"), Procedure + "/submit");
        var before = await drafter.GetAsync(Procedure);
        before.CountOf(".told time").ShouldBe(1);

        await drafter.SubmitAsync(before, Procedure + "/clock", new KeyValuePair<string, string>("To", "reminder"));
        var reminded = await drafter.GetAsync(Procedure);
        await drafter.SubmitAsync(reminded, Procedure + "/clock", new KeyValuePair<string, string>("To", "due"));
        await drafter.SubmitAsync(reminded, Procedure + "/clock", new KeyValuePair<string, string>("To", "days"), new KeyValuePair<string, string>("Days", "1"));
        var late = await drafter.GetAsync(Procedure);

        reminded.CountOf(".told time").ShouldBe(2);
        reminded.TextOf(".told li").ShouldContain("提醒");
        late.CountOf(".due-over").ShouldBe(1);
        late.CountOf(".told time").ShouldBeGreaterThan(2);
    }

    [Fact]
    public async Task Undoing_plays_the_sandbox_again_up_to_the_step_before()
    {
        using var drafter = await site.SignedInAsync("it-lu");
        await drafter.BeginAsync(Procedure, "hand");
        var first = (await drafter.GetAsync(Procedure)).TextOf(".waiting");
        await drafter.SubmitAsync(await drafter.GetAsync(Procedure + "?fill=1"), Procedure + "/submit");
        var second = (await drafter.GetAsync(Procedure)).TextOf(".waiting");
        await drafter.SubmitAsync(await drafter.GetAsync(Procedure + "?fill=1"), Procedure + "/submit");

        await drafter.SubmitAsync(await drafter.GetAsync(Procedure), Procedure + "/undo");
        var once = await drafter.GetAsync(Procedure);
        await drafter.SubmitAsync(once, Procedure + "/undo");
        var twice = await drafter.GetAsync(Procedure);

        (once.TextOf(".waiting"), twice.TextOf(".waiting")).ShouldBe((second, first));
        first.ShouldNotBe(second);
        twice.Actions.ShouldNotContain(Procedure + "/undo");
    }

    [Fact]
    public async Task What_was_uploaded_is_played_as_far_as_it_goes_or_refused_with_the_place_of_every_fault()
    {
        using var drafter = await site.SignedInAsync("it-lu");
        await drafter.BeginAsync(Procedure, "hand");
        var door = await drafter.LeftAsync(Procedure);

        var broken = await drafter.SubmitFilesAsync(door, Procedure + "/begin", By, Script("""{"title":"无开头","steps":[{"start":{"as":"env-sun"}}]}"""));
        var played = await drafter.SubmitFilesAsync(door, Procedure + "/begin", By, Script("""
            {
              "title": "呼图壁县异味举报", "begins": "2018-05-14T09:30:00+08:00",
              "steps": [
                { "start": { "as": "env-zhou", "title": "呼图壁县异味举报", "definition": "accountability-procedure" } },
                { "as": "audit-tian", "stage": "RegisterLead", "seat": "register", "form": { "Source": "Report" }, "expect": { "status": 404 } },
                { "as": "env-zhou", "stage": "RegisterLead", "seat": "register", "form": { "Source": "Report" }, "expect": { "wrongFields": ["WhatHappened"] } },
                { "clock": "+2d" },
                { "as": "gov-ma", "stage": "LaunchInvestigation", "form": { "Decision": "Launched" } }
              ]
            }
            """));
        var page = await drafter.GetAsync(Procedure);

        broken.Status.ShouldBe(422);
        broken.Problems.ShouldContain(problem => problem.Contains("$.begins", StringComparison.Ordinal));
        broken.Problems.ShouldContain(problem => problem.Contains("$.steps[0]", StringComparison.Ordinal));
        played.Status.ShouldBe(303);
        page.Problems.ShouldHaveSingleItem().ShouldContain("$.steps[4]");
        page.Problems[0].ShouldContain("登记线索");
        page.Text.ShouldContain("2018-05-16");
    }

    private static readonly KeyValuePair<string, string>[] By = [new("By", "own")];

    private static (string, string, byte[]) Script(string json) => ("Script", "case.json", Encoding.UTF8.GetBytes(json));

    // Of this process: only this collection opens any.
    private static string[] PlayFolders() => Directory.GetDirectories(Path.GetTempPath(), $"accountability-play-{Environment.ProcessId}-*");
}
