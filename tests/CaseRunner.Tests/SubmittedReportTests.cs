using System.Security.Cryptography;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using WorkflowAccountability.Procedure;
using WorkflowAccountability.Procedure.Commands;
using WorkflowAccountability.Procedure.Forms;
using WorkflowAccountability.Procedure.Papers;
using WorkflowAccountability.Procedure.Stages;
using WorkflowAccountability.Procedure.Stages.Review;
using WorkflowAccountability.Procedure.WorkItems;
using WorkflowAccountability.Web.Operations;

namespace WorkflowAccountability.CaseRunner.Tests;

/// <summary>第十一条第一款第一句 (审查批准): both keys decide on the bytes that were submitted, on the real site.</summary>
public sealed class SubmittedReportTests : IAsyncLifetime
{
    private FreshDatabase database = null!;

    public async Task InitializeAsync() => database = await FreshDatabase.MakeAsync(beside: null);

    public async Task DisposeAsync() => await database.DisposeAsync();

    [Fact]
    public async Task 第十一条第一款第一句_Every_text_that_went_up_is_locked_and_both_keys_name_the_hash_of_the_one_that_was_approved()
    {
        await using (var site = await PlayAsync(upTo: null))
        {
            await using var db = await DbAsync(site);
            var reviews = (await db.Submissions.Where(row => row.FormName == "PartyCommitteeReviewForm" || row.FormName == "GovernmentReviewForm").OrderBy(row => row.Sequence).ToListAsync())
                .ConvertAll(row => (ReviewForm)row.Read(row.FormName[0] == 'P' ? typeof(PartyCommitteeReviewForm) : typeof(GovernmentReviewForm)));
            var submitted = await db.Papers.Where(paper => paper.Sha256 != null).ToListAsync();

            var keys = reviews.TakeLast(2).ToList();
            keys.ShouldAllBe(key => key.Decision == Approval.Approved && key.ReportSha256 != null && key.SpecialReportSha256 != null);
            (keys[0].ReportSha256, keys[0].SpecialReportSha256).ShouldBe((keys[1].ReportSha256, keys[1].SpecialReportSha256));
            submitted.Where(paper => paper.Status == PaperStatus.Submitted).Select(paper => paper.Sha256)
                .ShouldBe([keys[0].ReportSha256, keys[0].SpecialReportSha256], ignoreOrder: true);
            submitted.Where(paper => paper.Status == PaperStatus.Void).ShouldAllBe(paper => paper.VoidReason != null && paper.Number == null);
            submitted.Count.ShouldBe(6, "each of the three times both reports went up");
            reviews.Select(review => review.ReportSha256).Distinct().Count().ShouldBe(3, "each round had a text of its own");
            foreach (var paper in submitted)
                Convert.ToHexString(SHA256.HashData((await db.Set<PaperFile>().SingleAsync(file => file.PaperId == paper.Id)).Content)).ShouldBe(paper.Sha256);
        }
        (await VerifyAsync()).ShouldSatisfyAllConditions(verified => verified.Exit.ShouldBe(0, verified.Said), verified => verified.Said.ShouldContain("6 locked documents"));
    }

    [Fact]
    public async Task 第十一条第一款第一句_A_text_that_was_made_void_after_it_went_up_is_approved_by_nobody_and_returning_it_is_the_way()
    {
        await using var site = await PlayAsync(upTo: "ReviewByGovernment");
        var commands = site.Services.GetRequiredService<CommandRunner>();
        await using var db = await DbAsync(site);
        var item = await db.WorkItems.SingleAsync(row => row.StageType == "Accountability.ReviewByGovernment" && row.Status == WorkItemStatus.Open);
        var shown = (GovernmentReviewForm)FormJsonText.Read(item.Prefill!, typeof(GovernmentReviewForm));
        var report = await db.Papers.SingleAsync(paper => paper.Sha256 == shown.ReportSha256);
        var approving = shown with
        {
            Decision = Approval.Approved, DocumentNumber = "昌州政批〔2018〕1号", Meeting = "常务会议", ReviewedOn = DateOnly.FromDateTime(item.OpenedAt.UtcDateTime),
            Decisions = [.. shown.Decisions.Select(row => row with { Verdict = ProposalVerdict.Agree })],
        };

        (await commands.RunAsync(Completing("c1", approving with { ReportSha256 = new string('0', 64) }), default)).ShouldBeOfType<Answer.Refused>()
            .Rulings.ShouldHaveSingleItem().Reason!.ToString().ShouldContain("不是同一文本");
        (await commands.RunAsync(new VoidPaper("v1", "env-chen", item.CaseId, report.Id, report.Version, "数据有误"), default)).ShouldBeOfType<Answer.Done>();
        (await commands.RunAsync(Completing("c2", approving), default)).ShouldBeOfType<Answer.Refused>().Rulings.ShouldHaveSingleItem().Citation.ShouldBe("第十一条第一款第一句");
        (await commands.RunAsync(Completing("c3", shown with { Decision = Approval.Returned, Remarks = "文本已作废，请重新上报。" }), default)).ShouldBeOfType<Answer.Done>();

        CompleteWorkItem Completing(string id, GovernmentReviewForm form) => new(id, "gov-ma", item.CaseId, item.Id, item.Version, form);
    }

    [Fact]
    public async Task 第十一条第一款第一句_The_page_of_the_keys_shows_the_hashes_and_gives_out_the_very_bytes_to_the_two_bodies_alone()
    {
        await using var site = await PlayAsync(upTo: "ReviewByGovernment");
        using var browser = new Browser(site.Address);
        await using var db = await DbAsync(site);
        var item = await db.WorkItems.SingleAsync(row => row.StageType == "Accountability.ReviewByPartyCommittee" && row.Status == WorkItemStatus.Open);
        var papers = await db.Papers.Where(paper => paper.Status == PaperStatus.Submitted).ToListAsync();

        papers.Count.ShouldBe(2);
        var page = await browser.OrderAsync("party-liu", HttpMethod.Get, $"/work-items/{item.Id}");
        foreach (var paper in papers)
        {
            page.Text.ShouldContain(paper.Sha256!);
            page.Text.ShouldContain($"/work-items/{item.Id}/submitted?kind={paper.Kind}");
            (await browser.OrderAsync("party-liu", HttpMethod.Get, $"/work-items/{item.Id}/submitted?kind={paper.Kind}")).ShouldSatisfyAllConditions(
                read => read.Status.ShouldBe(200), read => read.Text.ShouldContain(paper.Title));
            (await browser.OrderAsync("party-liu", HttpMethod.Get, $"/work-items/{item.Id}/submitted/docx?kind={paper.Kind}")).Status.ShouldBe(200);
            (await browser.OrderAsync("env-chen", HttpMethod.Get, $"/work-items/{item.Id}/submitted?kind={paper.Kind}")).Status.ShouldBe(404);
            (await browser.OrderAsync("env-chen", HttpMethod.Get, $"/papers/{paper.Id}")).Status.ShouldBe(paper.Walled ? 404 : 200);
        }
        (await db.Audit.CountAsync(entry => entry.Act == nameof(ReadSubmitted) && entry.Walled)).ShouldBe(2, "only what lies behind the wall is kept account of: read once, given out once");
        (await browser.OrderAsync("party-liu", HttpMethod.Get, $"/work-items/{item.Id}/submitted?kind={papers.Single(paper => paper.Walled).Kind}")).Status.ShouldBe(200);
        (await db.Audit.CountAsync(entry => entry.Act == nameof(ReadSubmitted))).ShouldBe(2, "whoever looks again on the same day has read it once");
    }

    [Fact]
    public async Task A_submitted_text_whose_bytes_changed_is_named_by_the_verification()
    {
        string id;
        await using (var site = await PlayAsync(upTo: "ReviewByGovernment"))
        {
            await using var db = await DbAsync(site);
            id = await db.Papers.Where(paper => paper.Status == PaperStatus.Submitted && !paper.Walled).Select(paper => paper.Id).SingleAsync();
            await db.Set<PaperFile>().Where(file => file.PaperId == id).ExecuteUpdateAsync(set => set.SetProperty(file => file.Content, [1, 2, 3]));
        }

        (await VerifyAsync()).ShouldSatisfyAllConditions(verified => verified.Exit.ShouldBe(1),
            verified => verified.Said.ShouldContain($"BROKEN submitted document {id}: its bytes are not those that were locked."));
    }

    private async Task<PlayedSite> PlayAsync(string? upTo)
    {
        var script = new ScriptReader(new StageCatalog()).Read(Path.Combine(AppContext.BaseDirectory, "cases", "twice-returned.json"));
        if (upTo is not null)
            script = script with { Steps = [.. script.Steps.TakeWhile(step => step is not Act act || act.Stage.About.Type != "Accountability." + upTo)], Expect = [] };
        var clock = new CaseClock(script.Begins);
        var site = await PlayedSite.StartAsync(database.Connection, clock);
        using var browser = new Browser(site.Address);
        (await new Player(script, clock, site.Time(clock), browser, site.Record).PlayAsync()).Difference.ShouldBeNull();
        return site;
    }

    private async Task<(int Exit, string Said)> VerifyAsync()
    {
        await using var said = new StringWriter();
        var exit = await Verbs.RunAsync(["verify-audit", "--database", database.Connection], said, default);
        return (exit, said.ToString());
    }

    private static Task<AccountabilityDb> DbAsync(PlayedSite site) => site.Services.GetRequiredService<IDbContextFactory<AccountabilityDb>>().CreateDbContextAsync();
}
