using WorkflowAccountability.Procedure.Commands;
using WorkflowAccountability.Procedure.Regulation;

namespace WorkflowAccountability.Procedure.Ledgers.Remedies;

/// <summary>参照《中华人民共和国公职人员政务处分法》第四十五条、第四十六条: the decision is served, and says where and until when one may appeal.</summary>
[Entry(Named, RemedyLane.Service)]
public sealed class ServeDecision : EntryKind<ServeDecisionForm>
{
    /// <summary>Its name.</summary>
    public const string Named = "serve-decision";

    /// <inheritdoc/>
    public override bool OutlivesTheCase => true;

    /// <inheritdoc/>
    public override bool May(EntryContext context) => RemedyLane.MayKeep(context) && context.File.Measures.Count > 0;

    /// <inheritdoc/>
    protected override IEnumerable<Ruling> Check(EntryContext context, ServeDecisionForm form) =>
    [
        RemedyLane.IsDecided(context.File, form.MeasureId, RemedyLane.Service),
        Ruling.Require(form.RouteIsStated, RemedyLane.Service, Text.Of<ServeDecision>("Route.Unstated.Reason"), Text.Of<ServeDecision>("Route.Unstated.Remedy")),
        RemedyLane.IsNotAhead(form.ServedOn, context.Today),
        RemedyLane.FollowsTheDecision(context.File, form.ServedOn),
    ];

    internal override Task CarryOutAsync(CommandScope scope, EntryContext context, CaseEntry entry, object form, CancellationToken cancellationToken)
    {
        RemedyPeriods.Served(scope, context.File, entry, (ServeDecisionForm)form);
        return Task.CompletedTask;
    }
}
