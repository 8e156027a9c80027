using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using WorkflowAccountability.Web.Tests.Site;

namespace WorkflowAccountability.Web.Tests.Studio;

public sealed class DraftTests(StudioSite studio) : IClassFixture<StudioSite>
{
    private const string Order = "supervision-order";

    private readonly RunningSite site = studio.Site;

    [Fact]
    public async Task Saving_what_was_shown_makes_no_draft_and_the_same_draft_twice_is_saved_once()
    {
        using var drafter = await site.SignedInAsync("it-lu");
        var shown = await drafter.ShownAsync("superior-investigation");

        var untouched = (await drafter.SaveAsync(shown)).Saved();
        var changed = shown.DeepClone().AsObject().With("记录一");
        var first = (await drafter.SaveAsync(changed)).Saved();
        var again = (await drafter.SaveAsync(changed)).Saved();

        ((string)untouched["id"]!).ShouldBe((string)shown["id"]!);
        ((int)first["version"]!).ShouldBe((int)shown["version"]! + 1);
        ((bool)first["isPublished"]!).ShouldBeFalse();
        ((string)again["id"]!).ShouldBe((string)first["id"]!);
        (await VersionsAsync("superior-investigation")).ShouldBe([1, 2]);
    }

    [Fact]
    public async Task A_save_from_an_old_window_is_refused_in_words_and_nothing_is_lost()
    {
        using var drafter = await site.SignedInAsync("it-lu");
        var old = (await drafter.SaveAsync((await drafter.SaveNewAsync("两个窗口")).Saved().With("甲"))).Saved();
        var newer = (await drafter.SaveAsync((await drafter.SaveAsync(old.DeepClone().AsObject().With("乙"))).Saved().With("丙"))).Saved();

        var answer = await drafter.SaveAsync(old.With("丁"));

        answer.Status.ShouldBe(400);
        answer.Refusal.ShouldContain("陆辰光已保存更新的内容");
        (await drafter.ShownAsync((string)newer["definitionId"]!))["root"]!["activities"]!.AsArray().Count.ShouldBe(3);
    }

    [Fact]
    public async Task Two_saves_of_one_window_that_are_on_their_way_together_both_count()
    {
        using var drafter = await site.SignedInAsync("it-lu");
        var shown = (await drafter.SaveAsync((await drafter.SaveNewAsync("连续保存")).Saved().With("甲"))).Saved();
        var first = shown.DeepClone().AsObject().With("乙");
        var second = first.DeepClone().AsObject().With("丙");

        (await drafter.SaveAsync(first)).Status.ShouldBe(200);
        (await drafter.SaveAsync(second)).Status.ShouldBe(200);

        (await drafter.ShownAsync((string)shown["definitionId"]!))["root"]!["activities"]!.AsArray().Count.ShouldBe(3);
    }

    [Fact]
    public async Task A_save_that_would_delete_every_step_is_refused()
    {
        using var drafter = await site.SignedInAsync("it-lu");
        var shown = await drafter.ShownAsync(Order);
        (shown["root"]!["activities"], shown["root"]!["connections"]) = (new JsonArray(), new JsonArray());

        var answer = await drafter.SaveAsync(shown);

        answer.Status.ShouldBe(400);
        answer.Refusal.ShouldContain("这样会删除全部环节");
    }

    [Fact]
    public async Task An_activity_that_is_not_known_here_comes_back_as_not_found_and_is_kept_word_for_word()
    {
        using var drafter = await site.SignedInAsync("it-lu");
        var saved = (await drafter.SaveAsync((await drafter.SaveNewAsync("外来流程")).Saved().With("外来", "Foreign.Thing"))).Saved();

        var shown = saved["root"]!["activities"]![0]!;
        var exported = await drafter.ApiAsync("GET", $"/workflow-definitions/{saved["definitionId"]}/export");

        ((string)shown["type"]!).ShouldBe("Elsa.NotFoundActivity");
        ((string)exported.Json["root"]!["activities"]![0]!["type"]!).ShouldBe("Foreign.Thing");
        var again = (await drafter.SaveAsync(saved.With("旁"))).Saved();
        ((string)(await drafter.ApiAsync("GET", $"/workflow-definitions/{again["definitionId"]}/export")).Json["root"]!["activities"]![0]!["type"]!).ShouldBe("Foreign.Thing");
    }

    [Theory]
    [InlineData("""{"model":{"name":"没有根"}}""", "没有保存")]
    [InlineData("""{"model":{"name":"根不对","root":"x"}}""", "没有保存")]
    [InlineData("""{"nothing":1}""", "请求中没有流程定义")]
    public async Task A_broken_definition_is_refused_in_words(string body, string words)
    {
        using var drafter = await site.SignedInAsync("it-lu");

        var answer = await drafter.ApiAsync("POST", "/workflow-definitions", body);

        answer.Status.ShouldBe(400);
        answer.Refusal.ShouldContain(words);
    }

    [Fact]
    public async Task Who_may_not_draft_is_shown_it_for_reading_and_changes_nothing()
    {
        using var publisher = await site.SignedInAsync("gov-zhang");
        var shown = await publisher.ShownAsync(Order);

        var answer = await publisher.SaveAsync(shown.With("私改"));

        shown["links"]!.AsArray().Select(link => (string)link!["rel"]!).ShouldNotContain("publish");
        answer.Status.ShouldBe(400);
        answer.Refusal.ShouldContain("没有编制流程的权限");
    }

    [Fact]
    public async Task For_who_has_nothing_to_do_with_it_no_definition_is_there()
    {
        using var official = await site.SignedInAsync("env-chen");

        (await official.ApiAsync("GET", $"/workflow-definitions/by-definition-id/{Order}")).Status.ShouldBe(404);
        (await official.SaveNewAsync("私建")).Status.ShouldBe(404);
        (await official.GetAsync("/definitions")).Status.ShouldBe(404);
        (await official.GetAsync($"/studio/workflows/definitions/{Order}/edit")).Status.ShouldBe(404);
    }

    [Fact]
    public async Task A_definition_that_cases_run_on_is_not_deleted_nor_is_one_that_the_site_needs_withdrawn()
    {
        using var drafter = await site.SignedInAsync("it-lu");
        using var publisher = await site.SignedInAsync("gov-zhang");

        (await drafter.ApiAsync("DELETE", "/workflow-definitions/accountability-procedure")).Refusal.ShouldContain("按这一流程办理，不能删除");
        (await publisher.ApiAsync("POST", $"/workflow-definitions/{Order}/retract", "{}")).Refusal.ShouldContain("不能停用或者删除");
    }

    [Fact]
    public async Task A_post_of_a_foreign_page_and_one_that_does_not_say_where_it_comes_from_are_refused()
    {
        using var drafter = await site.SignedInAsync("it-lu");

        foreach (var from in new[] { "cross-site", "same-site", "none", "" })
            (await drafter.ApiAsync("POST", "/workflow-definitions", """{"model":{"name":"伪造","root":{"id":"r","type":"Elsa.Flowchart","version":1}}}""", from)).Status.ShouldBe(403);
    }

    private Task<List<int>> VersionsAsync(string definitionId) => site.ReadAsync(db => db.Definitions
        .Where(row => row.DefinitionId == definitionId).OrderBy(row => row.Version).Select(row => row.Version).ToListAsync());
}
