using WorkflowAccountability.Procedure.Cases;
using WorkflowAccountability.Procedure.Organisations;
using WorkflowAccountability.Procedure.Regulation;

namespace WorkflowAccountability.Procedure.Stages.ProposeTeam;

public static class TeamRules
{
    private const string Composition = "第八条第一句";
    private const string Recusal = "参照《突发环境事件调查处理办法》第六条";

    /// <summary>Every rule of the plan.</summary>
    public static IEnumerable<Ruling> Of(StageContext context, ProposeTeamForm form) =>
    [
        HasOneLeader(form),
        LeaderSitsForTheLeaderUnit(form),
        context.File.ConcernsLeadBureau ? ExaminedBureauDoesNotLead(context, form) : IsLedByTheLeadBureau(context, form),
        ConvenerIsTheCommittee(context, form),
        DepartmentsWereConsulted(form),
        .. form.Consulted.Select(department => AnswerIsRecorded(context, department)),
        .. Enum.GetValues<TeamSeat>().Select(seat => SeatIsFilledOrExplained(context, form, seat)),
        .. form.Members.DistinctBy(member => member.PersonId).Select(member => SitsOnce(context, form, member)),
        .. form.Members.SelectMany(member => new[]
        {
            IsKnown(context, member),
            SitsForHisUnit(context, member),
            IsNoParty(context, member),
            ExaminedUnitIsExplained(context, member),
            ExpertHasAField(context, member),
        }),
    ];

    /// <summary>第九条第一句: one leader answers for the investigation.</summary>
    public static Ruling HasOneLeader(ProposeTeamForm form) => Ruling.Require(
        form.Members.Count(member => member.Function == TeamFunction.Leader) == 1, "第九条第一句",
        Text.Of<ProposeTeamStage>("Team.Leader.Reason", form.Members.Count(member => member.Function == TeamFunction.Leader)),
        Text.Of<ProposeTeamStage>("Team.Leader.Remedy"));

    /// <summary>第八条第一句: 组长单位 and 组长 are two things, but the one comes from the other.</summary>
    [Clause("第八条第一句", "一般由")]
    public static Ruling LeaderSitsForTheLeaderUnit(ProposeTeamForm form) => Ruling.Require(
        form.Members.Find(member => member.Function == TeamFunction.Leader) is not { } leader
            || leader.OrganisationId == form.LeaderUnit,
        Composition,
        Text.Of<ProposeTeamStage>("Team.LeaderElsewhere.Reason"), Text.Of<ProposeTeamStage>("Team.LeaderElsewhere.Remedy"));

    /// <summary>第八条第一句: 州环保局为组长单位.</summary>
    public static Ruling IsLedByTheLeadBureau(StageContext context, ProposeTeamForm form) => Ruling.Require(
        TeamSeats.IsBoundTo(context.Directory, context.Today, Roles.LeadEnv, form.LeaderUnit), Composition,
        Text.Of<ProposeTeamStage>("Team.LeaderUnit.Reason"), Text.Of<ProposeTeamStage>("Team.LeaderUnit.Remedy"));

    /// <summary>参照《突发环境事件调查处理办法》第六条: the bureau does not lead an inquiry into itself.</summary>
    public static Ruling ExaminedBureauDoesNotLead(StageContext context, ProposeTeamForm form) => Ruling.Require(
        !TeamSeats.IsBoundTo(context.Directory, context.Today, Roles.LeadEnv, form.LeaderUnit), Recusal,
        Text.Of<ProposeTeamStage>("Team.LeaderUnitExamined.Reason"), Text.Of<ProposeTeamStage>("Team.LeaderUnitExamined.Remedy"));

    /// <summary>第八条第一句: 由州环委会会同.</summary>
    public static Ruling ConvenerIsTheCommittee(StageContext context, ProposeTeamForm form) => Ruling.Require(
        TeamSeats.IsBoundTo(context.Directory, context.Today, Roles.EnvCommittee, form.Convener), Composition,
        Text.Of<ProposeTeamStage>("Team.Convener.Reason"), Text.Of<ProposeTeamStage>("Team.Convener.Remedy"));

    /// <summary>第八条第二句: 会同有关部门.</summary>
    public static Ruling DepartmentsWereConsulted(ProposeTeamForm form) => Ruling.Require(form.Consulted.Count > 0, "第八条第二句",
        Text.Of<ProposeTeamStage>("Consulted.None.Reason"), Text.Of<ProposeTeamStage>("Consulted.None.Remedy"));

    /// <summary>第八条第二句: what a consulted department answered is on record.</summary>
    public static Ruling AnswerIsRecorded(StageContext context, ConsultedDepartment department) => Ruling.Require(
        !string.IsNullOrWhiteSpace(department.Answer), "第八条第二句",
        Text.Of<ProposeTeamStage>("Consulted.NoAnswer.Reason", NameOf(context, department.OrganisationId)),
        Text.Of<ProposeTeamStage>("Consulted.NoAnswer.Remedy"));

    /// <summary>第八条第一句 (一般): a general seat is filled, or its absence explained.</summary>
    [Clause("第八条第一句", "一般由")]
    public static Ruling SeatIsFilledOrExplained(StageContext context, ProposeTeamForm form, TeamSeat seat) => Ruling.Require(
        TeamSeats.IsFilled(context.Directory, context.Today, form, seat) || TeamSeats.WhyEmpty(form, seat) is not null, Composition,
        Text.Of<ProposeTeamStage>("Seat.Empty.Reason", Text.Of<ProposeTeamStage>($"TeamSeat.{seat}")),
        Text.Of<ProposeTeamStage>("Seat.Empty.Remedy"));

    /// <summary>内部环节: nobody sits twice.</summary>
    public static Ruling SitsOnce(StageContext context, ProposeTeamForm form, ProposedMember member) => Ruling.Require(
        form.Members.Count(other => other.PersonId == member.PersonId) == 1, "内部环节",
        Text.Of<ProposeTeamStage>("Member.Twice.Reason", NameOfPerson(context, member)), Text.Of<ProposeTeamStage>("Member.Twice.Remedy"));

    /// <summary>第八条第一句: members and their units are in the directory.</summary>
    public static Ruling IsKnown(StageContext context, ProposedMember member) => Ruling.Require(
        context.Directory.KnowsPerson(member.PersonId) && context.Directory.KnowsOrganisation(member.OrganisationId), Composition,
        Text.Of<ProposeTeamStage>("Member.Unknown.Reason", member.PersonId, member.OrganisationId),
        Text.Of<ProposeTeamStage>("Member.Unknown.Remedy"));

    /// <summary>第八条第一句: a member comes from the unit that he sits for: he holds a post there today.</summary>
    public static Ruling SitsForHisUnit(StageContext context, ProposedMember member) => Ruling.Require(
        !context.Directory.KnowsPerson(member.PersonId) || !context.Directory.KnowsOrganisation(member.OrganisationId)
            || context.Directory.PostsOf(member.PersonId, context.Today).Any(post => post.OrganisationId == member.OrganisationId), Composition,
        Text.Of<ProposeTeamStage>("Member.Elsewhere.Reason", NameOfPerson(context, member), NameOf(context, member.OrganisationId)),
        Text.Of<ProposeTeamStage>("Member.Elsewhere.Remedy"));

    /// <summary>参照《突发环境事件调查处理办法》第六条: nobody investigates a matter in which he is himself under inquiry.</summary>
    public static Ruling IsNoParty(StageContext context, ProposedMember member) => Ruling.Require(
        !context.File.Concerns(member.PersonId), Recusal,
        Text.Of<ProposeTeamStage>("Member.Party.Reason", NameOfPerson(context, member)), Text.Of<ProposeTeamStage>("Member.Party.Remedy"));

    /// <summary>第八条第一句: the county concerned may sit in the team, but while it is examined itself that needs a reason.</summary>
    public static Ruling ExaminedUnitIsExplained(StageContext context, ProposedMember member) => Ruling.Require(
        !SitsForAnExaminedUnit(context.File, member) || !string.IsNullOrWhiteSpace(member.WhyExaminedUnitSits), Composition,
        Text.Of<ProposeTeamStage>("Member.ExaminedUnit.Reason", NameOfPerson(context, member), NameOf(context, member.OrganisationId)),
        Text.Of<ProposeTeamStage>("Member.ExaminedUnit.Remedy"));

    /// <summary>第八条第一句: an expert is one of a field.</summary>
    public static Ruling ExpertHasAField(StageContext context, ProposedMember member) => Ruling.Require(
        member.Function is not (TeamFunction.EnvironmentalExpert or TeamFunction.IndustryExpert)
            || !string.IsNullOrWhiteSpace(member.ExpertField),
        Composition,
        Text.Of<ProposeTeamStage>("Member.ExpertField.Reason", NameOfPerson(context, member)),
        Text.Of<ProposeTeamStage>("Member.ExpertField.Remedy"));

    /// <summary>Whether the member sits for a unit that is itself under inquiry.</summary>
    public static bool SitsForAnExaminedUnit(CaseFile file, ProposedMember member) =>
        file.Parties.Exists(party => !party.IsPerson && party.OrganisationId == member.OrganisationId);

    private static string NameOf(StageContext context, string organisationId) => context.Directory.NameOf(organisationId, context.Today);

    private static string NameOfPerson(StageContext context, ProposedMember member) => context.Directory.NameOfPerson(member.PersonId);
}
