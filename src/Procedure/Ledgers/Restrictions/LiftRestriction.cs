using WorkflowAccountability.Procedure.Notifications;
using WorkflowAccountability.Procedure.Organisations;
using WorkflowAccountability.Procedure.Regulation;

namespace WorkflowAccountability.Procedure.Ledgers.Restrictions;

/// <summary>第十二条第一款 names no end: a restriction of a person stands until a decision lifts it. Who decides is 内部环节 until the legal office says.</summary>
[Entry("lift-restriction", "第十二条第一款")]
public sealed class LiftRestriction : EntryKind<LiftRestrictionForm>
{
    /// <inheritdoc/>
    public override bool OutlivesTheCase => true;

    /// <inheritdoc/>
    public override bool May(EntryContext context) => context.File.Restrictions.Exists(restriction => restriction.LiftedOn is null)
        && (context.Actor.Holds(Roles.Government) || context.Actor.Holds(Roles.Supervision));

    /// <summary>第十二条第一款: what stands is lifted, by a document, not before it began and not ahead of time.</summary>
    [Clause("第十二条第一款", "不得提拔重用")]
    protected override IEnumerable<Ruling> Check(EntryContext context, LiftRestrictionForm form)
    {
        var restriction = context.File.Restrictions.Find(restriction => restriction.Id == form.RestrictionId);
        yield return Ruling.Require(restriction is { LiftedOn: null }, "第十二条第一款",
            Text.Of<LiftRestriction>("Restriction.Gone.Reason", form.RestrictionId), Text.Of<LiftRestriction>("Restriction.Gone.Remedy"));
        yield return Ruling.Require(restriction is null || (form.LiftedOn >= restriction.Start && form.LiftedOn <= context.Today), Citations.InternalStep,
            Text.Of<LiftRestriction>("Day.Wrong.Reason"), Text.Of<LiftRestriction>("Day.Wrong.Remedy"));
    }

    /// <inheritdoc/>
    protected override void Apply(EntryContext context, CaseEntry entry, LiftRestrictionForm form)
    {
        var restriction = context.File.Restrictions.Single(restriction => restriction.Id == form.RestrictionId);
        (restriction.LiftedOn, restriction.LiftedBy) = (form.LiftedOn, form.DocumentNumber);
        context.File.Notify(new Recipient(Roles.OrgDept), Text.Of<LiftRestriction>("Notice.Lifted", context.File.Number, form.RestrictionId,
            context.File.Parties.Find(party => party.Id == restriction.PartyId)?.Name, form.DocumentNumber), context.Now);
    }
}
