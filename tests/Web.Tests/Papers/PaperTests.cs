using System.Security.Cryptography;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Validation;
using Microsoft.EntityFrameworkCore;
using WorkflowAccountability.Procedure.Papers;
using WorkflowAccountability.Web.Tests.Site;

namespace WorkflowAccountability.Web.Tests.Papers;

/// <summary>Official documents as officials make them: drafted from the case, changed, signed, numbered, locked, given out.</summary>
public sealed class PaperTests(CaseSite cases) : IClassFixture<CaseSite>
{
    private readonly RunningSite site = cases.Site;

    [Fact]
    public async Task 第七条第一句_a_request_is_drafted_changed_signed_numbered_and_given_out_as_it_was_locked()
    {
        using var official = await site.SignedInAsync("env-sun");
        var path = await official.DraftAsync("LaunchRequest");
        (await official.GetAsync(path)).Text.ShouldContain("签发时编号");
        (await official.PressAsync(path, "text", new KeyValuePair<string, string>("Note", "联系人：孙清源"))).Status.ShouldBe(303);
        using var head = await site.SignedInAsync("env-chen");

        (await head.PressAsync(path, "sign")).Status.ShouldBe(303);

        var page = await head.GetAsync(path);
        var paper = await site.ReadAsync(db => db.Papers.SingleAsync(paper => "/papers/" + paper.Id == path));
        paper.Number.ShouldStartWith("昌州环追〔");
        page.Text.ShouldContain(paper.Number!);
        page.Text.ShouldContain("（联系人：孙清源）");
        page.Text.ShouldContain("签发人：陈松岩");
        page.Actions.ShouldNotContain($"{path}/text", "a locked text is not changed");
        using var file = await head.DownloadAsync($"{path}/docx");
        var content = await file.Content.ReadAsByteArrayAsync();
        Convert.ToHexString(SHA256.HashData(content)).ShouldBe(paper.Sha256);
        using var document = WordprocessingDocument.Open(new MemoryStream(content), isEditable: false);
        new OpenXmlValidator(FileFormatVersions.Microsoft365).Validate(document).ShouldBeEmpty();
        (await head.GetAsync($"{path}/print")).Body.ShouldContain(paper.Number!);
        (await official.GetAsync("/papers")).Text.ShouldContain(paper.Number!);
        (await site.ReadAsync(db => db.Audit.Where(entry => entry.CaseId == SeededCase.Id && entry.Details.Contains(paper.Id)).OrderBy(entry => entry.Sequence).Select(entry => entry.Act).ToListAsync()))
            .ShouldBe([nameof(DraftPaper), nameof(EditPaper), nameof(SignPaper)]);
    }

    [Fact]
    public async Task Numbers_are_given_without_gaps_and_a_void_document_keeps_its_own()
    {
        using var leader = await site.SignedInAsync("gov-zhang");
        foreach (var (kind, follows) in new[] { ("LaunchReply", "void"), ("TeamReply", "keep"), ("GovernmentReviewReply", "keep"), ("LaunchReply", "keep") })
        {
            var given = await leader.DraftAsync(kind);
            (await leader.PressAsync(given, "void", new KeyValuePair<string, string>("Reason", "改稿"))).Status.ShouldBe(303);
            var path = await leader.DraftAsync(kind);
            (await leader.PressAsync(path, "sign")).Status.ShouldBe(303);
            if (follows == "void")
                (await leader.PressAsync(path, "void", new KeyValuePair<string, string>("Reason", "内容有误"))).Status.ShouldBe(303);
        }

        var numbered = await site.ReadAsync(db => db.Papers.Where(paper => paper.Code == "昌州政追").OrderBy(paper => paper.Ordinal).ToListAsync());

        numbered.Select(paper => paper.Ordinal).ShouldBe([1, 2, 3, 4]);
        numbered.Select(paper => paper.Status).ShouldBe([PaperStatus.Void, PaperStatus.Signed, PaperStatus.Signed, PaperStatus.Signed]);
        numbered.Select(paper => paper.Number).Distinct().Count().ShouldBe(4);
        (await leader.GetAsync("/papers")).Text.ShouldContain("内容有误");
    }

    [Fact]
    public async Task 第十一条第二款第一句_a_joint_decision_is_locked_when_both_bodies_have_signed_and_a_change_undoes_a_signature()
    {
        using var party = await site.SignedInAsync("party-zhao");
        using var government = await site.SignedInAsync("gov-ma");
        var path = await government.DraftAsync("HandlingDecision");
        (await government.PressAsync(path, "sign")).Status.ShouldBe(303);
        (await government.GetAsync(path)).Text.ShouldContain("州党委：尚未签发");
        (await government.PressAsync(path, "sign", new KeyValuePair<string, string>("_command", "twice"))).Status.ShouldBe(422, "nobody signs for two");
        (await government.PressAsync(path, "text", new KeyValuePair<string, string>("Note", "联系人：某某"))).Status.ShouldBe(303);
        (await PaperAsync(path)).Signatures.ShouldBeEmpty();

        (await party.PressAsync(path, "sign")).Status.ShouldBe(303);
        (await PaperAsync(path)).Number.ShouldBeNull();
        (await government.PressAsync(path, "sign")).Status.ShouldBe(303);

        var paper = await PaperAsync(path);
        (paper.Status, paper.Code).ShouldBe((PaperStatus.Signed, "昌州党追"));
        paper.Signatures.Select(signature => signature.PersonId).ShouldBe(["party-zhao", "gov-ma"], ignoreOrder: true);
    }

    [Fact]
    public async Task What_was_changed_meanwhile_is_neither_overwritten_nor_signed_unseen_and_what_was_typed_is_kept()
    {
        using var one = await site.SignedInAsync("env-sun");
        using var other = await site.SignedInAsync("env-chen");
        var path = await one.DraftAsync("TeamRequest");
        var (seen, toSign) = (await one.GetAsync(path), await other.GetAsync(path));
        (await other.PressAsync(path, "text", new KeyValuePair<string, string>("Note", "先改"))).Status.ShouldBe(303);

        var late = await one.SubmitAsync(seen, $"{path}/text", new KeyValuePair<string, string>("Note", "后改"));
        var unseen = await other.SubmitAsync(toSign, $"{path}/sign");

        (late.Status, unseen.Status).ShouldBe((422, 422));
        late.FieldsOf($"{path}/text")["Note"].ShouldBe("后改");
        (await one.GetAsync(path)).FieldsOf($"{path}/text")["Note"].ShouldBe("先改");
    }

    [Fact]
    public async Task 第十条第一句_独立组成责任追究调查组_a_special_report_exists_for_the_team_alone_in_lists_register_and_addresses()
    {
        using var member = await site.SignedInAsync("supervision-lin");
        using var leader = await site.SignedInAsync("supervision-guo");
        var path = await member.DraftAsync("SpecialReport");
        (await leader.PressAsync(path, "sign")).Status.ShouldBe(303);
        var title = (await leader.GetAsync(path)).TextOf("h1");

        using (var file = await member.DownloadAsync($"{path}/docx"))
            ((int)file.StatusCode).ShouldBe(200);
        (await site.ReadAsync(db => db.Audit.CountAsync(entry => entry.Act == nameof(ReadPaper) && entry.Walled))).ShouldBe(1);
        foreach (var person in new[] { "env-wang", "gov-zhang", "supervision-he" })
        {
            using var outsider = await site.SignedInAsync(person);
            foreach (var address in new[] { path, $"{path}/docx", $"{path}/print" })
                (await outsider.GetAsync(address)).Status.ShouldBe(404, person);
            (await outsider.GetAsync("/papers")).Body.ShouldNotContain(title);
            (await outsider.GetAsync($"/cases/{SeededCase.Id}/papers")).Body.ShouldNotContain(title);
        }
    }

    [Fact]
    public async Task A_person_under_inquiry_finds_no_document_of_the_case()
    {
        using var official = await site.SignedInAsync("env-sun");
        var path = await official.DraftAsync("ReviewRequest");
        using var concerned = await site.SignedInAsync("fukang-yan");

        foreach (var address in new[] { path, $"{path}/docx", $"{path}/print", $"{path}/editions", $"/cases/{SeededCase.Id}/papers" })
            (await concerned.GetAsync(address)).Status.ShouldBe(404, address);
        (await concerned.GetAsync("/papers")).Body.ShouldNotContain("某河污染");
        (await concerned.SubmitAsync(await concerned.GetAsync("/"), $"/cases/{SeededCase.Id}/papers", [new("_command", "c9"), new("Kind", "LaunchRequest")])).Status.ShouldBe(404);
    }

    [Fact]
    public async Task A_locked_file_whose_bytes_were_changed_is_withheld()
    {
        using var leader = await site.SignedInAsync("env-wang");
        var path = await leader.DraftAsync("InvestigationReport");
        (await leader.PressAsync(path, "sign")).Status.ShouldBe(303);
        await site.ReadAsync(db => db.Set<PaperFile>().Where(file => "/papers/" + file.PaperId == path).ExecuteUpdateAsync(set => set.SetProperty(file => file.Content, new byte[] { 1 })));

        (await leader.GetAsync($"{path}/docx")).Status.ShouldBe(409);
    }

    private Task<Paper> PaperAsync(string path) => site.ReadAsync(db => db.Papers.Include(paper => paper.Signatures).SingleAsync(paper => "/papers/" + paper.Id == path));
}
