using WorkflowAccountability.Procedure.Cases;
using WorkflowAccountability.Procedure.Regulation;
using WorkflowAccountability.Procedure.WorkItems;

namespace WorkflowAccountability.Procedure.Stages.WeighGrounds;

/// <summary>第十四条: before anything is proposed, the team weighs for every person what speaks against him and what for him.</summary>
[Stage("Accountability.WeighGrounds", Citation = "第十四条")]
public sealed class WeighGroundsStage : Stage<WeighGroundsForm>
{
    /// <inheritdoc/>
    public override IReadOnlyList<string> Outcomes => ["Weighed"];

    /// <inheritdoc/>
    public override Text? DoneBy => Text.Of<SheetTexts>("Team.Investigation");

    /// <summary>第十四条: a row on either side for every person of the matrix, so that nobody is passed over.</summary>
    protected override Seat Assign(StageContext context)
    {
        context.File.MustHaveATeam(About);
        var (code, from) = InvestigationClock.Of(context.File, context.Inputs.Deadline);
        return new Seat("draft", typeof(WeighGroundsForm), Candidate.MembersOf(TeamKind.Investigation))
        {
            Deadline = code,
            DeadlineFrom = from,
            EscalateTo = context.Inputs.EscalateTo,
            Prefill = Template(context.File),
        };
    }

    /// <summary>第十四条第（一）项、第（三）项: both sides for everybody, each with proof or a reason.</summary>
    protected override IEnumerable<Ruling> Check(StageContext context, WeighGroundsForm form) =>
    [
        .. context.File.ResponsiblePersons().SelectMany(person => new[]
        {
            WeighingRules.AggravationIsWeighed(form, person), WeighingRules.MitigationIsWeighed(form, person),
        }),
        .. form.Aggravating.Select((row, at) => WeighingRules.IsWhole(row, at + 1)),
        .. form.Mitigating.Select((row, at) => WeighingRules.IsWhole(row, at + 1)),
        .. form.Aggravating.Select(row => row.PartyId).Concat(form.Mitigating.Select(row => row.PartyId)).Distinct()
            .Select(id => WeighingRules.IsAParty(context.File, id)),
    ];

    /// <inheritdoc/>
    protected override string Decide(StageContext context, WeighGroundsForm form) => "Weighed";

    private static WeighGroundsForm Template(CaseFile file)
    {
        var last = file.Latest<WeighGroundsForm>() ?? new WeighGroundsForm();
        var persons = file.ResponsiblePersons().Select(person => person.Id).ToList();
        return new WeighGroundsForm
        {
            Aggravating =
            [
                .. last.Aggravating,
                .. persons.Except(last.Aggravating.Select(row => row.PartyId)).Select(id => new Aggravation { PartyId = id }),
            ],
            Mitigating =
            [
                .. last.Mitigating,
                .. persons.Except(last.Mitigating.Select(row => row.PartyId)).Select(id => new Mitigation { PartyId = id }),
            ],
        };
    }
}
