using WorkflowAccountability.Procedure.Cases;
using WorkflowAccountability.Procedure.Organisations;
using WorkflowAccountability.Procedure.Regulation;

namespace WorkflowAccountability.Procedure.Stages.ReferCase;

/// <summary>
/// 第十三条第三款第二句: suspected crimes go to the judiciary. 第三条第三款: units outside of the regulation go to the authority
/// that other laws name. The way stays open while the case runs.
/// </summary>
[Stage("Accountability.ReferCase", Citation = "第三条第三款、第十三条第三款第二句", Walled = true, IsFinal = true)]
public sealed class ReferCaseStage : Stage<ReferCaseForm>
{
    /// <inheritdoc/>
    public override IReadOnlyList<string> Outcomes => ["Referred", "NotNeeded"];

    /// <summary>内部环节: the text names nobody; the supervision bureau examines the conduct (第十条第一句) and hands it over.</summary>
    protected override Seat Assign(StageContext context) =>
        base.Assign(context) with { To = Candidate.OfRole(About.Only(context.Inputs.Role, Roles.Supervision)) };

    /// <summary>第十三条第三款第二句: complete with its receipt; not given up before the report is approved.</summary>
    protected override IEnumerable<Ruling> Check(StageContext context, ReferCaseForm form) => form.Decision == ReferralDecision.Referred
        ? [
            ReferralRules.IsComplete(form), ReferralRules.ConcernsAParty(context.File, form),
            ReferralRules.HasTakenPlace(form, context.Today),
        ]
        : [ReferralRules.StaysReachable(context.File)];

    /// <summary>第三条第三款: who is out of scope stays visible in the file; a suspected crime is known to the supervision side only.</summary>
    protected override void Apply(StageContext context, ReferCaseForm form)
    {
        if (form.Decision == ReferralDecision.Referred)
            context.File.Referrals.Add(new Referral
            {
                Id = context.File.NextReferral(form.Kind == ReferralKind.Crime), CaseId = context.File.Id, Authority = form.Authority!, Reason = form.Reason,
                PartyId = form.PartyId is { Length: > 0 } party ? party : null,
                Citation = ReferralRules.CitationOf(form.Kind), On = form.HandedOverOn!.Value, Receipt = form.Receipt!,
                Walled = form.Kind == ReferralKind.Crime,
            });
    }

    /// <inheritdoc/>
    protected override string Decide(StageContext context, ReferCaseForm form) => form.Decision!.Value.ToString();
}
