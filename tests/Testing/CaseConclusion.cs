using WorkflowAccountability.Procedure.Organisations;
using WorkflowAccountability.Procedure.Stages;
using WorkflowAccountability.Procedure.Stages.ConsultDiscipline;
using WorkflowAccountability.Procedure.Stages.DecideSupervision;
using WorkflowAccountability.Procedure.Stages.DiscloseReport;
using WorkflowAccountability.Procedure.Stages.ImplementDecision;
using WorkflowAccountability.Procedure.Stages.MonitorFollowUp;
using WorkflowAccountability.Procedure.Stages.RecordRestrictions;
using WorkflowAccountability.Procedure.Stages.ReleaseSpecialReport;
using WorkflowAccountability.Procedure.Stages.Review;
using WorkflowAccountability.Procedure.Stages.ReviewByGovernment;
using WorkflowAccountability.Procedure.Stages.ReviewByPartyCommittee;
using WorkflowAccountability.Procedure.Stages.SuperviseDuties;

namespace WorkflowAccountability.Testing;

/// <summary>How a case goes on beside and after its report: each of these plays one step with the <see cref="Concluding"/> forms.</summary>
public static class CaseConclusion
{
    private static readonly StageInputs ofSupervision = new(Roles.Supervision);

    /// <summary>Who acts next, in his posts of that day.</summary>
    public static ACase By(this ACase matter, string personId)
    {
        matter.Actor = OrganisationDirectory.Shipped.ActorOf(personId, matter.Now);
        return matter;
    }

    /// <summary>第十条第一句: the supervision bureau formed a team.</summary>
    public static ACase Supervised(this ACase matter) =>
        matter.By("supervision-he").Play(new DecideSupervisionStage(), ofSupervision, ("form", Concluding.Started));

    /// <summary>第十条第一句: the team gave its opinion S1.</summary>
    public static ACase WithOpinions(this ACase matter) =>
        matter.By("supervision-guo").Play(new SuperviseDutiesStage(), ofSupervision, ("opinions", Concluding.Opinions));

    /// <summary>第十条第二句: both named bodies were asked about everything that waits for them, and agreed.</summary>
    public static ACase Consulted(this ACase matter)
    {
        var stage = new ConsultDisciplineStage();
        var context = matter.By("supervision-guo").Enter(ofSupervision);
        var shown = (ConsultationLetterForm)stage.Enter(context)[0].Prefill!;
        var letter = Concluding.Letter(shown.Proposals.Select(concerned => concerned.ProposalId));
        var asked = (StageStep.Opening)matter.Submit(stage, context, "ask", letter);
        foreach (var (seat, person) in asked.Seats.Zip(["discipline-feng", "org-dept-peng"]))
            matter.By(person).Submit(stage, context, seat.Key, Concluding.Answer(seat.Prefill));
        return matter;
    }

    /// <summary>第十一条第一款第二句: the special report was released.</summary>
    public static ACase WithSpecialReport(this ACase matter) =>
        matter.By("supervision-guo").Play(new ReleaseSpecialReportStage(), ofSupervision, ("form", Concluding.SpecialReport));

    /// <summary>第十一条第一款第一句: 州党委 approved.</summary>
    public static ACase ApprovedByParty(this ACase matter) => matter.By("party-zhao")
        .Review<PartyCommitteeReviewForm>(new ReviewByPartyCommitteeStage(), Roles.PartyCommittee, form => form);

    /// <summary>第十一条第一款第一句: 州人民政府 approved.</summary>
    public static ACase ApprovedByGovernment(this ACase matter) => matter.By("gov-ma")
        .Review<GovernmentReviewForm>(new ReviewByGovernmentStage(), Roles.Government, form => form);

    /// <summary>第十一条第一款第一句: both approved, which decides the measures.</summary>
    public static ACase Approved(this ACase matter) => matter.ApprovedByParty().ApprovedByGovernment();

    /// <summary>第十一条第一款: inquired into on both sides, consulted on before and after both reports, and decided by both bodies.</summary>
    public static ACase Decided(this ACase matter) =>
        matter.WithReport().Supervised().WithOpinions().Consulted().WithSpecialReport().Consulted().Approved();

    /// <summary>A body approves what it is shown, changed as the test wishes.</summary>
    public static ACase Review<TReview>(this ACase matter, Stage stage, string role, Func<TReview, TReview> change)
        where TReview : ReviewForm
    {
        var shown = stage.Enter(matter.Enter(new(role)))[0].Prefill;
        return matter.Play(stage, new(role), ("form", change(Concluding.Approving<TReview>(shown))));
    }

    /// <summary>第十一条第一款第二句: the report is public.</summary>
    public static ACase Disclosed(this ACase matter) =>
        matter.By("gov-zhang").Play(new DiscloseReportStage(), new(Roles.Government), ("form", Concluding.Disclosure));

    /// <summary>第十二条第一款: the restrictions are in the ledger.</summary>
    public static ACase Restricted(this ACase matter)
    {
        var stage = new RecordRestrictionsStage();
        var context = matter.By("env-chen").Enter(new(Roles.LeadEnv, Roles.Supervision));
        matter.Submit(stage, context, "enter", Concluding.Restrictions);
        matter.By("supervision-xu").Submit(stage, context, "confirm", Concluding.Confirmation);
        return matter;
    }

    /// <summary>第十一条第二款第一句: every measure was carried out.</summary>
    public static ACase Executed(this ACase matter)
    {
        var stage = new ImplementDecisionStage();
        var context = matter.Enter(new(Roles.AnyOffice));
        foreach (var seat in stage.Enter(context))
            matter.Submit(stage, context, seat.Key, seat.Form == typeof(ImplementTalkForm) ? Concluding.Talk : Concluding.Executed);
        return matter;
    }

    /// <summary>第十一条第二款第二句: both followers confirmed.</summary>
    public static ACase FollowedUp(this ACase matter)
    {
        var stage = new MonitorFollowUpStage();
        var context = matter.Enter(new(Roles.Supervision, Roles.LeadEnv));
        foreach (var (seat, person) in stage.Enter(context).Zip(["supervision-xu", "env-chen"]))
            matter.By(person).Submit(stage, context, seat.Key, Concluding.Confirming(seat.Prefill));
        return matter;
    }
}
