using WorkflowAccountability.Procedure.Cases;
using WorkflowAccountability.Procedure.Commands;
using WorkflowAccountability.Procedure.Regulation;
using WorkflowAccountability.Procedure.Site;
using WorkflowAccountability.Procedure.Stages;

namespace WorkflowAccountability.Procedure.WorkItems.Verbs;

/// <summary>What a return would do: each way back is rehearsed, and nothing of it is kept.</summary>
internal sealed class ReturnPreview(Viewer viewer, CommandRunner commands, StageCatalog stages)
{
    /// <summary>内部环节: only the definition's own ways lead back.</summary>
    public static Ruling IsOffered(bool isOffered) => Ruling.Require(isOffered, "内部环节",
        Text.Of<VerbTexts>("Return.None.Reason"), Text.Of<VerbTexts>("Return.None.Remedy"));

    /// <summary>Every way back from an open item, with its effect or with what stands in the way.</summary>
    public async Task<IReadOnlyList<VerbOption>> OfAsync(WorkItem item, CaseFile file, CancellationToken cancellationToken)
    {
        var stage = stages.Of(item);
        var options = new List<VerbOption>();
        foreach (var way in stage.WaysBack(file, item.Seat, "…"))
        {
            var rehearsal = await commands.RehearseAsync(
                new ReturnWorkItem(Guid.NewGuid().ToString("n"), viewer.Actor.PersonId, item.CaseId, item.Id, item.Version, way.Key, "…"), cancellationToken);
            IReadOnlyList<string> effects = rehearsal.Answer switch
            {
                Answer.Done => ItemCheck.EffectsOf(rehearsal, item, file, viewer, stages),
                Answer.Refused refused => [.. refused.Rulings.Select(ruling => $"{ruling.Reason} {ruling.Remedy}")],
                _ => [],
            };
            if (effects.Count > 0)
                options.Add(new VerbOption(way.Key, stage.NameOf(way).ToString(), effects));
        }
        return options;
    }
}
