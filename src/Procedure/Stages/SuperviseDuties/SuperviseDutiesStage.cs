using WorkflowAccountability.Procedure.Cases;
using WorkflowAccountability.Procedure.Organisations;
using WorkflowAccountability.Procedure.Regulation;
using WorkflowAccountability.Procedure.Stages.DecideSupervision;
using WorkflowAccountability.Procedure.Stages.ProposeHandling;
using WorkflowAccountability.Procedure.WorkItems;

namespace WorkflowAccountability.Procedure.Stages.SuperviseDuties;

/// <summary>第十条第一句: the supervision team inquires how duties were fulfilled, and gives its opinions on accountability.</summary>
[Stage("Accountability.SuperviseDuties", Citation = "第十条第一句", Walled = true)]
public sealed class SuperviseDutiesStage : Stage<SuperviseDutiesForm>
{
    /// <inheritdoc/>
    public override IReadOnlyList<string> Outcomes => ["OpinionsGiven"];

    /// <inheritdoc/>
    public override Text? DoneBy => Text.Of<SheetTexts>("Team.Supervision");

    /// <inheritdoc/>
    public override IReadOnlyList<string> Outputs => ["disciplineNeeded"];

    /// <summary>第十条第一句: the team acts by its leader; the period counts from the day on which the inquiry was opened.</summary>
    protected override Seat Assign(StageContext context)
    {
        About.Only(context.Inputs.Role, Roles.Supervision);
        return new Seat("opinions", typeof(SuperviseDutiesForm), context.File.SupervisionSigner(About))
        {
            Deadline = context.Inputs.Deadline,
            EscalateTo = context.Inputs.EscalateTo,
            DeadlineFrom = context.File.Latest<DecideSupervisionForm>()?.StartedOn,
            Prefill = Draft(context.File),
            Walled = true,
        };
    }

    /// <summary>第十条第一句: everybody concerned is examined; 第十三条: each opinion is a measure that fits.</summary>
    protected override IEnumerable<Ruling> Check(StageContext context, SuperviseDutiesForm form) =>
    [
        .. context.File.PartiesHere.Select(party => SupervisionOpinionRules.IsExamined(form, party)),
        SupervisionOpinionRules.EndsWithOpinionsOrReason(form),
        .. form.Opinions.SelectMany((opinion, at) => new[]
        {
            SupervisionOpinionRules.IsAboutAParty(context.File, opinion, at + 1),
            SupervisionOpinionRules.IsAMeasureForIt(context.File, opinion, at + 1, context.Today),
            ProposalRules.BasisWasInForce(context.File, opinion, at + 1, context.Today),
            SupervisionOpinionRules.KeepsItsNumber(context.File, form, opinion, at + 1),
        }),
    ];

    /// <inheritdoc/>
    protected override string Decide(StageContext context, SuperviseDutiesForm form) => "OpinionsGiven";

    /// <summary>第十条第二句: discipline and organisational handling are consulted on first.</summary>
    protected override IReadOnlyDictionary<string, object?> OutputsOf(StageContext context, SuperviseDutiesForm form) =>
        new Dictionary<string, object?>
        {
            ["disciplineNeeded"] = context.File.SupervisionOpinions()
                .Any(opinion => context.File.AwaitsConsultation(opinion, context.Today)),
        };

    private static SuperviseDutiesForm Draft(CaseFile file)
    {
        var last = file.Latest<SuperviseDutiesForm>();
        var known = last?.Duties ?? [];
        return new SuperviseDutiesForm
        {
            Duties =
            [
                .. known,
                .. file.PartiesHere.Where(party => !known.Exists(duty => duty.PartyId == party.Id))
                    .Select(party => new DutyFinding { PartyId = party.Id }),
            ],
            Inquiry = last?.Inquiry ?? "",
            Opinions = [.. file.SupervisionOpinions()],
            NoOpinionsReason = last?.NoOpinionsReason,
        };
    }
}
