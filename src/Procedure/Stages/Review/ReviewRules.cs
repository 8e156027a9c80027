using System.Globalization;
using WorkflowAccountability.Procedure.Cases;
using WorkflowAccountability.Procedure.Forms;
using WorkflowAccountability.Procedure.Papers;
using WorkflowAccountability.Procedure.Papers.Kinds;
using WorkflowAccountability.Procedure.Regulation;
using WorkflowAccountability.Procedure.Stages.ApproveTeam;
using WorkflowAccountability.Procedure.Stages.ReleaseSpecialReport;

namespace WorkflowAccountability.Procedure.Stages.Review;

public static class ReviewRules
{
    private const string Clause = "第十一条第一款第一句";

    /// <summary>参照《突发环境事件调查处理办法》第六条: nobody reviews a matter in which he is himself under inquiry.</summary>
    public static Ruling ReviewerIsNoParty(CaseFile file, Actor actor) => Ruling.Require(
        !file.Concerns(actor.PersonId), "参照《突发环境事件调查处理办法》第六条",
        Text.Of<ReviewForm>("Reviewer.Party.Reason", actor.Name), Text.Of<ReviewForm>("Reviewer.Party.Remedy"));

    /// <summary>第十一条第一款第一句 (州党委、人民政府): two bodies review, so one person cannot hold both keys.</summary>
    [Clause("第十一条第一款第一句")]
    public static Ruling KeysAreInTwoHands(Submission? otherKey, Actor actor) => Ruling.Require(
        otherKey?.PersonId != actor.PersonId, Clause,
        Text.Of<ReviewForm>("Reviewer.BothKeys.Reason", actor.Name), Text.Of<ReviewForm>("Reviewer.BothKeys.Remedy"));

    /// <summary>
    /// 第十一条第一款: what is approved are the bytes that were submitted. A text that was made void since, or went back for another, is no longer
    /// approved; whoever finds that returns it, and the other key lapses with it.
    /// </summary>
    /// <param name="kind">The code of the report's kind.</param>
    /// <param name="sha256">The hash on which the body decides; null where the review was opened before any was locked.</param>
    [Clause("第十一条第一款第一句")]
    public static Ruling DecidesOnTheLockedText(CaseFile file, string kind, string? sha256) => Ruling.Require(
        sha256 is null ? !file.StandingTexts(kind).Any(paper => paper.Status is PaperStatus.Submitted) : file.StandingTexts(kind).Any(paper => paper.Sha256 == sha256),
        kind == nameof(SpecialReport) ? "第十一条第一款第二句" : Clause,
        Text.Of<ReviewForm>("LockedText.Gone.Reason", Text.Of<PaperTexts>($"Kind.{kind}")), Text.Of<ReviewForm>("LockedText.Gone.Remedy"));

    /// <summary>第十一条第一款第一句: both keys are of one text, byte for byte.</summary>
    public static Ruling KeysAreOfOneText(ReviewForm form, ReviewForm? otherKey) => Ruling.Require(
        otherKey is null || (otherKey.ReportSha256 == form.ReportSha256 && otherKey.SpecialReportSha256 == form.SpecialReportSha256), Clause,
        Text.Of<ReviewForm>("LockedText.Differs.Reason"), Text.Of<ReviewForm>("LockedText.Gone.Remedy"));

    /// <summary>内部环节: a return says what is to be changed.</summary>
    public static Ruling ReturnSaysWhy(ReviewForm form) => Ruling.Require(
        !string.IsNullOrWhiteSpace(form.Remarks) || !string.IsNullOrWhiteSpace(form.SpecialReportRemarks), "内部环节",
        Text.Of<ReviewForm>("Return.NoRemarks.Reason"), Text.Of<ReviewForm>("Return.NoRemarks.Remedy"));

    /// <summary>第十一条第一款第一句: the approval names its document, its meeting and its date.</summary>
    public static Ruling ApprovalIsOnRecord(ReviewForm form, DateOnly today) => Ruling.Require(
        !string.IsNullOrWhiteSpace(form.DocumentNumber) && !string.IsNullOrWhiteSpace(form.Meeting) && form.ReviewedOn <= today, Clause,
        Text.Of<ReviewForm>("Approval.NoRecord.Reason"), Text.Of<ReviewForm>("Approval.NoRecord.Remedy"));

    /// <summary>第八条第二句, 第十一条第一款第一句 (调查工作结束后): a report is not approved on a day before the team that made it was.</summary>
    [Clause("第十一条第一款第一句")]
    public static Ruling FollowsTheTeam(CaseFile file, ReviewForm form) => Ruling.Require(
        !(form.ReviewedOn < TeamApprovedOn(file)), "第八条第二句、第十一条第一款第一句",
        Text.Of<ReviewForm>("Approval.BeforeTeam.Reason", Day(form.ReviewedOn), Day(TeamApprovedOn(file))), Text.Of<ReviewForm>("Approval.BeforeTeam.Remedy"));

    /// <summary>第十一条第一款第一句: approving decides every proposal, in the words in which it was submitted.</summary>
    public static Ruling DecidesEveryProposal(ReviewForm form, IReadOnlyList<Proposal> proposals) => Ruling.Require(
        form.Decisions.Count == proposals.Count
            && proposals.All(proposal => form.On(proposal) is { Verdict: not null } row && Wording.IsSame(row.Proposed, proposal.Text)),
        Clause, Text.Of<ReviewForm>("Proposals.Undecided.Reason", string.Join("、", Undecided(form, proposals))),
        Text.Of<ReviewForm>("Proposals.Undecided.Remedy"));

    /// <summary>第十一条第一款第一句: whoever changes or refuses a proposal says so in words; a change differs from what was proposed.</summary>
    public static Ruling SaysItInWords(ProposalDecision row) => Ruling.Require(
        row.Verdict is ProposalVerdict.Agree or null
            || (!string.IsNullOrWhiteSpace(row.Words)
                && (row.Verdict == ProposalVerdict.Disagree || !Wording.IsSame(row.Words, row.Proposed))),
        Clause, Text.Of<ReviewForm>("Proposal.NoWords.Reason", row.ProposalId), Text.Of<ReviewForm>("Proposal.NoWords.Remedy"));

    /// <summary>第十条第二句: discipline and organisational handling are not approved before they were consulted on.</summary>
    [Clause("第十条第二句")]
    public static Ruling WasConsultedOn(CaseFile file, Proposal proposal, DateOnly today) => Ruling.Require(
        !file.AwaitsConsultation(proposal, today), "第十条第二句",
        Text.Of<ReviewForm>("Proposal.NotConsulted.Reason", proposal.Id), Text.Of<ReviewForm>("Proposal.NotConsulted.Remedy"));

    /// <summary>第十一条第一款第二句: where the supervision bureau inquired independently, its special report came up too.</summary>
    [Clause("第十一条第一款第二句", "同时上报专题报告")]
    public static Ruling SpecialReportCameToo(CaseFile file) => Ruling.Require(
        file.Leader(TeamKind.Supervision) is null || file.Latest<SpecialReportForm>()?.IsReleased is true, "第十一条第一款第二句",
        Text.Of<ReviewForm>("SpecialReport.Missing.Reason"), Text.Of<ReviewForm>("SpecialReport.Missing.Remedy"));

    private static IEnumerable<string?> Undecided(ReviewForm form, IReadOnlyList<Proposal> proposals) =>
        proposals.Where(proposal => form.On(proposal)?.Verdict is null).Select(proposal => proposal.Id);

    private static DateOnly? TeamApprovedOn(CaseFile file) => file.All<ApproveTeamForm>().LastOrDefault(form => form.Decision is Approval.Approved)?.ApprovedOn;

    private static string? Day(DateOnly? day) => day?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
