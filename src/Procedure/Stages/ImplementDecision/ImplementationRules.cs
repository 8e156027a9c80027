using WorkflowAccountability.Procedure.Cases;
using WorkflowAccountability.Procedure.Ledgers.Funds;
using WorkflowAccountability.Procedure.Regulation;
using Measure = WorkflowAccountability.Procedure.Cases.Measure;

namespace WorkflowAccountability.Procedure.Stages.ImplementDecision;

public static class ImplementationRules
{
    private const string FundsClause = "第十三条第一款第（二）项";

    /// <summary>第十一条第二款第一句: a measure was carried out after it was decided, and is reported after it was carried out.</summary>
    public static Ruling FollowsTheDecision(CaseFile file, MeasureReport form, DateOnly today) => Ruling.Require(
        form.DoneOn <= today && (file.ApprovedOn is not { } approved || form.DoneOn >= approved), "第十一条第二款第一句",
        Text.Of<ImplementDecisionStage>("Date.Wrong.Reason", file.ApprovedOn), Text.Of<ImplementDecisionStage>("Date.Wrong.Remedy"));

    /// <summary>第十一条第二款第一句: what was done is shown by evidence.</summary>
    [Clause("第十一条第二款第一句")]
    public static Ruling IsEvidenced(MeasureReport form) => Ruling.Require(!string.IsNullOrWhiteSpace(form.Evidence), "第十一条第二款第一句",
        Text.Of<ImplementDecisionStage>("Evidence.Missing.Reason"), Text.Of<ImplementDecisionStage>("Evidence.Missing.Remedy"));

    /// <summary>第十三条第一款第（一）项: a talk leaves a record.</summary>
    public static Ruling IsRecorded(ImplementTalkForm form) => Ruling.Require(!string.IsNullOrWhiteSpace(form.Record), "第十三条第一款第（一）项",
        Text.Of<ImplementDecisionStage>("Talk.NoRecord.Reason"), Text.Of<ImplementDecisionStage>("Talk.NoRecord.Remedy"));

    /// <summary>第十三条第一款第（一）项: rectification has a plan and is accepted, not later than it is reported.</summary>
    [Clause("第十三条第一款第（一）项")]
    public static Ruling IsPlannedAndAccepted(ImplementRectificationForm form, DateOnly today) => Ruling.Require(
        !string.IsNullOrWhiteSpace(form.Plan) && !string.IsNullOrWhiteSpace(form.Acceptance) && form.AcceptedOn <= today, "第十三条第一款第（一）项",
        Text.Of<ImplementDecisionStage>("Rectification.Open.Reason"), Text.Of<ImplementDecisionStage>("Rectification.Open.Remedy"));

    /// <summary>第十三条第一款第（二）项: an amount above zero, and the mode that was decided.</summary>
    public static Ruling IsTheDecidedMode(ImplementFundsForm form, Measure measure) => Ruling.Require(
        form.AmountInYuan > 0 && form.Mode is { } mode && measure.Code == CodeOf(mode), FundsClause,
        Text.Of<ImplementDecisionStage>("Funds.Wrong.Reason"), Text.Of<ImplementDecisionStage>("Funds.Wrong.Remedy"));

    /// <summary>第十三条第一款第（二）项: where an account is kept, the measure is done when it stands at zero, with the amount that was booked.</summary>
    public static Ruling IsBooked(CaseFile file, ImplementFundsForm form, string measureId)
    {
        var account = FundsLedger.Opened(file, measureId);
        return Ruling.Require(account is null || (account.Balance == 0 && account.Settled == form.AmountInYuan), FundsClause,
            Text.Of<ImplementDecisionStage>("Funds.NotBooked.Reason", account?.Settled, account?.Due), Text.Of<ImplementDecisionStage>("Funds.NotBooked.Remedy"));
    }

    /// <summary>第十三条第一款第（三）项: a restriction of approvals has an end or a condition under which it is lifted.</summary>
    public static Ruling CanBeLifted(ImplementApprovalRestrictionForm form) => Ruling.Require(
        form.End is { } end ? end > form.Start : !string.IsNullOrWhiteSpace(form.LiftingCondition), "第十三条第一款第（三）项",
        Text.Of<ImplementDecisionStage>("Restriction.NoEnd.Reason"), Text.Of<ImplementDecisionStage>("Restriction.NoEnd.Remedy"));

    private static string CodeOf(FundsMode mode) => mode switch
    {
        FundsMode.Recovered => "FundsRecovery",
        FundsMode.Deducted => "FundsDeduction",
        FundsMode.Suspended => "FundsSuspension",
        _ => throw new ArgumentOutOfRangeException(nameof(mode), mode, "Funds are recovered, deducted or suspended."),
    };
}
