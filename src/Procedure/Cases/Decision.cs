using WorkflowAccountability.Procedure.Forms;
using WorkflowAccountability.Procedure.Stages.CompileReport;
using WorkflowAccountability.Procedure.Stages.Review;

namespace WorkflowAccountability.Procedure.Cases;

public sealed partial class CaseFile
{
    private const string Lead = "Accountability.RegisterLead";

    // A case that is taken up again begins with its lead: what was approved before is no approval of what is to come.
    private static readonly string[] textsForReview = [Lead, "Accountability.CompileReport", "Accountability.ReleaseSpecialReport"];

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
        Submissions.FindLast(submission => submission.StageType == Lead
            || submission.FormName is nameof(CompileReportForm) or nameof(PartyCommitteeReviewForm) or nameof(GovernmentReviewForm)) is { FormName: nameof(CompileReportForm) } last && last.Read<CompileReportForm>().Decision == ReportDecision.Release;

    /// <summary>第十一条第一款第一句: whether 州党委 and 州人民政府 have both approved the same text.</summary>
    public bool IsApproved => KeyOf<PartyCommitteeReviewForm>() is not null && KeyOf<GovernmentReviewForm>() is not null;

    /// <summary>The later of the two approvals' dates; null until both have approved.</summary>
    public DateOnly? ApprovedOn => !IsApproved ? null : new[] { KeyOf<PartyCommitteeReviewForm>(), KeyOf<GovernmentReviewForm>() }
        .Max(key => ReviewIn(key!).ReviewedOn);

    /// <summary>
    /// 第十一条第一款第一句, 第十三条: what both bodies hold of a proposal in the same words becomes a measure: both agree, or both change it to
    /// identical words. Anything else becomes none. In a case that was taken up again, what is decided otherwise than before takes the place of the earlier
    /// measure, and what is decided alike leaves it as it is. Answers the measures that came into being.
    /// </summary>
    public IReadOnlyList<Measure> Decide(DateTimeOffset now, DateOnly today)
    {
        if (KeyOf<PartyCommitteeReviewForm>() is not { } party || KeyOf<GovernmentReviewForm>() is not { } government)
            throw new InvalidOperationException($"Case {Number} is decided only when both bodies have approved the same text.");
        var (one, other) = (ReviewIn(party), ReviewIn(government));
        var (before, begun) = (Measures.Count, Submissions.FindLast(submission => submission.StageType == Lead)?.At);
        foreach (var proposal in Proposals())
        {
            var standing = Measures.FindLast(measure => measure.ProposalId == proposal.Id && measure.Stands);
            if (standing is not null && !(standing.DecidedAt < begun))
                continue;
            var words = Agreed(proposal, one.On(proposal), other.On(proposal));
            if (standing is not null && standing.Code == proposal.Measure && standing.PartyId == proposal.PartyId && Wording.IsSame(standing.Words, words))
                continue;
            if (standing is not null)
                (standing.RevokedOn, standing.AlteredBy) = (today, other.DocumentNumber);
            if (words is not null)
                Measures.Add(MeasureOf(proposal, words, now, today));
        }
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
        var kind = Rules.Measures.FindOrLast(proposal.Measure, today) ?? throw new InvalidOperationException(
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
