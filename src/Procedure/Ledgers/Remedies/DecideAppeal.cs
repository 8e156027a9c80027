using WorkflowAccountability.Procedure.Commands;
using WorkflowAccountability.Procedure.Ledgers.Funds;
using WorkflowAccountability.Procedure.Notifications;
using WorkflowAccountability.Procedure.Organisations;
using WorkflowAccountability.Procedure.Regulation;
using WorkflowAccountability.Procedure.Stages.ImplementDecision;
using WorkflowAccountability.Procedure.WorkItems;

namespace WorkflowAccountability.Procedure.Ledgers.Remedies;

/// <summary>参照《中华人民共和国公务员法》第九十五条: what is decided on an appeal alters or revokes the measure, and lifts what rested on it.</summary>
[Entry(Named, RemedyLane.Appeal)]
public sealed class DecideAppeal : EntryKind<DecideAppealForm>
{
    /// <summary>Its name.</summary>
    public const string Named = "decide-appeal";

    private const string Execution = "Accountability.ImplementDecision";

    /// <inheritdoc/>
    public override bool OutlivesTheCase => true;

    /// <inheritdoc/>
    public override bool May(EntryContext context) => RemedyLane.MayKeep(context) && RemedyLane.AppealsOf(context.File).Any(appeal => appeal.Decision is null);

    /// <inheritdoc/>
    protected override IEnumerable<Ruling> Check(EntryContext context, DecideAppealForm form)
    {
        var appeal = RemedyLane.AppealsOf(context.File).FirstOrDefault(appeal => appeal.Entry.Label == form.Appeal);
        yield return Ruling.Require(appeal is { Decision: null }, RemedyLane.Appeal, Text.Of<DecideAppeal>("Appeal.None.Reason"), Text.Of<DecideAppeal>("Appeal.None.Remedy"));
        yield return Ruling.Require(form.Outcome is AppealOutcome.Changed == !string.IsNullOrWhiteSpace(form.NewWords), RemedyLane.Appeal,
            Text.Of<DecideAppeal>("Words.Wrong.Reason"), Text.Of<DecideAppeal>("Words.Wrong.Remedy"));
        yield return Ruling.Require(form.NewAmountInYuan is null || (form.Outcome is AppealOutcome.Changed && FundsLedger.MeasuresOf(context.File).Any(measure => measure.Id == appeal?.Form.MeasureId)),
            FundsLedger.Clause, Text.Of<DecideAppeal>("Amount.Wrong.Reason"), Text.Of<DecideAppeal>("Amount.Wrong.Remedy"));
        if (form.NewAmountInYuan is not null)
            yield return OpenFunds.IsMoney(form.NewAmountInYuan);
        yield return Ruling.Require(!form.LiftsRestrictions || form.Outcome is AppealOutcome.Changed or AppealOutcome.Revoked, "第十二条第一款",
            Text.Of<DecideAppeal>("Lift.Upheld.Reason"), Text.Of<DecideAppeal>("Lift.Upheld.Remedy"));
        yield return Ruling.Require(appeal is null || form.DecidedOn >= appeal.Form.ReceivedOn, Citations.InternalStep,
            Text.Of<DecideAppeal>("Day.Early.Reason"), Text.Of<DecideAppeal>("Day.Early.Remedy"));
        yield return RemedyLane.IsNotAhead(form.DecidedOn, context.Today);
    }

    /// <inheritdoc/>
    protected override void Apply(EntryContext context, CaseEntry entry, DecideAppealForm form)
    {
        var file = context.File;
        var measureId = RemedyLane.AppealsOf(file).Single(appeal => appeal.Entry.Label == form.Appeal).Form.MeasureId;
        var measure = file.Measures.Single(measure => measure.Id == measureId);
        if (form.Outcome is AppealOutcome.Revoked)
            (measure.RevokedOn, measure.AlteredBy) = (form.DecidedOn, form.DocumentNumber);
        if (form.Outcome is AppealOutcome.Changed)
            (measure.ChangedText, measure.AlteredBy) = (form.NewWords!.Trim(), form.DocumentNumber);
        if (form.Outcome is AppealOutcome.Revoked)
            foreach (var restriction in file.ApprovalRestrictions.Where(restriction => restriction.MeasureId == measureId && restriction.LiftedOn is null))
                (restriction.LiftedOn, restriction.LiftedBy) = (form.DecidedOn, form.DocumentNumber);
        if (form.LiftsRestrictions)
            foreach (var restriction in file.Restrictions.Where(restriction => restriction.PartyId == measure.PartyId && restriction.LiftedOn is null))
                (restriction.LiftedOn, restriction.LiftedBy) = (form.DecidedOn, form.DocumentNumber);
        if (form.Outcome is AppealOutcome.Changed or AppealOutcome.Revoked)
            foreach (var role in new[] { measure.OwnerRole, Roles.OrgDept }.Distinct())
                file.Notify(new Recipient(role), Text.Of<DecideAppeal>("Notice.Altered", file.Number, measure.Id, form.DocumentNumber), context.Now);
    }

    /// <summary>第十一条第二款第一句: what was revoked is owed by nobody; the open item of its organ lapses, and with the last one the stage is left.</summary>
    internal override async Task CarryOutAsync(CommandScope scope, EntryContext context, CaseEntry entry, object form, CancellationToken cancellationToken)
    {
        var (file, said) = (context.File, (DecideAppealForm)form);
        RemedyPeriods.Decided(scope, file, entry, said);
        var measureId = RemedyLane.AppealsOf(file).Single(appeal => appeal.Entry.Label == said.Appeal).Form.MeasureId;
        if (said.Outcome is not AppealOutcome.Revoked || scope.Db.WorkItems.Local.FirstOrDefault(item => item.CaseId == file.Id && item.Status is WorkItemStatus.Open
            && item.StageType == Execution && item.Seat == measureId) is not { } owed)
            return;
        await EndWorkflows.WithdrawAsync(scope, file, owed, file.Measures.Exists(ImplementDecisionStage.IsOwed) ? null : "Done", cancellationToken);
    }
}
