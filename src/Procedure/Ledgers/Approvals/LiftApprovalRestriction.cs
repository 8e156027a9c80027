using System.ComponentModel.DataAnnotations;
using WorkflowAccountability.Procedure.Forms;
using WorkflowAccountability.Procedure.Notifications;
using WorkflowAccountability.Procedure.Organisations;
using WorkflowAccountability.Procedure.Regulation;

namespace WorkflowAccountability.Procedure.Ledgers.Approvals;

/// <summary>
/// 第十三条第一款第（三）项: neither the end nor the condition lifts a restriction, a decision does (参照《建设项目环境影响评价区域限批管理办法（试行）》第十一条).
/// Who decides is 内部环节 until the legal office says: the government.
/// </summary>
[Entry("lift-approval-restriction", Clause)]
public sealed class LiftApprovalRestriction : EntryKind<LiftApprovalRestrictionForm>
{
    internal const string Clause = "第十三条第一款第（三）项";

    /// <inheritdoc/>
    public override bool OutlivesTheCase => true;

    /// <inheritdoc/>
    public override bool May(EntryContext context) => context.Actor.Holds(Roles.Government)
        && context.File.ApprovalRestrictions.Exists(restriction => restriction.LiftedOn is null);

    /// <inheritdoc/>
    [Clause("第十三条第一款第（三）项")]
    protected override IEnumerable<Ruling> Check(EntryContext context, LiftApprovalRestrictionForm form)
    {
        var restriction = context.File.ApprovalRestrictions.Find(restriction => restriction.MeasureId == form.MeasureId);
        yield return Ruling.Require(restriction is { LiftedOn: null }, Clause,
            Text.Of<LiftApprovalRestriction>("Restriction.Gone.Reason"), Text.Of<LiftApprovalRestriction>("Restriction.Gone.Remedy"));
        yield return Ruling.Require(restriction is null || (form.LiftedOn > restriction.Start && form.LiftedOn <= context.Today), Citations.InternalStep,
            Text.Of<LiftApprovalRestriction>("Day.Wrong.Reason"), Text.Of<LiftApprovalRestriction>("Day.Wrong.Remedy"));
    }

    /// <inheritdoc/>
    protected override void Apply(EntryContext context, CaseEntry entry, LiftApprovalRestrictionForm form)
    {
        var restriction = context.File.ApprovalRestrictions.Single(restriction => restriction.MeasureId == form.MeasureId);
        (restriction.LiftedOn, restriction.LiftedBy) = (form.LiftedOn, form.DocumentNumber);
        context.File.Notify(new Recipient(Roles.LeadEnv), Text.Of<LiftApprovalRestriction>("Notice.Lifted", restriction.AreaOrIndustry, form.DocumentNumber), context.Now);
    }
}

/// <summary>第十三条第一款第（三）项: the decision that lifts a restriction of approvals, on an acceptance.</summary>
public sealed record LiftApprovalRestrictionForm
{
    [Field(LiftApprovalRestriction.Clause, From = ChoiceList.ApprovalRestrictions), Required]
    public string MeasureId { get; init; } = "";

    [Field(LiftApprovalRestriction.Clause, Multiline = true), Required, StringLength(4000)]
    public string Acceptance { get; init; } = "";

    [Field("内部环节"), Required, StringLength(100)]
    public string DocumentNumber { get; init; } = "";

    [Field("内部环节"), Required]
    public DateOnly? LiftedOn { get; init; }
}
