using WorkflowAccountability.Procedure.Stages.ConsultDiscipline;

namespace WorkflowAccountability.Procedure.Cases;

public sealed partial class CaseFile
{
    /// <summary>第十条第二句: whether the measure needs consultation and not every body asked has answered on these very words.</summary>
    public bool AwaitsConsultation(Proposal proposal, DateOnly today) =>
        Rules.Measures.Find(proposal.Measure, today)?.NeedsConsultation is true && !Consulted(proposal);

    private bool Consulted(Proposal proposal) => Submissions
        .Where(submission => submission.FormName == nameof(ConsultationLetterForm))
        .Any(letter => letter.Read<ConsultationLetterForm>().Bodies.TrueForAll(body => Submissions.Exists(submission =>
            submission.ActivityInstanceId == letter.ActivityInstanceId
            && submission.FormName == nameof(ConsultedOpinionForm)
            && submission.Seat == body.Role
            && submission.Read<ConsultedOpinionForm>().Proposals.Exists(asked => asked.IsAbout(proposal)))));
}
