using WorkflowAccountability.Procedure.Cases;
using WorkflowAccountability.Procedure.Stages;
using WorkflowAccountability.Procedure.Stages.CompileReport;
using WorkflowAccountability.Procedure.Stages.ProposeHandling;
using WorkflowAccountability.Procedure.Stages.Review;
using WorkflowAccountability.Procedure.Stages.ReviewByGovernment;
using WorkflowAccountability.Procedure.Stages.ReviewByPartyCommittee;
using WorkflowAccountability.Testing;

namespace WorkflowAccountability.Procedure.Tests.Cases;

/// <summary>第五条 (终身追责), 第十一条第一款第一句: a case that was taken up again is decided anew.</summary>
public sealed class ReopenedCaseTests
{
    private readonly ACase matter = new ACase().WithReport().Consulted().Approved().Restricted();

    public ReopenedCaseTests() => matter.Now = matter.Now.AddDays(30);

    [Fact]
    public void What_was_approved_before_is_no_approval_of_what_is_to_come()
    {
        matter.File.IsApproved.ShouldBeTrue();

        matter.Registered();

        (matter.File.IsApproved, matter.File.ReportIsReleased, matter.File.ApprovedOn).ShouldBe((false, false, null));
    }

    [Fact]
    public void What_is_decided_alike_stays_and_what_is_decided_otherwise_takes_the_place_of_the_earlier_measure()
    {
        var earlier = matter.File.Measures.ToList();
        ReportAgain();

        Approve(form => form with { Decisions = [.. form.Decisions.Select((decision, at) => at > 0 ? decision : decision with { Verdict = ProposalVerdict.Change, Words = "改为通报批评。" })] });

        matter.File.IsApproved.ShouldBeTrue();
        var changed = earlier.Single(measure => measure.RevokedOn is not null);
        var taken = matter.File.Measures.Except(earlier).ShouldHaveSingleItem();
        (taken.ProposalId, taken.Text, taken.Status).ShouldBe((changed.ProposalId, "改为通报批评。", MeasureStatus.Decided));
        earlier.Count(measure => measure.RevokedOn is null).ShouldBe(earlier.Count - 1);
    }

    [Fact]
    public void What_both_refuse_now_is_taken_away()
    {
        ReportAgain();

        Approve(form => form with { Decisions = [.. form.Decisions.Select(decision => decision with { Verdict = ProposalVerdict.Disagree, Words = "事实不清。" })] });

        matter.File.Measures.ShouldAllBe(measure => measure.RevokedOn != null);
    }

    [Fact]
    public void An_entry_of_article_12_that_stands_is_not_made_twice()
    {
        var entries = matter.File.Restrictions.Count;
        ReportAgain();
        matter.Approved();

        matter.Restricted();

        matter.File.Restrictions.Count.ShouldBe(entries);
    }

    // The proposals as the form shows them again, under their numbers.
    private void ReportAgain()
    {
        var (stage, inputs) = (new ProposeHandlingStage(), new StageInputs("LEAD_ENV", Deadline: "D07"));
        matter.WithWeighing();
        var shown = stage.Enter(matter.Enter(inputs))[0].Prefill!;
        matter.Play(stage, inputs, ("draft", shown), ("signOff", Filled.SignOff)).Play(new CompileReportStage(), inputs, ("form", Filled.Report)).Consulted();
    }

    private void Approve(Func<ReviewForm, ReviewForm> change)
    {
        matter.By("party-zhao").Review<PartyCommitteeReviewForm>(new ReviewByPartyCommitteeStage(), "PARTY_COMMITTEE", form => (PartyCommitteeReviewForm)change(form));
        matter.By("gov-ma").Review<GovernmentReviewForm>(new ReviewByGovernmentStage(), "GOVERNMENT", form => (GovernmentReviewForm)change(form));
    }
}
