using System.ComponentModel.DataAnnotations;
using WorkflowAccountability.Procedure.Cases;
using WorkflowAccountability.Procedure.Forms;
using WorkflowAccountability.Procedure.Organisations;
using WorkflowAccountability.Procedure.Regulation;

namespace WorkflowAccountability.Procedure.Ledgers.Referrals;

/// <summary>第三条第三款, 第十三条第三款: a referral ends with what came of it, also long after the case was closed.</summary>
[Entry("record-referral-outcome", "第三条第三款、第十三条第三款")]
public sealed class RecordReferralOutcome : EntryKind<ReferralOutcomeForm>
{
    /// <inheritdoc/>
    public override bool OutlivesTheCase => true;

    /// <inheritdoc/>
    public override bool May(EntryContext context) => Open(context).Any()
        && (context.Actor.Holds(Roles.Supervision) || context.Actor.Holds(Roles.Government) || context.Actor.Holds(Roles.LeadEnv));

    /// <inheritdoc/>
    [Clause("第十三条第三款")]
    protected override IEnumerable<Ruling> Check(EntryContext context, ReferralOutcomeForm form)
    {
        var referral = Open(context).FirstOrDefault(referral => referral.Id == form.ReferralId);
        yield return Ruling.Require(referral is not null, "第十三条第三款",
            Text.Of<RecordReferralOutcome>("Referral.NotOpen.Reason"), Text.Of<RecordReferralOutcome>("Referral.NotOpen.Remedy"));
        yield return Ruling.Require(referral is null || (form.On >= referral.On && form.On <= context.Today), Citations.InternalStep,
            Text.Of<RecordReferralOutcome>("Day.Wrong.Reason"), Text.Of<RecordReferralOutcome>("Day.Wrong.Remedy"));
    }

    /// <inheritdoc/>
    protected override void Apply(EntryContext context, CaseEntry entry, ReferralOutcomeForm form)
    {
        var referral = context.File.Referrals.Single(referral => referral.Id == form.ReferralId);
        (referral.Outcome, referral.OutcomeOn) = ($"{form.Outcome}（{form.DocumentNumber}）", form.On);
    }

    /// <summary>第十条第一句: of a referral behind the wall its team alone reads what came of it.</summary>
    protected override bool IsWalled(EntryContext context, ReferralOutcomeForm form) =>
        context.File.Referrals.Exists(referral => referral.Id == form.ReferralId && referral.Walled);

    private static IEnumerable<Referral> Open(EntryContext context) => context.File.Referrals
        .Where(referral => referral.OutcomeOn is null && (!referral.Walled || CaseAccess.IsBehindWall(context.File, context.Actor.PersonId)));
}

/// <summary>第三条第三款, 第十三条第三款: what the other authority did with what was handed to it.</summary>
public sealed record ReferralOutcomeForm
{
    [Field("第三条第三款、第十三条第三款", From = ChoiceList.Referrals), Required]
    public string ReferralId { get; init; } = "";

    [Field("第三条第三款、第十三条第三款", Multiline = true), Required, StringLength(4000)]
    public string Outcome { get; init; } = "";

    [Field("内部环节"), Required]
    public DateOnly? On { get; init; }

    [Field("内部环节"), Required, StringLength(100)]
    public string DocumentNumber { get; init; } = "";
}
