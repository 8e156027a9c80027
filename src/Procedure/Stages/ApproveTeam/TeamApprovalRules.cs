using WorkflowAccountability.Procedure.Cases;
using WorkflowAccountability.Procedure.Regulation;
using WorkflowAccountability.Procedure.Stages.ProposeTeam;

namespace WorkflowAccountability.Procedure.Stages.ApproveTeam;

public static class TeamApprovalRules
{
    /// <summary>第八条第二句: an approval has its document and date.</summary>
    public static Ruling HasADocument(ApproveTeamForm form, DateOnly today) => Ruling.Require(
        !string.IsNullOrWhiteSpace(form.DocumentNumber) && form.ApprovedOn <= today, "第八条第二句",
        Text.Of<ApproveTeamStage>("Approval.NoDocument.Reason"), Text.Of<ApproveTeamStage>("Approval.NoDocument.Remedy"));

    /// <summary>
    /// 内部环节: who already has a task in the case that must stay independent (第十条第一句) cannot sit in this team too. The words do not say which
    /// task it is, for whoever approves may not know of it.
    /// </summary>
    public static Ruling IsFreeForIt(StageContext context, ProposedMember member) => Ruling.Require(
        context.File.Members(TeamKind.Supervision).All(other => other.PersonId != member.PersonId), "内部环节",
        Text.Of<ApproveTeamStage>("Member.NotFree.Reason", context.Directory.NameOfPerson(member.PersonId)),
        Text.Of<ApproveTeamStage>("Member.NotFree.Remedy"));

    /// <summary>内部环节: who returns a plan says what is to be changed.</summary>
    public static Ruling ReturnIsExplained(ApproveTeamForm form) => Ruling.Require(
        !string.IsNullOrWhiteSpace(form.Remarks), "内部环节",
        Text.Of<ApproveTeamStage>("Return.NoRemarks.Reason"), Text.Of<ApproveTeamStage>("Return.NoRemarks.Remedy"));
}
