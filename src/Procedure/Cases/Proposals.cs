using WorkflowAccountability.Procedure.Stages.ProposeHandling;

namespace WorkflowAccountability.Procedure.Cases;

public sealed partial class CaseFile
{
    /// <summary>第九条第（四）项: the investigation team's proposals as they now stand; a number once given is never given again.</summary>
    public IReadOnlyList<Proposal> HandlingProposals()
    {
        var given = 0;
        IReadOnlyList<Proposal> newest = [];
        foreach (var round in All<ProposeHandlingForm>())
            newest = [.. round.Proposals.Select(proposal =>
                string.IsNullOrEmpty(proposal.Id) ? proposal with { Id = $"H{++given}" } : proposal)];
        return newest;
    }

    /// <summary>第九条第（四）项, 第十条第一句: what both teams propose; both keys decide each of them.</summary>
    public IReadOnlyList<Proposal> Proposals() => [.. HandlingProposals(), .. SupervisionOpinions()];

    /// <summary>第十条第二句: whether a proposal needs consultation that its present words have not had.</summary>
    public bool ConsultationNeeded(DateOnly today) => Proposals().Any(proposal => AwaitsConsultation(proposal, today));
}
