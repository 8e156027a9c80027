using Microsoft.EntityFrameworkCore;
using WorkflowAccountability.Web.Tests.Cases;
using WorkflowAccountability.Web.Tests.Site;

namespace WorkflowAccountability.Web.Tests.Studio;

public sealed class FourEyesTests : IAsyncLifetime
{
    private const string Order = "supervision-order";

    private readonly DirectoryInfo data = RunningSite.NewFolder();
    private RunningSite site = null!;

    public async Task InitializeAsync() => site = await RunningSite.StartAsync(data);

    public async Task DisposeAsync()
    {
        await site.DisposeAsync();
        data.Delete(recursive: true);
    }

    [Fact]
    public async Task A_draft_is_handed_in_by_publish_checked_by_the_legal_office_and_published_by_a_third()
    {
        using var drafter = await site.SignedInAsync("it-lu");
        using var legal = await site.SignedInAsync("legal-jiang");
        using var publisher = await site.SignedInAsync("gov-zhang");
        var shown = await drafter.ShownAsync(Order);
        shown["description"] = "督办单：立项、签收、办理、反馈、复核、销号。";

        var handedIn = await drafter.SaveAsync(shown, publish: true);
        var tooEarly = await publisher.ApiAsync("POST", $"/workflow-definitions/{Order}/publish", "{}");
        var own = await DoAsync(drafter, "check", new KeyValuePair<string, string>("Answer", "in-order"));
        var found = await DoAsync(legal, "check", new KeyValuePair<string, string>("Answer", "in-order"));
        var published = await DoAsync(publisher, "publish");

        handedIn.Status.ShouldBe(200, handedIn.Text);
        handedIn.Said!.ShouldContain("送法制机构复核");
        ((bool)handedIn.Saved()["isPublished"]!).ShouldBeFalse();
        tooEarly.Refusal.ShouldContain("法制机构还没有复核通过");
        own.Status.ShouldBe(404);
        found.Status.ShouldBe(303, found.Text);
        published.Status.ShouldBe(303, published.Text);
        var row = await site.ReadAsync(db => db.Definitions.SingleAsync(row => row.DefinitionId == Order && row.IsPublished));
        (row.Version, row.Drafters, row.CheckedBy, row.PublishedBy, row.IsLatest).ShouldBe((2, "it-lu", "legal-jiang", "gov-zhang", true));
        (await site.ReadAsync(db => db.Administration.OrderBy(entry => entry.Sequence).Select(entry => entry.Act).ToListAsync()))
            .ShouldBe(["SaveDraft", "SubmitDraft", "CheckDraft", "PublishDraft"]);
    }

    [Fact]
    public async Task A_change_after_the_check_is_to_be_checked_again()
    {
        using var drafter = await site.SignedInAsync("it-lu");
        using var legal = await site.SignedInAsync("legal-jiang");
        using var publisher = await site.SignedInAsync("gov-zhang");
        var shown = await drafter.ShownAsync(Order);
        shown["description"] = "甲";
        var draft = (await drafter.SaveAsync(shown, publish: true)).Saved();
        (await DoAsync(legal, "check", new KeyValuePair<string, string>("Answer", "in-order"))).Status.ShouldBe(303);
        var read = await publisher.GetAsync($"/definitions/{Order}");

        draft["description"] = "乙";
        (await drafter.SaveAsync(draft)).Status.ShouldBe(200);
        var published = await publisher.SubmitAsync(read, $"/definitions/{Order}/publish");

        published.Status.ShouldBe(422);
        published.Text.ShouldContain("草稿在您查看之后又有改动");
    }

    [Fact]
    public async Task The_legal_office_sends_back_with_words_and_the_drafter_reads_a_way_on()
    {
        using var drafter = await site.SignedInAsync("it-lu");
        using var legal = await site.SignedInAsync("legal-jiang");
        var shown = await drafter.ShownAsync(Order);
        shown["description"] = "甲";
        await drafter.SaveAsync(shown, publish: true);

        var silent = await DoAsync(legal, "check", new KeyValuePair<string, string>("Answer", "back"));
        var sent = await DoAsync(legal, "check", new("Answer", "back"), new("Opinion", "请写明依据。"));

        silent.Status.ShouldBe(422);
        silent.Text.ShouldContain("退回草稿没有写明意见");
        sent.Status.ShouldBe(303);
        (await drafter.GetAsync($"/definitions/{Order}")).Actions.ShouldContain($"/definitions/{Order}/submit");
    }

    [Fact]
    public async Task An_earlier_version_becomes_a_new_draft_and_a_running_case_stays_on_its_own()
    {
        using var drafter = await site.SignedInAsync("it-lu");
        var caseId = await site.RegisteredCaseAsync();
        var shown = await drafter.ShownAsync("accountability-procedure");
        shown["description"] = "改动";
        (await drafter.SaveAsync(shown)).Status.ShouldBe(200);

        var reverted = await drafter.ApiAsync("POST", "/workflow-definitions/accountability-procedure/revert/4", "{}");

        reverted.Status.ShouldBe(201, reverted.Text);
        ((int)reverted.Json["version"]!).ShouldBe(6);
        (await site.ReadAsync(db => db.Instances.Where(instance => instance.CaseId == caseId).Select(instance => instance.DefinitionVersion).SingleAsync())).ShouldBe(4);
    }

    [Fact]
    public async Task Without_the_designer_a_file_is_exported_edited_and_imported_as_a_draft()
    {
        using var drafter = await site.SignedInAsync("it-lu");
        var exported = await (await drafter.DownloadAsync($"/definitions/{Order}/export")).Content.ReadAsStringAsync();
        var edited = exported.Replace("督办", "专项督办", StringComparison.Ordinal);

        var page = await drafter.GetAsync("/definitions");
        var answer = await drafter.SubmitFilesAsync(page, "/definitions/import", [], ("files", "order.json", System.Text.Encoding.UTF8.GetBytes(edited)));
        var broken = await drafter.SubmitFilesAsync(page, "/definitions/import", [new("_command", "broken")], ("files", "x.json", "{\"root\":"u8.ToArray()));

        answer.Status.ShouldBe(303, answer.Text);
        (await site.ReadAsync(db => db.Definitions.SingleAsync(row => row.DefinitionId == Order && row.IsLatest))).Version.ShouldBe(2);
        broken.Status.ShouldBe(422);
        broken.Text.ShouldContain("没有保存");
    }

    [Fact]
    public async Task Where_the_package_is_missing_the_page_says_so_and_names_the_way_out()
    {
        using var drafter = await site.SignedInAsync("it-lu");

        var page = await drafter.GetAsync($"/studio/workflows/definitions/{Order}/edit");

        page.Status.ShouldBe(200);
        page.Text.ShouldContain("设计器没有安装");
        page.Links.ShouldContain("/definitions");
    }

    private static async Task<Page> DoAsync(Browser official, string act, params KeyValuePair<string, string>[] typed)
    {
        var page = await official.GetAsync($"/definitions/{Order}");
        var fields = page.FieldsOf($"/definitions/{Order}/{act}");
        fields.TryAdd("_command", Guid.NewGuid().ToString("n"));
        foreach (var (name, value) in typed)
            fields[name] = value;
        return await official.PostAsync($"/definitions/{Order}/{act}", fields);
    }
}
