using WorkflowAccountability.Procedure.Cases;
using WorkflowAccountability.Procedure.Deadlines;
using WorkflowAccountability.Procedure.Ledgers.FollowUp;
using WorkflowAccountability.Procedure.Ledgers.Funds;
using WorkflowAccountability.Procedure.Ledgers.Referrals;
using WorkflowAccountability.Procedure.Notifications;
using WorkflowAccountability.Procedure.Organisations;
using WorkflowAccountability.Procedure.Regulation;

namespace WorkflowAccountability.Procedure.Stages.CloseCase;

/// <summary>内部环节: the case is closed and archived; one with an approved report only when all that was ordered is done.</summary>
[Stage("Accountability.CloseCase", Citation = "内部环节", IsFinal = true)]
public sealed class CloseCaseStage : Stage<CloseCaseForm>
{
    /// <inheritdoc/>
    public override IReadOnlyList<string> Outcomes => ["Closed"];

    /// <summary>内部环节: where the environment bureau itself is under inquiry, the government closes the case.</summary>
    protected override Seat Assign(StageContext context) => base.Assign(context) with
    {
        To = Candidate.OfRole(context.File.ConcernsLeadBureau ? context.Inputs.SecondRole ?? Roles.Government : context.Inputs.Role),
        Prefill = string.Join('\n', Beginning(context)) is { Length: > 0 } beginning ? new CloseCaseForm { Summary = beginning } : null,
    };

    // 内部环节: what is still open elsewhere, and how the handling was followed up, is before the eyes of whoever closes.
    private static IEnumerable<string> Beginning(StageContext context)
    {
        if (FollowUpReports.Of(context.File).Count > 0)
            yield return FollowUpReports.InWords(context.File);
        if (OpenReferrals.Of(context.File) is { Count: > 0 } open)
            yield return Text.Of<CloseCaseStage>("Referrals.Open", OpenReferrals.InWords(open)).ToString();
    }

    /// <summary>第十一条第一款第二句, 第十一条第二款第二句, 第十二条第一款: nothing that follows from an approved report is left open.</summary>
    protected override IEnumerable<Ruling> Check(StageContext context, CloseCaseForm form) => !context.File.IsApproved ? [CloseRules.NothingRunsBeside(context.File)] :
    [
        CloseRules.NothingRunsBeside(context.File),
        .. FundsLedger.MeasuresOf(context.File).Where(measure => measure.Stands).Select(measure => CloseRules.FundsAreSettled(context.File, measure)),
        CloseRules.ReportIsPublic(context.File),
        CloseRules.RestrictionsAreRecorded(context.File),
        CloseRules.HandlingIsConfirmedByBoth(context.File),
        FollowUpReports.AreThere(context.File, context.Today, WorkingCalendar.Shipped, form.ReportsMissingBecause),
    ];

    /// <inheritdoc/>
    protected override void Apply(StageContext context, CloseCaseForm form)
    {
        context.File.Status = CaseStatus.Closed;
        context.File.ClosedAt = context.Now;
        if (OpenReferrals.Of(context.File) is { Count: > 0 } open)
            foreach (var role in new[] { Roles.Supervision, Roles.Government })
                context.File.Notify(new Recipient(role), Text.Of<CloseCaseStage>("Notice.OpenReferrals", context.File.Number, OpenReferrals.InWords(open)), context.Now);
        OpenReferrals.TellBehindTheWall(context.File, context.Now);
    }

    /// <inheritdoc/>
    protected override string Decide(StageContext context, CloseCaseForm form) => "Closed";
}
