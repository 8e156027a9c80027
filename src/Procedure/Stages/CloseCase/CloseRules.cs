using WorkflowAccountability.Procedure.Cases;
using WorkflowAccountability.Procedure.Ledgers.Funds;
using WorkflowAccountability.Procedure.Regulation;
using WorkflowAccountability.Procedure.Stages.DiscloseReport;
using WorkflowAccountability.Procedure.Stages.MonitorFollowUp;
using WorkflowAccountability.Procedure.Stages.RecordRestrictions;
using Measure = WorkflowAccountability.Procedure.Cases.Measure;

namespace WorkflowAccountability.Procedure.Stages.CloseCase;

public static class CloseRules
{
    /// <summary>第七条第二句: while the prefecture still cooperates with a superior's inquiry into the matter, its file stays open.</summary>
    public static Ruling NothingRunsBeside(CaseFile file) => Ruling.Require(file.RunningWorkflows <= 1, "第七条第二句",
        Text.Of<CloseCaseStage>("Track.Open.Reason"), Text.Of<CloseCaseStage>("Track.Open.Remedy"));

    /// <summary>第十三条第一款第（二）项: what a measure in force recovers, deducts or withholds stands in the ledger, and is brought to zero.</summary>
    public static Ruling FundsAreSettled(CaseFile file, Measure measure) => FundsLedger.Find(file, measure.Id) is { } account
        ? Ruling.Require(account.Balance == 0, FundsLedger.Clause,
            account.ToReturn > 0 ? Text.Of<CloseCaseStage>("Funds.ToReturn.Reason", measure.Id, account.ToReturn) : Text.Of<CloseCaseStage>("Funds.Open.Reason", measure.Id, account.Balance),
            Text.Of<CloseCaseStage>("Funds.Open.Remedy"))
        : Ruling.Require(false, FundsLedger.Clause, Text.Of<CloseCaseStage>("Funds.None.Reason", measure.Id), Text.Of<CloseCaseStage>("Funds.None.Remedy"));

    /// <summary>第十一条第一款第二句: an approved report was published before the case is closed.</summary>
    [Clause("第十一条第一款第二句", "向社会公开")]
    public static Ruling ReportIsPublic(CaseFile file) => Ruling.Require(file.Latest<DiscloseReportForm>() is not null, "第十一条第一款第二句",
        Text.Of<CloseCaseStage>("Report.NotPublic.Reason"), Text.Of<CloseCaseStage>("Report.NotPublic.Remedy"));

    /// <summary>第十二条第一款: what the parties may not receive is in the ledger.</summary>
    public static Ruling RestrictionsAreRecorded(CaseFile file) => Ruling.Require(
        file.Latest<ConfirmRestrictionsForm>()?.Decision == RestrictionsDecision.Confirmed, "第十二条第一款",
        Text.Of<CloseCaseStage>("Restrictions.Open.Reason"), Text.Of<CloseCaseStage>("Restrictions.Open.Remedy"));

    /// <summary>第十一条第二款第二句: both followers have confirmed that the handling was carried out.</summary>
    [Clause("第十一条第二款第二句")]
    public static Ruling HandlingIsConfirmedByBoth(CaseFile file) => Ruling.Require(
        file.Measures.TrueForAll(measure => measure.Status == MeasureStatus.Confirmed || !measure.Stands) && LastFollowUps(file) is [{ } one, { } other]
            && one.Result == FollowUpResult.Confirmed && other.Result == FollowUpResult.Confirmed,
        "第十一条第二款第二句", Text.Of<CloseCaseStage>("FollowUp.Open.Reason"), Text.Of<CloseCaseStage>("FollowUp.Open.Remedy"));

    private static List<FollowUpForm> LastFollowUps(CaseFile file)
    {
        var followUps = file.Submissions.Where(submission => submission.FormName == nameof(FollowUpForm)).ToList();
        return [.. followUps.Where(submission => submission.ActivityInstanceId == followUps[^1].ActivityInstanceId)
            .Select(submission => submission.Read<FollowUpForm>())];
    }
}
