using System.Security.Cryptography;
using System.Text;
using Microsoft.Playwright;
using WorkflowAccountability.Browser.Tests.Sites;

namespace WorkflowAccountability.Browser.Tests.Studio;

/// <summary>The real Elsa Studio in front of the real site: what an administrator does with it, from the list to a published version.</summary>
public sealed class DesignerTests
{
    private const string Order = "supervision-order";
    private const string Note = "closing-note";

    private const string BeginsAndEnds = """
        () => fetch("/elsa/api/workflow-definitions", { method: "POST", headers: { "content-type": "application/json" }, body: JSON.stringify({ model: {
          definitionId: "closing-note", name: "归档提示", root: { id: "Flow", type: "Elsa.Flowchart", version: 1, name: "Flow", connections: [], activities: [
            { id: "Begin", type: "Elsa.Start", version: 1, name: "开始", metadata: { displayText: "开始", designer: { position: { x: 0, y: 200 }, size: { width: 160, height: 54 } } } },
            { id: "Over", type: "Elsa.End", version: 1, name: "结束", metadata: { displayText: "结束", designer: { position: { x: 1200, y: 200 }, size: { width: 160, height: 54 } } } }] } } }) })
        """;

    // Buttons that are read to nobody, by their icons.
    private const string NamelessButtons = """
        body => [...body.querySelectorAll("button, [role=button]")].filter(button => button.checkVisibility()
            && !(button.getAttribute("aria-label") || button.title || button.textContent.trim() || button.getAttribute("aria-labelledby")))
          .map(button => [...button.querySelectorAll("svg path")].at(-1)?.getAttribute("d") ?? button.outerHTML.slice(0, 200))
        """;

    [BrowserFact]
    public async Task In_English_too_every_button_has_a_name()
    {
        var prefecture = await Prefecture.Shared;
        await using var drafter = await prefecture.Site.SignedInAsync("it-lu", new Window("en"));

        var editor = await StudioWindow.OpenAsync(drafter, $"workflows/definitions/{Order}/edit", "elsa-activity-wrapper");

        (await editor.Frame.Locator("body").First.EvaluateAsync<string[]>(NamelessButtons)).ShouldBeEmpty();
        await Assertions.Expect(editor.Frame.GetByRole(AriaRole.Button, new() { Name = "Zoom to fit" })).ToBeVisibleAsync();
    }

    [BrowserFact]
    public async Task An_administrator_adds_a_step_connects_it_and_sets_it_and_the_draft_is_kept()
    {
        await using var site = await LiveSite.StartAsync(new DateTimeOffset(2020, 8, 17, 9, 0, 0, TimeSpan.FromHours(8)), example: false);
        await using var drafter = await site.SignedInAsync("it-lu");
        await drafter.Page.EvaluateAsync(BeginsAndEnds);
        var studio = await StudioWindow.OpenAsync(drafter, $"workflows/definitions/{Note}/edit", "elsa-activity-wrapper");
        await studio.NodesAsync(2);

        await studio.Drawing.OpenedAsync();
        var added = await studio.Drawing.AddAsync("输出", "输出一行文字", below: "Begin");
        await studio.Drawing.ConnectAsync("Begin", "Done", added);
        await studio.Drawing.SelectAsync(added);
        await studio.Drawing.SetAsync("文字", "督办单已归档");
        await studio.SaveAsync();
        // The way on from what was added is missing yet: the end is reached by nobody, which is said and marked where it is.
        await Assertions.Expect(drafter.Page.Locator("#studio-warned")).ToBeVisibleAsync();
        await Assertions.Expect(studio.Frame.Locator(".x6-node[data-cell-id='Over'] elsa-activity-wrapper")).ToHaveCSSAsync("outline-style", "dashed");
        await Assertions.Expect(studio.Frame.Locator(".x6-node[data-cell-id='Begin'] elsa-activity-wrapper")).ToHaveCSSAsync("outline-style", "none");
        await studio.Frame.Locator(".mud-tab", new() { HasText = "历次版本" }).DispatchEventAsync("click");
        await Assertions.Expect(studio.Frame.Locator("tr", new() { HasText = "2020" })).ToHaveCountAsync(1);

        var draft = await Prefecture.ReadAsync(site, async db =>
            (await Microsoft.EntityFrameworkCore.EntityFrameworkQueryableExtensions.ToListAsync(db.Definitions)).Single(row => row.DefinitionId == Note));
        draft.IsPublished.ShouldBeFalse();
        draft.Json.ShouldContain("督办单已归档");
        draft.Json.ShouldContain("Begin");
        studio.Complaints.ShouldBeEmpty();
    }

    [BrowserFact]
    public async Task Studios_run_button_opens_the_trial_of_what_is_drawn()
    {
        var prefecture = await Prefecture.Shared;
        await using var drafter = await prefecture.Site.SignedInAsync("it-lu");
        var studio = await StudioWindow.OpenAsync(drafter, $"workflows/definitions/{Order}/edit", "elsa-activity-wrapper");

        await studio.Frame.GetByRole(AriaRole.Button, new() { Name = "试运行", Exact = true }).First.ClickAsync();
        await drafter.Page.WaitForURLAsync($"**/play/{Order}*");

        (await drafter.TextAsync()).ShouldContain("不产生案号");
        drafter.Complaints.ShouldBeEmpty();
    }

    [BrowserFact]
    public async Task What_the_packages_own_scripts_are_allowed_is_what_they_are()
    {
        var prefecture = await Prefecture.Shared;
        await using var drafter = await prefecture.Site.SignedInAsync("it-lu");
        var allowed = new List<string>();
        drafter.Page.Response += (_, answer) =>
        {
            if (answer.Url.EndsWith("/studio/frame", StringComparison.Ordinal))
                allowed.Add(answer.Headers["content-security-policy"]);
        };

        var hashes = new List<string>();
        foreach (var (path, shown) in new[] { ($"workflows/definitions/{Order}/edit", "elsa-activity-wrapper"), ("workflows/instances", "elsa-workflow-instance-list .mud-table") })
        {
            var studio = await StudioWindow.OpenAsync(drafter, path, shown);
            var inline = await studio.Frame.Locator("script:not([src])").EvaluateAllAsync<string[]>("scripts => scripts.map(script => script.textContent)");
            hashes.AddRange(inline.Select(script => $"'sha256-{Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(script)))}'"));
        }

        hashes.Distinct().Count().ShouldBe(2);
        foreach (var hash in hashes)
            allowed.ShouldAllBe(policy => policy.Contains(hash, StringComparison.Ordinal));
        drafter.Complaints.ShouldBeEmpty();
    }

    [BrowserFact]
    public async Task No_English_is_left_where_an_administrator_works_and_no_button_is_without_a_name()
    {
        var prefecture = await Prefecture.Shared;
        await using var drafter = await prefecture.Site.SignedInAsync("it-lu");
        await using var official = await prefecture.Site.SignedInAsync("gov-zhang");
        var (left, nameless) = (new List<string>(), new List<string>());

        var list = await StudioWindow.OpenAsync(drafter, "workflows/definitions", ".mud-table-body tr td");
        await LookAsync(list, "list");
        var editor = await StudioWindow.OpenAsync(drafter, $"workflows/definitions/{Order}/edit", "elsa-activity-wrapper");
        await LookAsync(editor, "editor");
        foreach (var tab in new[] { "输出", "一般", "流程变量", "输入输出", "历次版本" })
        {
            await editor.Frame.Locator(".mud-tab", new() { HasText = tab }).Last.DispatchEventAsync("click");
            await LookAsync(editor, $"editor, {tab}");
        }
        var instances = await StudioWindow.OpenAsync(official, "workflows/instances", ".mud-table-body tr td");
        await LookAsync(instances, "instances");
        await instances.Frame.Locator(".mud-table-body tr td").Nth(2).ClickAsync();
        await instances.Frame.Locator("elsa-activity-wrapper").First.WaitForAsync();
        await LookAsync(instances, "viewer");

        left.Distinct().ShouldBeEmpty();
        nameless.Distinct().ShouldBeEmpty("name its icon in studio/words.js");

        async Task LookAsync(StudioWindow studio, string place)
        {
            left.AddRange(await studio.EnglishAsync(place));
            nameless.AddRange((await studio.Frame.Locator("body").First.EvaluateAsync<string[]>(NamelessButtons)).Select(icon => $"{place}: {icon}"));
        }
    }
}
