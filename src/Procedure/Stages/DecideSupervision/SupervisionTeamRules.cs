using WorkflowAccountability.Procedure.Cases;
using WorkflowAccountability.Procedure.Organisations;
using WorkflowAccountability.Procedure.Regulation;

namespace WorkflowAccountability.Procedure.Stages.DecideSupervision;

public static class SupervisionTeamRules
{
    private const string Independence = "第十条第一句";

    /// <summary>第十条第一句 (根据调查进展情况): while the investigation goes on, the way to an independent inquiry stays open.</summary>
    public static Ruling StaysReachable(CaseFile file) => Ruling.Require(file.ReportIsReleased, Independence,
        Text.Of<DecideSupervisionStage>("NotNeeded.Early.Reason"), Text.Of<DecideSupervisionStage>("NotNeeded.Early.Remedy"));

    /// <summary>第十条第一句: a started inquiry has a team.</summary>
    public static Ruling HasMembers(DecideSupervisionForm form) => Ruling.Require(form.Members.Count > 0, Independence,
        Text.Of<DecideSupervisionStage>("Team.Empty.Reason"), Text.Of<DecideSupervisionStage>("Team.Empty.Remedy"));

    /// <summary>内部环节: one person answers for the team.</summary>
    public static Ruling HasOneLeader(DecideSupervisionForm form) => Ruling.Require(
        form.Members.Count(member => member.Function == TeamFunction.Leader) == 1, "内部环节",
        Text.Of<DecideSupervisionStage>("Team.OneLeader.Reason", form.Members.Count(member => member.Function == TeamFunction.Leader)),
        Text.Of<DecideSupervisionStage>("Team.OneLeader.Remedy"));

    /// <summary>内部环节: the inquiry is opened by a dated document, from which its deadline counts.</summary>
    public static Ruling IsOpenedInWriting(DecideSupervisionForm form, DateOnly today) => Ruling.Require(
        !string.IsNullOrWhiteSpace(form.DocumentNumber) && form.StartedOn <= today, "内部环节",
        Text.Of<DecideSupervisionStage>("Opening.Missing.Reason"), Text.Of<DecideSupervisionStage>("Opening.Missing.Remedy"));

    /// <summary>内部环节: nobody sits twice.</summary>
    public static Ruling SitsOnce(StageContext context, DecideSupervisionForm form, SupervisionMember member) => Ruling.Require(
        form.Members.Count(other => other.PersonId == member.PersonId) == 1, "内部环节",
        Text.Of<DecideSupervisionStage>("Member.Twice.Reason", context.Directory.NameOfPerson(member.PersonId)),
        Text.Of<DecideSupervisionStage>("Member.Twice.Remedy"));

    /// <summary>第十条第一句: the members are people and units that the directory knows.</summary>
    public static Ruling IsKnown(StageContext context, SupervisionMember member) => Ruling.Require(
        context.Directory.KnowsPerson(member.PersonId) && context.Directory.KnowsOrganisation(member.OrganisationId), Independence,
        Text.Of<DecideSupervisionStage>("Member.Unknown.Reason", member.PersonId),
        Text.Of<DecideSupervisionStage>("Member.Unknown.Remedy"));

    /// <summary>参照《突发环境事件调查处理办法》第六条: nobody investigates a matter in which he is himself under inquiry.</summary>
    public static Ruling IsNoParty(StageContext context, SupervisionMember member) => Ruling.Require(
        !context.File.Concerns(member.PersonId), "参照《突发环境事件调查处理办法》第六条",
        Text.Of<DecideSupervisionStage>("Member.Party.Reason", context.Directory.NameOfPerson(member.PersonId)),
        Text.Of<DecideSupervisionStage>("Member.Party.Remedy"));

    /// <summary>第十条第一句 (独立组成): who sits in the investigation team cannot sit in this one too.</summary>
    public static Ruling IsIndependent(StageContext context, SupervisionMember member) => Ruling.Require(
        context.File.Members(TeamKind.Investigation).All(other => other.PersonId != member.PersonId), Independence,
        Text.Of<DecideSupervisionStage>("Member.Investigator.Reason", context.Directory.NameOfPerson(member.PersonId)),
        Text.Of<DecideSupervisionStage>("Member.Investigator.Remedy"));

    /// <summary>第十条第一句 (由州监察局独立组成): who is not of the supervision bureau is named with a reason.</summary>
    public static Ruling BelongsOrIsExplained(StageContext context, SupervisionMember member) => Ruling.Require(
        !string.IsNullOrWhiteSpace(member.Reason)
            || (context.Directory.OrganisationsFor(Roles.Supervision, context.Today).Contains(member.OrganisationId)
                && context.Directory.RolesOf(member.PersonId, context.Today).Contains(Roles.Supervision)),
        Independence,
        Text.Of<DecideSupervisionStage>("Member.Foreign.Reason", context.Directory.NameOfPerson(member.PersonId)),
        Text.Of<DecideSupervisionStage>("Member.Foreign.Remedy"));
}
