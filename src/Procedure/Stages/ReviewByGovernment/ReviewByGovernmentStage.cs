using WorkflowAccountability.Procedure.Organisations;
using WorkflowAccountability.Procedure.Stages.Review;

namespace WorkflowAccountability.Procedure.Stages.ReviewByGovernment;

/// <summary>第十一条第一款第一句: 州人民政府 reviews and approves the investigation report, or returns it.</summary>
[Stage("Accountability.ReviewByGovernment", Citation = "第十一条第一款第一句", IsFinal = true)]
public sealed class ReviewByGovernmentStage : ReviewStage<GovernmentReviewForm, PartyCommitteeReviewForm>
{
    /// <inheritdoc/>
    protected override string Body => Roles.Government;

    /// <inheritdoc/>
    protected override string OtherBody => Roles.PartyCommittee;

    /// <inheritdoc/>
    protected override string Approved => "governmentApproved";
}
