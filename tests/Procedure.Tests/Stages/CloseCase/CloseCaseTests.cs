using WorkflowAccountability.Procedure.Cases;
using WorkflowAccountability.Procedure.Organisations;
using WorkflowAccountability.Procedure.Stages;
using WorkflowAccountability.Procedure.Stages.CloseCase;
using WorkflowAccountability.Procedure.Stages.ImplementDecision;
using WorkflowAccountability.Procedure.Stages.MonitorFollowUp;
using WorkflowAccountability.Testing;

namespace WorkflowAccountability.Procedure.Tests.Stages.CloseCase;

public sealed class CloseCaseTests
{
    private static readonly StageInputs inputs = new(Roles.LeadEnv, Roles.Government);
    private static readonly CloseCaseStage stage = new();

    private static ACase Approved => new ACase().WithReport().Consulted().Approved();

    [Fact]
    public void A_case_stays_open_while_the_prefecture_cooperates_with_a_superiors_inquiry_into_it()
    {
        var matter = Approved.Disclosed().Restricted().Executed().FollowedUp();

        matter.File.RunningWorkflows = 2;

        Refusals(matter).ShouldBe(["第七条第二句 Track.Open.Reason"]);
    }

    [Fact]
    public void A_closed_case_knows_when_it_was_closed()
    {
        var matter = Approved.Disclosed().Restricted().Executed().FollowedUp();
        Refusals(matter).ShouldBeEmpty();

        matter.Submit(stage, matter.Enter(inputs), "form", Concluding.Closing).ShouldBeOfType<StageStep.Leaving>().Outcome
            .ShouldBe("Closed");

        (matter.File.Status, matter.File.ClosedAt).ShouldBe((CaseStatus.Closed, matter.Now));
    }

    [Theory]
    [InlineData(false, Roles.LeadEnv)]
    [InlineData(true, Roles.Government)]
    public void A_case_against_the_environment_bureau_is_closed_by_the_government(bool concernsLeadBureau, string role)
    {
        var matter = new ACase();
        matter.File.ConcernsLeadBureau = concernsLeadBureau;

        stage.Enter(matter.Enter(inputs)).ShouldHaveSingleItem().To.ShouldBe(Candidate.OfRole(role));
    }

    [Fact]
    public void A_lead_that_was_never_launched_needs_no_publication() => Refusals(new ACase().Registered()).ShouldBeEmpty();

    [Fact]
    public void 第十一条第一款第二句_向社会公开_An_approved_report_is_public_before_the_case_is_closed() =>
        Refusals(Approved.Restricted().Executed().FollowedUp()).ShouldBe(["第十一条第一款第二句 Report.NotPublic.Reason"]);

    [Fact]
    public void The_restrictions_are_in_the_ledger_before_the_case_is_closed() =>
        Refusals(Approved.Disclosed().Executed().FollowedUp()).ShouldBe(["第十二条第一款 Restrictions.Open.Reason"]);

    [Fact]
    public void 第十一条第二款第二句_One_followers_confirmation_does_not_close_a_case()
    {
        var matter = Approved.Disclosed().Restricted().Executed();
        var followUp = new MonitorFollowUpStage();
        var context = matter.Enter(new(Roles.Supervision, Roles.LeadEnv));
        matter.Submit(followUp, context, "supervision", Concluding.Confirming(followUp.Enter(context)[0].Prefill));

        Refusals(matter).ShouldBe(["第十一条第二款第二句 FollowUp.Open.Reason"]);
    }

    [Fact]
    public void A_measure_that_is_still_to_be_done_keeps_the_case_open()
    {
        var matter = Approved.Disclosed().Restricted().Executed().FollowedUp();
        matter.File.Measures[0].Status = MeasureStatus.Decided;

        Refusals(matter).ShouldBe(["第十一条第二款第二句 FollowUp.Open.Reason"]);

        new ImplementDecisionStage().Enter(matter.Enter(new(Roles.AnyOffice))).ShouldHaveSingleItem();
    }

    private static IReadOnlyList<string> Refusals(ACase matter) => matter.Refusals(stage, matter.Enter(inputs), "form", Concluding.Closing);
}
