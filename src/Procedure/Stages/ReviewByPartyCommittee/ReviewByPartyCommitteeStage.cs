using WorkflowAccountability.Procedure.Organisations;
using WorkflowAccountability.Procedure.Stages.Review;

namespace WorkflowAccountability.Procedure.Stages.ReviewByPartyCommittee;

/// <summary>第十一条第一款第一句: 州党委 reviews and approves the investigation report, or returns it.</summary>
[Stage("Accountability.ReviewByPartyCommittee", Citation = "第十一条第一款第一句", IsFinal = true)]
public sealed class ReviewByPartyCommitteeStage : ReviewStage<PartyCommitteeReviewForm, GovernmentReviewForm>
{
    /// <inheritdoc/>
    protected override string Body => Roles.PartyCommittee;

    /// <inheritdoc/>
    protected override string OtherBody => Roles.Government;

    /// <inheritdoc/>
    protected override string Approved => "partyApproved";
}
