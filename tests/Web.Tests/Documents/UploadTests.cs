using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using WorkflowAccountability.Web.Tests.Cases;
using WorkflowAccountability.Web.Tests.Site;

namespace WorkflowAccountability.Web.Tests.Documents;

/// <summary>Files on their way into a case.</summary>
public sealed class UploadTests(DemoSite demo) : IClassFixture<DemoSite>
{
    private const string RareName = "𠮷𪚥·阿布都热合曼 谈话笔录〔2016〕.txt";

    private static readonly byte[] note = Encoding.UTF8.GetBytes("下游断面氨氮1.8毫克/升。");

    private readonly RunningSite site = demo.Site;

    [Fact]
    public async Task A_file_comes_in_with_its_form_where_no_script_runs_and_is_given_out_inert_under_its_own_name()
    {
        var (official, caseId, item, page) = await LeadAsync();
        using (official)
        {
            var answer = await official.SubmitFilesAsync(page, $"/work-items/{item}/complete", FormFields.Of(FirstSteps.ALead), ("Materials", RareName, note));
            answer.Status.ShouldBe(303, string.Join(' ', [.. answer.Problems, .. answer.Errors]));

            var link = (await official.GetAsync($"/cases/{caseId}")).Links.First(link => link.StartsWith("/documents/", StringComparison.Ordinal));
            using var given = await official.DownloadAsync(link);

            (await given.Content.ReadAsByteArrayAsync()).ShouldBe(note);
            given.Content.Headers.ContentDisposition!.DispositionType.ShouldBe("attachment");
            given.Content.Headers.ContentDisposition.FileNameStar.ShouldBe(RareName);
            given.Content.Headers.ContentType.ShouldBe(new MediaTypeHeaderValue("text/plain"));
            given.Headers.GetValues("X-Content-Type-Options").ShouldBe(["nosniff"]);
        }
    }

    [Fact]
    public async Task A_file_comes_in_by_the_page_s_script_and_belongs_to_nobody_else_until_the_form_is_handed_in()
    {
        var (official, caseId, item, page) = await LeadAsync();
        using var _ = official;
        using var other = await site.SignedInAsync("gov-li");

        var staged = await official.UploadAsync(page, $"/work-items/{item}/files", RareName, new MemoryStream(note));
        staged.Status.ShouldBe(201, staged.Text);
        var id = JsonDocument.Parse(staged.Text).RootElement.GetProperty("id").GetString()!;

        (await official.GetAsync($"/documents/{id}")).Status.ShouldBe(200);
        (await other.GetAsync($"/documents/{id}")).Status.ShouldBe(404);
        (await official.GetAsync($"/cases/{caseId}")).Text.ShouldNotContain("谈话笔录");
        var answer = await official.SubmitAsync(page, $"/work-items/{item}/complete",
            [.. FormFields.Of(FirstSteps.ALead), KeyValuePair.Create("Materials[0]", id)]);
        answer.Status.ShouldBe(303, string.Join(' ', [.. answer.Problems, .. answer.Errors]));
        (await other.GetAsync($"/documents/{id}")).Status.ShouldBe(200);
        (await site.ReadAsync(db => db.StagedFiles.CountAsync(file => file.Id == id))).ShouldBe(0);
    }

    [Fact]
    public async Task A_file_that_may_not_come_in_is_refused_beside_its_field_and_nothing_typed_is_lost()
    {
        var (official, _, item, page) = await LeadAsync();
        using var _ = official;

        var answer = await official.SubmitFilesAsync(page, $"/work-items/{item}/complete", FormFields.Of(FirstSteps.ALead),
            ("Materials", "登记表.pdf", Encoding.UTF8.GetBytes("MZ program")), ("Materials", RareName, note));

        answer.Status.ShouldBe(422);
        answer.Errors.ShouldContain(error => error.Contains("“登记表.pdf”未上传：文件是程序或者脚本"));
        var kept = answer.FieldsOf($"/work-items/{item}/complete");
        kept["WhatHappened"].ShouldBe(FirstSteps.ALead.WhatHappened);
        kept["Materials[0]"].Length.ShouldBe(32, "the good one of the two is kept with the form");
    }

    [Fact]
    public async Task What_somebody_else_uploaded_or_nobody_is_no_file_of_the_form()
    {
        var (official, _, item, page) = await LeadAsync();
        using var _ = official;

        var answer = await official.SubmitAsync(page, $"/work-items/{item}/complete",
            [.. FormFields.Of(FirstSteps.ALead), KeyValuePair.Create("Materials[0]", new string('0', 32))]);

        answer.Status.ShouldBe(422);
        answer.Problems.Single().ShouldContain("表单中的文件已经不在");
        (await site.SubmissionsAsync(item)).ShouldBe(0);
    }

    [Fact]
    public async Task An_upload_without_the_page_s_token_or_for_another_s_item_is_refused()
    {
        var (official, _, item, page) = await LeadAsync();
        using var _ = official;
        using var other = await site.SignedInAsync("env-li");
        var foreign = await other.GetAsync("/");

        (await official.UploadAsync(foreign, $"/work-items/{item}/files", "a.txt", new MemoryStream(note))).Status.ShouldBe(400);
        (await other.UploadAsync(foreign, $"/work-items/{item}/files", "a.txt", new MemoryStream(note))).Status.ShouldBe(404);
    }

    [Fact]
    public async Task An_upload_that_breaks_off_leaves_nothing()
    {
        var (official, _, item, page) = await LeadAsync();
        using var _ = official;
        var before = Directory.GetFiles(demo.Files, "*", SearchOption.AllDirectories).Length;

        await Should.ThrowAsync<Exception>(() => official.UploadAsync(page, $"/work-items/{item}/files", "a.txt", new BreakingStream()));

        (await site.ReadAsync(db => db.StagedFiles.CountAsync(file => file.Target == item))).ShouldBe(0);
        SpinWait.SpinUntil(() => Directory.GetFiles(demo.Files, "*", SearchOption.AllDirectories).Length == before, TimeSpan.FromSeconds(10)).ShouldBeTrue();
    }

    [Fact]
    public async Task A_file_over_the_limit_is_refused_in_words()
    {
        var folder = RunningSite.NewFolder();
        await using var small = await RunningSite.StartAsync(folder, settings: "--upload-limit=1");
        using var official = await small.SignedInAsync("gov-zhang");
        var caseId = await official.OpenCaseAsync();
        var item = await small.ItemAsync(caseId, "RegisterLead");
        var page = await official.GetAsync($"/work-items/{item}");

        var (status, text) = await official.UploadAsync(page, $"/work-items/{item}/files", "a.txt", new MemoryStream(new byte[(1 << 20) + 1]));
        var form = await official.SubmitFilesAsync(page, $"/work-items/{item}/complete", FormFields.Of(FirstSteps.ALead),
            ("Materials", "a.txt", Enumerable.Repeat((byte)'a', (1 << 20) + 1).ToArray()));
        var huge = await official.SubmitFilesAsync(page, $"/work-items/{item}/complete", FormFields.Of(FirstSteps.ALead),
            ("Materials", "a.txt", new byte[14 << 20]));

        (status, text.Contains("1 MB")).ShouldBe((422, true), text);
        form.Status.ShouldBe(422);
        form.Errors.ShouldContain(error => error.Contains("文件超过1 MB"));
        huge.Status.ShouldBe(413);
        huge.Text.ShouldContain("单个文件不超过1 MB");
    }

    private async Task<(Browser Official, string CaseId, string Item, Page Page)> LeadAsync()
    {
        var official = await site.SignedInAsync("gov-zhang");
        var caseId = await official.OpenCaseAsync();
        var item = await site.ItemAsync(caseId, "RegisterLead");
        return (official, caseId, item, await official.GetAsync($"/work-items/{item}"));
    }

    /// <summary>A line that goes dead after the first pieces.</summary>
    private sealed class BreakingStream : MemoryStream
    {
        private int pieces;

        public override bool CanSeek => false;

        public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
        {
            if (++pieces > 5)
                throw new IOException("The line is dead.");
            buffer.Span.Fill((byte)'a');
            return ValueTask.FromResult(buffer.Length);
        }
    }
}
