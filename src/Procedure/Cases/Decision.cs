using WorkflowAccountability.Procedure.Forms;
using WorkflowAccountability.Procedure.Regulation;
using WorkflowAccountability.Procedure.Stages.CompileReport;
using WorkflowAccountability.Procedure.Stages.Review;

namespace WorkflowAccountability.Procedure.Cases;

public sealed partial class CaseFile
{
    private static readonly string[] textsForReview = ["Accountability.CompileReport", "Accountability.ReleaseSpecialReport"];

    /// <summary>第十一条第一款第一句: the body's newest review of the text that lies before both bodies now; null while it has none.</summary>
    public Submission? ReviewBy<TReview>() where TReview : ReviewForm =>
        Submissions.Skip(Submissions.FindLastIndex(submission => textsForReview.Contains(submission.StageType)) + 1)
            .LastOrDefault(submission => submission.FormName == typeof(TReview).Name);

    /// <summary>第十一条第一款第一句: the body's approval of that text; it lapses when either body returns the text.</summary>
    public Submission? KeyOf<TReview>() where TReview : ReviewForm =>
        ReviewBy<TReview>() is { } review && new[] { ReviewBy<PartyCommitteeReviewForm>(), ReviewBy<GovernmentReviewForm>() }
            .All(key => key is null || key.Sequence < review.Sequence || ReviewIn(key).Decision == Approval.Approved)
            ? review : null;

    /// <summary>第十一条第一款: whether the investigation report lies ready to go up: its leader released it, and no body has returned it since.</summary>
    public bool ReportIsReleased =>
        Submissions.FindLast(submission => submission.FormName is nameof(CompileReportForm) or nameof(PartyCommitteeReviewForm) or nameof(GovernmentReviewForm))
            is { FormName: nameof(CompileReportForm) } last && last.Read<CompileReportForm>().Decision == ReportDecision.Release;

    /// <summary>第十一条第一款第一句: whether 州党委 and 州人民政府 have both approved the same text.</summary>
    public bool IsApproved => KeyOf<PartyCommitteeReviewForm>() is not null && KeyOf<GovernmentReviewForm>() is not null;

    /// <summary>The later of the two approvals' dates; null until both have approved.</summary>
    public DateOnly? ApprovedOn => !IsApproved ? null : new[] { KeyOf<PartyCommitteeReviewForm>(), KeyOf<GovernmentReviewForm>() }
        .Max(key => ReviewIn(key!).ReviewedOn);

    /// <summary>
    /// 第十一条第一款第一句, 第十三条: what both bodies hold of a proposal in the same words becomes a measure: both agree, or both change it to
    /// identical words. Anything else becomes none. Answers the measures that came into being.
    /// </summary>
    public IReadOnlyList<Measure> Decide(DateTimeOffset now, DateOnly today)
    {
        if (KeyOf<PartyCommitteeReviewForm>() is not { } party || KeyOf<GovernmentReviewForm>() is not { } government)
            throw new InvalidOperationException($"Case {Number} is decided only when both bodies have approved the same text.");
        var (one, other) = (ReviewIn(party), ReviewIn(government));
        var before = Measures.Count;
        foreach (var proposal in Proposals().Where(proposal => !Measures.Exists(measure => measure.ProposalId == proposal.Id)))
            if (Agreed(proposal, one.On(proposal), other.On(proposal)) is { } words)
                Measures.Add(MeasureOf(proposal, words, now, today));
        return Measures[before..];
    }

    private static string? Agreed(Proposal proposal, ProposalDecision? one, ProposalDecision? other) =>
        (one?.Verdict, other?.Verdict) switch
        {
            (ProposalVerdict.Agree, ProposalVerdict.Agree) => proposal.Text,
            (ProposalVerdict.Change, ProposalVerdict.Change) when Wording.IsSame(one!.Words, other!.Words) => one.Words?.Trim(),
            _ => null,
        };

    private Measure MeasureOf(Proposal proposal, string words, DateTimeOffset now, DateOnly today)
    {
        var kind = MeasureCatalogue.Shipped.Find(proposal.Measure, today) ?? throw new InvalidOperationException(
            $"Case {Number}: proposal {proposal.Id} names the measure '{proposal.Measure}', which does not exist on {today:yyyy-MM-dd}.");
        return new Measure
        {
            Id = $"M{Measures.Count + 1}", CaseId = Id, ProposalId = proposal.Id!, PartyId = proposal.PartyId, Code = kind.Code,
            Citation = kind.Citation, Text = words, OwnerRole = kind.OwnerRole, DecidedAt = now,
        };
    }

    private static ReviewForm ReviewIn(Submission submission) => submission.FormName == nameof(PartyCommitteeReviewForm)
        ? submission.Read<PartyCommitteeReviewForm>() : submission.Read<GovernmentReviewForm>();
}
