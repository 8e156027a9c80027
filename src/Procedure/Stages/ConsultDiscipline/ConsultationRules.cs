using WorkflowAccountability.Procedure.Cases;
using WorkflowAccountability.Procedure.Organisations;
using WorkflowAccountability.Procedure.Regulation;

namespace WorkflowAccountability.Procedure.Stages.ConsultDiscipline;

public static class ConsultationRules
{
    private const string Clause = "第十条第二句";

    /// <summary>第十条第二句: the letter goes to somebody.</summary>
    public static Ruling AsksSomebody(ConsultationLetterForm form) => Ruling.Require(form.Bodies.Count > 0, Clause,
        Text.Of<ConsultDisciplineStage>("Bodies.None.Reason"), Text.Of<ConsultDisciplineStage>("Bodies.None.Remedy"));

    /// <summary>内部环节: each body answers once, and the supervision bureau does not consult itself.</summary>
    public static Ruling AsksEachOnce(ConsultationLetterForm form) => Ruling.Require(
        form.Bodies.DistinctBy(body => body.Role).Count() == form.Bodies.Count
            && !form.Bodies.Exists(body => body.Role == Roles.Supervision),
        "内部环节", Text.Of<ConsultDisciplineStage>("Bodies.Twice.Reason"), Text.Of<ConsultDisciplineStage>("Bodies.Twice.Remedy"));

    /// <summary>第十条第二句: a letter goes to one body of today; many or nobody cannot answer, and administrators know no case.</summary>
    public static Ruling AsksOneBody(StageContext context, ConsultedBody body) => Ruling.Require(
        body.Role != Roles.Administrator && context.Directory.OrganisationsFor(body.Role, context.Today).Count == 1, Clause,
        Text.Of<ConsultDisciplineStage>("Body.Unknown.Reason", Roles.Find(body.Role)?.Chinese ?? body.Role),
        Text.Of<ConsultDisciplineStage>("Body.Unknown.Remedy"));

    /// <summary>第十条第二句: the text names the discipline commission and the organisation department; leaving one out needs a reason.</summary>
    public static Ruling AsksTheNamedBodies(ConsultationLetterForm form) => Ruling.Require(
        !string.IsNullOrWhiteSpace(form.WhyNotBoth)
            || MeasureCatalogue.Shipped.Consultation.Roles.All(role => form.Bodies.Exists(body => body.Role == role)),
        Clause, Text.Of<ConsultDisciplineStage>("Bodies.NotBoth.Reason"), Text.Of<ConsultDisciplineStage>("Bodies.NotBoth.Remedy"));

    /// <summary>第十条第二句: no proposal that needs consultation is left out of the letter.</summary>
    public static Ruling Covers(ConsultationLetterForm form, Proposal waiting) => Ruling.Require(
        form.Proposals.Exists(concerned => concerned.ProposalId == waiting.Id), Clause,
        Text.Of<ConsultDisciplineStage>("Proposal.LeftOut.Reason", waiting.Id), Text.Of<ConsultDisciplineStage>("Proposal.LeftOut.Remedy"));

    /// <summary>第十条第二句: the letter is about proposals of this case that the asking side may see.</summary>
    public static Ruling ConcernsKnownProposals(ConsultationLetterForm form, IReadOnlyList<Proposal> known) => Ruling.Require(
        form.Proposals.Count > 0 && form.Proposals.TrueForAll(concerned => known.Any(proposal => proposal.Id == concerned.ProposalId)),
        Clause, Text.Of<ConsultDisciplineStage>("Proposal.Unknown.Reason"), Text.Of<ConsultDisciplineStage>("Proposal.Unknown.Remedy"));

    /// <summary>内部环节: an answer bears no later date than the day on which it is entered.</summary>
    public static Ruling IsNotDatedAhead(ConsultedOpinionForm form, DateOnly today) => Ruling.Require(form.AnsweredOn <= today, "内部环节",
        Text.Of<ConsultDisciplineStage>("Answer.Ahead.Reason"), Text.Of<ConsultDisciplineStage>("Answer.Ahead.Remedy"));

    /// <summary>第十条第二句: the answer is to the letter as it was sent.</summary>
    public static Ruling AnswersTheLetter(ConsultedOpinionForm form, ConsultedOpinionForm sent) => Ruling.Require(
        form.LetterNumber == sent.LetterNumber && Wording.IsSame(form.Letter, sent.Letter) && form.Proposals.Count == sent.Proposals.Count
            && form.Proposals.Zip(sent.Proposals).All(pair => pair.First.IsSame(pair.Second)),
        Clause,
        Text.Of<ConsultDisciplineStage>("Answer.OtherLetter.Reason"), Text.Of<ConsultDisciplineStage>("Answer.OtherLetter.Remedy"));
}
