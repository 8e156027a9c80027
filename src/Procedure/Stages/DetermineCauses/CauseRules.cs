using WorkflowAccountability.Procedure.Regulation;

namespace WorkflowAccountability.Procedure.Stages.DetermineCauses;

public static class CauseRules
{
    private const string Causes = "第九条第（二）项";

    /// <summary>第九条第（二）项: 直接原因.</summary>
    public static Ruling HasADirectCause(DetermineCausesForm draft) => Ruling.Require(
        draft.Causes.Exists(cause => cause.Kind == CauseKind.Direct), Causes,
        Text.Of<DetermineCausesStage>("Causes.NoDirect.Reason"), Text.Of<DetermineCausesStage>("Causes.NoDirect.Remedy"));

    /// <summary>第九条第（二）项: 间接原因, or why there are none.</summary>
    public static Ruling HasIndirectCausesOrSaysWhyNot(DetermineCausesForm draft) => Ruling.Require(
        draft.Causes.Exists(cause => cause.Kind == CauseKind.Indirect) || !string.IsNullOrWhiteSpace(draft.NoIndirectBecause), Causes,
        Text.Of<DetermineCausesStage>("Causes.NoIndirect.Reason"), Text.Of<DetermineCausesStage>("Causes.NoIndirect.Remedy"));

    /// <summary>第九条第（二）项 (查清): a cause is proven.</summary>
    public static Ruling IsProven(Cause cause, int row) => Ruling.Require(!string.IsNullOrWhiteSpace(cause.Evidence), Causes,
        Text.Of<DetermineCausesStage>("Cause.NoEvidence.Reason", row), Text.Of<DetermineCausesStage>("Cause.NoEvidence.Remedy"));

    /// <summary>第九条第（三）项: a cause names the duty that it touches, or says why it touches none; never both.</summary>
    [Clause("第九条第（二）项")]
    public static Ruling IsLinkedToADuty(Cause cause, int row) => Ruling.Require(
        string.IsNullOrWhiteSpace(cause.Duty) != string.IsNullOrWhiteSpace(cause.NoDutyBecause), Causes + "、第九条第（三）项",
        Text.Of<DetermineCausesStage>("Cause.NoDuty.Reason", row), Text.Of<DetermineCausesStage>("Cause.NoDuty.Remedy"));
}
