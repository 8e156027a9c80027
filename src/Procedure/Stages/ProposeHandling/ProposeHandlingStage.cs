using WorkflowAccountability.Procedure.Regulation;

namespace WorkflowAccountability.Procedure.Stages.ProposeHandling;

/// <summary>第九条第（四）项: the team proposes, by law, how each responsible unit and person is to be handled.</summary>
[Stage("Accountability.ProposeHandling", Citation = "第九条第（四）项")]
public sealed class ProposeHandlingStage : SectionStage<ProposeHandlingForm>
{
    /// <summary>第十四条第（一）项: whoever has an aggravating ground against him is answered on it.</summary>
    protected override ProposeHandlingForm? First(StageContext context) => new()
    {
        Strictness = [.. context.File.Matrix().Where(responsible => context.File.IsAggravated(responsible.Party))
            .Select(responsible => new Strictness { PartyId = responsible.Party.Id })],
    };

    /// <summary>内部环节: a proposal keeps its number through every round.</summary>
    protected override ProposeHandlingForm Again(StageContext context, ProposeHandlingForm last) =>
        last with { Proposals = [.. context.File.HandlingProposals()] };

    /// <summary>第九条第（四）项: nobody of the matrix is left out; 第十三条: measures fit; 第十四条: weighed grounds are answered.</summary>
    protected override IEnumerable<Ruling> Check(StageContext context, ProposeHandlingForm draft) =>
    [
        .. context.File.Matrix().SelectMany(responsible => new[]
        {
            ProposalRules.HasAProposalOrAReason(context.File, draft, responsible.Party),
            ProposalRules.AggravationIsAnswered(context.File, draft, responsible.Party),
        }),
        .. draft.Proposals.SelectMany((proposal, at) => new[]
        {
            ProposalRules.IsAboutAParty(context.File, proposal, at + 1),
            ProposalRules.IsAMeasureForIt(context, proposal, at + 1),
            ProposalRules.BasisWasInForce(context.File, proposal, at + 1),
            ProposalRules.KeepsItsNumber(context.File, draft, proposal, at + 1),
        }),
    ];
}
