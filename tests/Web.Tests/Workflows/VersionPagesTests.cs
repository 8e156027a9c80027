using System.Text.Json.Nodes;
using WorkflowAccountability.Web.Tests.Site;
using WorkflowAccountability.Web.Tests.Studio;

namespace WorkflowAccountability.Web.Tests.Workflows;

/// <summary>What is read about versions: what differs, and which step serves which clause.</summary>
public sealed class VersionPagesTests(DemoSite demo) : IClassFixture<DemoSite>
{
    private const string Procedure = "accountability-procedure";

    private readonly RunningSite site = demo.Site;

    [Fact]
    public async Task A_draft_is_compared_with_what_is_in_force_in_words_and_drawn()
    {
        using var drafter = await site.SignedInAsync("it-lu");
        var shown = await drafter.ShownAsync(Procedure);
        var approve = shown["root"]!["activities"]!.AsArray().Single(activity => (string?)activity!["id"] == "ApproveTeam")!;
        approve["deadline"]!["expression"]!["value"] = "D03";
        (await drafter.SaveAsync(shown)).Status.ShouldBe(200);

        var page = await drafter.GetAsync($"/definitions/{Procedure}");
        page.Links.ShouldContain($"/definitions/{Procedure}/difference");
        var difference = await drafter.GetAsync($"/definitions/{Procedure}/difference");

        difference.Status.ShouldBe(200, difference.Text);
        difference.Text.ShouldContain("“批准调查组组成方案”的期限由“3个工作日（D05b）”改为“5个工作日（D03）”。");
        difference.Text.ShouldContain("没有删除办法规定的环节。");
        difference.Text.ShouldContain("涉及改动环节的办理机关：州人民政府。");
        difference.CountOf("svg .mark-changed").ShouldBe(2);
        difference.CountOf("figure.diagram").ShouldBe(2);
    }

    [Fact]
    public async Task Drafts_are_compared_by_those_who_keep_workflows_and_what_was_never_published_is_not_there_for_others()
    {
        using var drafter = await site.SignedInAsync("it-lu");
        using var official = await site.SignedInAsync("env-chen");
        var saved = (await drafter.SaveNewAsync("新流程")).Saved();

        (await official.GetAsync($"/definitions/{saved["definitionId"]}/difference")).Status.ShouldBe(404);
        (await official.GetAsync($"/definitions/{Procedure}/clauses")).Status.ShouldBe(404);
        (await official.GetAsync($"/definitions/{Procedure}/clauses/export")).Status.ShouldBe(404);
        (await drafter.GetAsync($"/definitions/{Procedure}/difference?from=77")).Status.ShouldBe(404);
        (await drafter.GetAsync("/definitions/nothing/difference")).Status.ShouldBe(404);
    }

    [Fact]
    public async Task Which_step_serves_which_clause_is_read_on_the_page_and_downloaded()
    {
        using var legal = await site.SignedInAsync("legal-jiang");

        var page = await legal.GetAsync("/definitions/superior-investigation/clauses");
        using var file = await legal.DownloadAsync("/definitions/superior-investigation/clauses/export?version=1");

        page.Status.ShouldBe(200, page.Text);
        page.TextOf("tr:has(th[scope=row]:contains('第七条第二句'))".Replace("('", "(\"").Replace("')", "\")")).ShouldContain("●");
        page.Text.ShouldContain("第八条第二句");
        page.Text.ShouldContain("没有环节落实");
        file.Content.Headers.ContentType!.MediaType.ShouldBe("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet");
        (await file.Content.ReadAsByteArrayAsync()).Take(2).ShouldBe("PK"u8.ToArray());
    }

    [Fact]
    public async Task A_file_that_is_imported_is_a_draft_whose_findings_are_shown()
    {
        using var drafter = await site.SignedInAsync("it-lu");
        var exported = JsonNode.Parse(await (await drafter.DownloadAsync("/definitions/supervision-order/export")).Content.ReadAsStringAsync())!;
        exported["isPublished"] = true;
        exported["root"]!["activities"]!.AsArray().Single(activity => (string?)activity!["id"] == "FileOrder")!["role"]!["expression"]!["value"] = "GOVERNMENT";

        var answer = await drafter.SubmitFilesAsync(await drafter.GetAsync("/definitions"), "/definitions/import", [],
            ("files", "order.json", System.Text.Encoding.UTF8.GetBytes(exported.ToJsonString())));
        var page = await drafter.GetAsync(answer.Location!);
        var list = await drafter.GetAsync("/definitions");

        answer.Location.ShouldBe("/definitions/supervision-order");
        page.Text.ShouldContain("草稿");
        page.Problems.ShouldNotBeEmpty();
        list.Text.ShouldContain("个问题影响发布");
    }
}
