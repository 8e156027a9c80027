using WorkflowAccountability.Procedure.Cases;
using WorkflowAccountability.Procedure.Organisations;
using WorkflowAccountability.Procedure.Regulation;
using WorkflowAccountability.Procedure.Stages.Review;
using WorkflowAccountability.Procedure.Stages.ReviewByGovernment;
using WorkflowAccountability.Procedure.Stages.ReviewByPartyCommittee;
using static WorkflowAccountability.Procedure.Papers.PaperSource;

namespace WorkflowAccountability.Procedure.Papers.Kinds;

/// <summary>第十一条第一款第一句: one of the two bodies approves the report. What concerns the supervision team's opinions stays out of it.</summary>
public abstract class ReviewReply<TReview> : PaperKind where TReview : ReviewForm
{
    /// <inheritdoc/>
    public override string Citation => "第十一条第一款第一句";

    /// <inheritdoc/>
    public override PaperLayout Layout => PaperLayout.Downward;

    /// <summary>The body's role.</summary>
    protected abstract string Body { get; }

    /// <summary>The body's stage.</summary>
    protected abstract Type Stage { get; }

    /// <inheritdoc/>
    public override IReadOnlyList<string> Issuers(PaperSource source) => source.Holder(Body) is { } body ? [body] : [];

    /// <inheritdoc/>
    public override Ruling Ready(PaperSource source) => Ruling.Require(source.File.KeyOf<TReview>() is not null, Citation,
        Text.Of<PaperTexts>("NotYet.Reason", new Text(Stage, "Title")), Text.Of<PaperTexts>("NotYet.Remedy", new Text(Stage, "Title")));

    /// <inheritdoc/>
    public override PaperText Compose(PaperSource source)
    {
        var review = source.File.KeyOf<TReview>()!.Read<TReview>();
        var decided = review.Decisions.Where(row => !Proposal.IsSupervisions(row.ProposalId)).ToList();
        return new PaperText
        {
            Title = $"关于{source.File.Title}调查报告的批复", To = source.LeaderUnit is { } unit ? [unit] : [],
            Copies = [.. new[] { source.Holder(Body == Roles.Government ? Roles.PartyCommittee : Roles.Government), source.Holder(Roles.Supervision) }.OfType<string>()],
            Body = string.Join('\n',
            [
                $"关于报请审查批准“{source.File.Title}”调查报告的请示收悉。经{(string.IsNullOrWhiteSpace(review.Meeting) ? "" : review.Meeting)}研究，现批复如下：",
                $"一、根据{source.Regulation}第十一条第一款第一句规定，原则同意{Approved(review)}。",
                "二、对责任追究建议逐项批复如下：",
                .. decided.Select((row, index) => $"{index + 1}.{source.Who(row.PartyId)}（{source.Measure(row.Measure)}）：{Verdict(row)}"),
                "三、调查报告应当按照《办法》第十一条第一款第二句规定向社会公开；各有关部门和单位应当认真落实对相关责任单位和责任人的处理。",
                "此复。",
            ]),
        };
    }

    // The text that was approved, byte for byte; one that went up before texts were locked has no hash.
    private static string Approved(TReview review) => review.ReportSha256 is { } hash ? $"调查报告{review.Report}。批准的文本以校验值（SHA-256）{hash}为准" : "调查报告";

    private static string Verdict(ProposalDecision row) => row.Verdict switch
    {
        ProposalVerdict.Agree => $"同意。{Sentence(row.Proposed)}",
        ProposalVerdict.Change => $"修改为：{Sentence(row.Words)}",
        ProposalVerdict.Disagree => $"不同意。{Sentence(row.Words)}",
        _ => throw new ArgumentOutOfRangeException(nameof(row), row.Verdict, "An approval decides every proposal."),
    };
}

/// <summary>第十一条第一款第一句: 州党委's.</summary>
public sealed class PartyReviewReply : ReviewReply<PartyCommitteeReviewForm>
{
    /// <inheritdoc/>
    protected override string Body => Roles.PartyCommittee;

    /// <inheritdoc/>
    protected override Type Stage => typeof(ReviewByPartyCommitteeStage);
}

/// <summary>第十一条第一款第一句: 州人民政府's.</summary>
public sealed class GovernmentReviewReply : ReviewReply<GovernmentReviewForm>
{
    /// <inheritdoc/>
    protected override string Body => Roles.Government;

    /// <inheritdoc/>
    protected override Type Stage => typeof(ReviewByGovernmentStage);
}
