using WorkflowAccountability.Procedure.Regulation;

namespace WorkflowAccountability.Procedure.Stages.ApproveTeam;

public static class TeamApprovalRules
{
    /// <summary>第八条第二句: an approval has its document and date.</summary>
    public static Ruling HasADocument(ApproveTeamForm form, DateOnly today) => Ruling.Require(
        !string.IsNullOrWhiteSpace(form.DocumentNumber) && form.ApprovedOn <= today, "第八条第二句",
        Text.Of<ApproveTeamStage>("Approval.NoDocument.Reason"), Text.Of<ApproveTeamStage>("Approval.NoDocument.Remedy"));

    /// <summary>内部环节: who returns a plan says what is to be changed.</summary>
    public static Ruling ReturnIsExplained(ApproveTeamForm form) => Ruling.Require(
        !string.IsNullOrWhiteSpace(form.Remarks), "内部环节",
        Text.Of<ApproveTeamStage>("Return.NoRemarks.Reason"), Text.Of<ApproveTeamStage>("Return.NoRemarks.Remedy"));
}
