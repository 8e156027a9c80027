using WorkflowAccountability.Procedure.Stages.Review;
using WorkflowAccountability.Procedure.Stages.ReviewByGovernment;

namespace WorkflowAccountability.Procedure.Tests.Stages.Review;

public sealed class OutsideTheWallTests
{
    [Fact]
    public void A_review_shows_nobody_outside_the_wall_what_the_supervision_team_proposed()
    {
        var form = new GovernmentReviewForm
        {
            SpecialReportRemarks = "请补充责令辞职的依据。",
            Decisions = [new ProposalDecision { ProposalId = "H1", Proposed = "诫勉谈话" }, new ProposalDecision { ProposalId = "S1", Proposed = "责令辞职" }],
        };

        var shown = (GovernmentReviewForm)new ReviewByGovernmentStage().OutsideTheWall(form);

        shown.Decisions.Select(row => row.ProposalId).ShouldBe(["H1"]);
        shown.SpecialReportRemarks.ShouldBeNull();
        form.Decisions.Count.ShouldBe(2);
    }
}
