using WorkflowAccountability.Procedure.Cases;
using WorkflowAccountability.Procedure.Notifications;
using WorkflowAccountability.Procedure.Organisations;
using WorkflowAccountability.Procedure.Regulation;
using WorkflowAccountability.Procedure.Stages.ReleaseSpecialReport;

namespace WorkflowAccountability.Procedure.Stages.ConsultDiscipline;

/// <summary>
/// 第十条第二句: where discipline or organisational handling is needed, the supervision bureau consults the discipline commission,
/// the organisation department and others; each body answers for itself.
/// </summary>
[Stage("Accountability.ConsultDiscipline", Citation = "第十条第二句", Walled = true)]
public sealed class ConsultDisciplineStage : Stage
{
    private const string Ask = "ask";

    /// <inheritdoc/>
    public override IReadOnlyList<string> Outcomes => ["OpinionGiven"];

    /// <inheritdoc/>
    public override IReadOnlyList<Type> Forms => [typeof(ConsultationLetterForm), typeof(ConsultedOpinionForm)];

    /// <inheritdoc/>
    public override IReadOnlyList<string> Outputs => ["consultationNeeded"];

    /// <inheritdoc/>
    public override IReadOnlyList<string> StepsAfter(string seat) =>
        seat == Ask ? [.. MeasureCatalogue.Shipped.Consultation.Roles.Select(body => Roles.Find(body)!.Chinese)] : [];

    /// <inheritdoc/>
    public override bool MayLeaveFrom(string seat) => seat != Ask;

    /// <summary>第十条第二句: the supervision team asks, or the bureau where there is no team.</summary>
    public override IReadOnlyList<Seat> Enter(StageContext context)
    {
        var role = About.Only(context.Inputs.Role, Roles.Supervision);
        var asker = context.File.Leader(TeamKind.Supervision) is null ? Candidate.OfRole(role) : Candidate.MembersOf(TeamKind.Supervision);
        return [new Seat(Ask, typeof(ConsultationLetterForm), asker)
        {
            Deadline = context.Inputs.Deadline,
            EscalateTo = context.Inputs.EscalateTo,
            Prefill = new ConsultationLetterForm
            {
                Bodies = [.. context.File.Rules.Measures.Consultation.Roles.Select(body => new ConsultedBody { Role = body })],
                Proposals = [.. Waiting(context).Select(proposal => new ConcernedProposal { ProposalId = proposal.Id! })],
            },
            Walled = true,
        }];
    }

    /// <summary>第十条第二句: the letter leaves no proposal and no named body out; the answer is to that letter.</summary>
    public override IEnumerable<Ruling> Check(StageContext context, string seat, object form) => form switch
    {
        ConsultationLetterForm letter =>
        [
            ConsultationRules.AsksSomebody(letter),
            ConsultationRules.AsksEachOnce(letter),
            .. letter.Bodies.Select(body => ConsultationRules.AsksOneBody(context, body)),
            ConsultationRules.AsksTheNamedBodies(letter),
            ConsultationRules.ConcernsKnownProposals(letter, Visible(context.File)),
            .. Waiting(context).Select(proposal => ConsultationRules.Covers(letter, proposal)),
        ],
        ConsultedOpinionForm answer =>
        [
            ConsultationRules.AnswersTheLetter(answer, Sent(context)),
            ConsultationRules.IsNotDatedAhead(answer, context.Today),
        ],
        _ => throw new ArgumentOutOfRangeException(nameof(form), form, $"{About.Type} takes a letter or an answer."),
    };

    /// <summary>第十条第二句: one consultation per body; the stage is left when all have answered.</summary>
    public override StageStep Submit(StageContext context, string seat, object form)
    {
        if (form is ConsultationLetterForm letter)
            return StageStep.Open([.. letter.Bodies.Select(body => SeatOf(context, body.Role))]);
        var answer = (ConsultedOpinionForm)form;
        if (answer.Position == ConsultedPosition.Differ && context.File.Leader(TeamKind.Supervision) is { } leader)
            context.File.Notify(new Recipient(PersonId: leader.PersonId),
                Text.Of<ConsultDisciplineStage>("Notice.Dissent", context.File.Number, context.Actor.PostText, answer.DocumentNumber),
                context.Now, walled: true);
        return Letter(context).Bodies.TrueForAll(body => context.Submitted<ConsultedOpinionForm>(body.Role) is not null)
            ? StageStep.Leave("OpinionGiven", new Dictionary<string, object?> { ["consultationNeeded"] = false })
            : StageStep.Wait;
    }

    private static Seat SeatOf(StageContext context, string role) => new(role, typeof(ConsultedOpinionForm), Candidate.OfRole(role))
    {
        Deadline = context.Inputs.Deadline,
        EscalateTo = context.Inputs.EscalateTo,
        About = Roles.Find(role)?.Chinese ?? role,
        Prefill = Sent(context),
        Walled = true,
    };

    private static ConsultationLetterForm Letter(StageContext context) => context.Submitted<ConsultationLetterForm>(Ask)
        ?? throw new InvalidOperationException($"Case {context.File.Number}: a body is consulted before the letter was written.");

    /// <summary>All that a consulted body is shown.</summary>
    private static ConsultedOpinionForm Sent(StageContext context)
    {
        var letter = Letter(context);
        return new ConsultedOpinionForm
        {
            LetterNumber = letter.LetterNumber,
            Letter = letter.Letter,
            Proposals = [.. context.File.Proposals()
                .Where(proposal => letter.Proposals.Exists(concerned => concerned.ProposalId == proposal.Id))
                .Select(p => new AskedProposal { ProposalId = p.Id!, PartyId = p.PartyId, Measure = p.Measure, Text = p.Text })],
        };
    }

    private static List<Proposal> Waiting(StageContext context) =>
        [.. Visible(context.File).Where(proposal => context.File.AwaitsConsultation(proposal, context.Today))];

    /// <summary>第十条第一句 (独立): until both texts are submitted together, the supervision team knows only its own opinions.</summary>
    private static IReadOnlyList<Proposal> Visible(CaseFile file) =>
        file.Leader(TeamKind.Supervision) is not null && !file.All<SpecialReportForm>().Any(report => report.IsReleased)
            ? file.SupervisionOpinions()
            : file.Proposals();
}
