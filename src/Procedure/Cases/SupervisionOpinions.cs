using WorkflowAccountability.Procedure.Stages.SuperviseDuties;

namespace WorkflowAccountability.Procedure.Cases;

public sealed partial class CaseFile
{
    /// <summary>第十条第一句: the supervision team's opinions as they now stand, numbered. A number once given is never given again.</summary>
    public IReadOnlyList<Proposal> SupervisionOpinions()
    {
        var given = 0;
        IReadOnlyList<Proposal> newest = [];
        foreach (var round in All<SuperviseDutiesForm>())
            newest = [.. round.Opinions.Select(opinion =>
                string.IsNullOrEmpty(opinion.Id) ? opinion with { Id = $"S{++given}" } : opinion)];
        return newest;
    }
}
