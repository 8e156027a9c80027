using System.Globalization;
using WorkflowAccountability.Procedure.Commands;
using WorkflowAccountability.Procedure.Deadlines;
using WorkflowAccountability.Procedure.Regulation;

namespace WorkflowAccountability.Procedure.Ledgers.Remedies;

/// <summary>参照《中华人民共和国公务员法》第九十五条: an appeal is taken in; carrying out the measure does not stop.</summary>
[Entry(Named, RemedyLane.Appeal)]
public sealed class RecordAppeal : EntryKind<RecordAppealForm>
{
    /// <summary>Its name.</summary>
    public const string Named = "record-appeal";

    /// <inheritdoc/>
    public override bool OutlivesTheCase => true;

    /// <inheritdoc/>
    public override bool May(EntryContext context) => RemedyLane.MayKeep(context) && context.File.Measures.Count > 0;

    /// <inheritdoc/>
    protected override IEnumerable<Ruling> Check(EntryContext context, RecordAppealForm form)
    {
        var until = RemedyLane.AppealUntil(context.File, form.MeasureId, WorkingCalendar.Shipped);
        yield return RemedyLane.IsDecided(context.File, form.MeasureId, RemedyLane.Appeal);
        yield return RemedyLane.IsNotAhead(form.ReceivedOn, context.Today);
        yield return RemedyLane.FollowsTheDecision(context.File, form.ReceivedOn);
        yield return Ruling.Require(until is null || form.ReceivedOn <= until || !string.IsNullOrWhiteSpace(form.WhyTakenThoughLate), RemedyLane.Appeal,
            Text.Of<RecordAppeal>("Appeal.Late.Reason", until?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)), Text.Of<RecordAppeal>("Appeal.Late.Remedy"));
    }

    internal override Task CarryOutAsync(CommandScope scope, EntryContext context, CaseEntry entry, object form, CancellationToken cancellationToken)
    {
        RemedyPeriods.Appealed(scope, context.File, entry, (RecordAppealForm)form);
        return Task.CompletedTask;
    }
}
