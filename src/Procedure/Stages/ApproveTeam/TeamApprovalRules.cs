using System.Globalization;
using WorkflowAccountability.Procedure.Cases;
using WorkflowAccountability.Procedure.Ledgers.Recusal;
using WorkflowAccountability.Procedure.Regulation;
using WorkflowAccountability.Procedure.Stages.LaunchInvestigation;
using WorkflowAccountability.Procedure.Stages.ProposeTeam;

namespace WorkflowAccountability.Procedure.Stages.ApproveTeam;

public static class TeamApprovalRules
{
    /// <summary>第八条第二句: an approval has its document and date.</summary>
    public static Ruling HasADocument(ApproveTeamForm form, DateOnly today) => Ruling.Require(
        !string.IsNullOrWhiteSpace(form.DocumentNumber) && form.ApprovedOn <= today, "第八条第二句",
        Text.Of<ApproveTeamStage>("Approval.NoDocument.Reason"), Text.Of<ApproveTeamStage>("Approval.NoDocument.Remedy"));

    /// <summary>第七条第一句, 第八条第一句: a team is set up for an investigation that was launched, so it is not approved on a day before.</summary>
    public static Ruling FollowsTheLaunch(CaseFile file, ApproveTeamForm form) => Ruling.Require(
        !(form.ApprovedOn < file.Latest<LaunchInvestigationForm>()?.DecidedOn), "第七条第一句、第八条第二句",
        Text.Of<ApproveTeamStage>("Approval.BeforeLaunch.Reason", Day(form.ApprovedOn), Day(file.Latest<LaunchInvestigationForm>()?.DecidedOn)),
        Text.Of<ApproveTeamStage>("Approval.BeforeLaunch.Remedy"));

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

    /// <summary>参照《突发环境事件调查处理办法》第六条: who decides that somebody stays, or steps aside, says why.</summary>
    public static Ruling IsReasoned(StageContext context, DecidedTie tie) => Ruling.Require(
        tie.Verdict is null || !string.IsNullOrWhiteSpace(tie.Reasons), RecusalRules.Clause,
        Text.Of<ApproveTeamStage>("Tie.NoReasons.Reason", context.Directory.NameOfPerson(tie.PersonId)), Text.Of<ApproveTeamStage>("Tie.NoReasons.Remedy"));

    /// <summary>参照《中华人民共和国公务员法》第七十七条: nobody decides on his own stepping aside.</summary>
    public static Ruling IsAnothers(StageContext context, DecidedTie tie) => Ruling.Require(
        tie.Verdict is null || tie.PersonId != context.Actor.PersonId, "参照《中华人民共和国公务员法》第七十七条",
        Text.Of<DecideRecusal>("Decider.Himself.Reason"), Text.Of<DecideRecusal>("Decider.Himself.Remedy"));

    /// <summary>参照《突发环境事件调查处理办法》第六条: a plan with somebody who steps aside is not approved, it goes back for another name.</summary>
    public static Ruling StaysInThePlan(StageContext context, DecidedTie tie) => Ruling.Require(
        tie.Verdict is not RecusalVerdict.Recused, RecusalRules.Clause,
        Text.Of<ApproveTeamStage>("Tie.Recused.Reason", context.Directory.NameOfPerson(tie.PersonId)), Text.Of<ApproveTeamStage>("Tie.Recused.Remedy"));

    private static string? Day(DateOnly? day) => day?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
