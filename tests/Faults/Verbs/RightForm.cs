using WorkflowAccountability.Procedure.Forms;
using WorkflowAccountability.Procedure.Stages.ConsultDiscipline;
using WorkflowAccountability.Procedure.Stages.DecideSupervision;
using WorkflowAccountability.Procedure.Stages.MonitorFollowUp;
using WorkflowAccountability.Procedure.Stages.ReferCase;
using WorkflowAccountability.Procedure.Stages.Review;
using WorkflowAccountability.Procedure.WorkItems;
using WorkflowAccountability.Testing;

namespace WorkflowAccountability.Faults.Verbs;

/// <summary>For every open item the form with which the case goes on, towards its end.</summary>
internal static class RightForm
{
    private static readonly Dictionary<string, object> fixedForms = new object[]
    {
        Filled.Lead with { WithoutAdvice = false }, Filled.Advice, Filled.Launch, Filled.Team, Filled.TeamApproval, Filled.SignOff, Filled.Facts, Filled.Causes,
        Filled.Matrix, Filled.Weighing, Filled.Handling, Filled.Report, Concluding.Disclosure, Concluding.Restrictions, Concluding.Confirmation,
        Concluding.Executed, Concluding.Talk, Concluding.Closing,
        new DecideSupervisionForm { Decision = SupervisionDecision.NotNeeded, Reason = "暂无需要。" },
        new ReferCaseForm { Decision = ReferralDecision.NotNeeded, Reason = "不涉嫌犯罪。" },
    }.ToDictionary(form => form.GetType().Name);

    /// <summary>The form for an item of a case.</summary>
    public static object For(WorkItem item)
    {
        object Shown<T>() where T : class => FormJsonText.Read(item.Prefill!, typeof(T));
        return item.FormName switch
        {
            nameof(ConsultationLetterForm) => Concluding.Letter(((ConsultationLetterForm)Shown<ConsultationLetterForm>()).Proposals.Select(asked => asked.ProposalId)),
            nameof(ConsultedOpinionForm) => Concluding.Answer(Shown<ConsultedOpinionForm>()),
            nameof(PartyCommitteeReviewForm) => Concluding.Approving<PartyCommitteeReviewForm>(Shown<PartyCommitteeReviewForm>()),
            nameof(GovernmentReviewForm) => Concluding.Approving<GovernmentReviewForm>(Shown<GovernmentReviewForm>()),
            nameof(FollowUpForm) => Concluding.Confirming(Shown<FollowUpForm>()),
            var name => fixedForms.TryGetValue(name, out var form) ? form : throw new InvalidOperationException($"No form for {name}."),
        };
    }
}
