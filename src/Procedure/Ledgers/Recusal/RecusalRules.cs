using WorkflowAccountability.Procedure.Cases;
using WorkflowAccountability.Procedure.Organisations;
using WorkflowAccountability.Procedure.Regulation;

namespace WorkflowAccountability.Procedure.Ledgers.Recusal;

/// <summary>The regulation is silent on stepping aside: everything here is applied by analogy.</summary>
public static class RecusalRules
{
    /// <summary>What is applied.</summary>
    public const string Clause = "参照《突发环境事件调查处理办法》第六条";

    /// <summary>参照《突发环境事件调查处理办法》第六条: who has an interest says which.</summary>
    public static Ruling InterestIsStated(DeclareInterestForm form) => Ruling.Require(
        form.HasInterest != true || !string.IsNullOrWhiteSpace(form.Statement), Clause,
        Text.Of<DeclareInterest>("Interest.Unsaid.Reason"), Text.Of<DeclareInterest>("Interest.Unsaid.Remedy"));

    /// <summary>内部环节: the person is one of the directory.</summary>
    public static Ruling IsKnown(OrganisationDirectory directory, string personId) => Ruling.Require(directory.KnowsPerson(personId), Citations.InternalStep,
        Text.Of<DecideRecusal>("Person.Unknown.Reason", personId), Text.Of<DecideRecusal>("Person.Unknown.Remedy"));

    /// <summary>参照《中华人民共和国公务员法》第七十七条: nobody decides on his own stepping aside.</summary>
    public static Ruling IsAnothersMatter(EntryContext context, DecideRecusalForm form) => Ruling.Require(
        form.PersonId != context.Actor.PersonId, "参照《中华人民共和国公务员法》第七十七条",
        Text.Of<DecideRecusal>("Decider.Himself.Reason"), Text.Of<DecideRecusal>("Decider.Himself.Remedy"));

    /// <summary>
    /// 内部环节: the government decides on the investigation team and on its departments, the supervision organ on its own people and team
    /// (第十条第一句: 独立组成). The words do not say who sits where.
    /// </summary>
    public static Ruling IsHisToDecide(EntryContext context, DecideRecusalForm form)
    {
        var (file, person) = (context.File, form.PersonId);
        var inInvestigation = file.Members(TeamKind.Investigation).Any(member => member.PersonId == person);
        var isSupervisions = !inInvestigation && (context.Directory.RolesOf(person, context.Today).Contains(Roles.Supervision)
            || (CaseAccess.IsBehindWall(file, context.Actor.PersonId) && file.Members(TeamKind.Supervision).Any(member => member.PersonId == person)));
        return Ruling.Require(context.Actor.Holds(isSupervisions ? Roles.Supervision : Roles.Government), Citations.InternalStep,
            Text.Of<DecideRecusal>("Decider.Other.Reason", context.Directory.NameOfPerson(person)), Text.Of<DecideRecusal>("Decider.Other.Remedy"));
    }

    /// <summary>
    /// 参照《突发环境事件调查处理办法》第六条: what speaks against a member is decided on before he works on, one way or the other. Ask it only of those whom the
    /// actor may know.
    /// </summary>
    /// <param name="withPosts">Whether the posts that he held count too.</param>
    /// <param name="behindWall">Whether the actor reads what was entered behind the wall.</param>
    public static Ruling IsDecided(CaseFile file, OrganisationDirectory directory, string personId, bool withPosts, bool behindWall = false)
    {
        var undecided = RecusalCheck.Undecided(file, directory, personId, withPosts, behindWall);
        return Ruling.Require(undecided.Count == 0, Clause, Text.Of<DecideRecusal>("Tie.Undecided.Reason", directory.NameOfPerson(personId), string.Join("；", undecided)),
            Text.Of<DecideRecusal>("Tie.Undecided.Remedy"));
    }

    /// <summary>第九条第一句: a team that loses its leader gets one by the same decision.</summary>
    public static Ruling LeaderIsReplaced(EntryContext context, DecideRecusalForm form) => Ruling.Require(
        form.Verdict != RecusalVerdict.Recused || SeatOf(context, form.PersonId) is not { Function: TeamFunction.Leader }
            || !string.IsNullOrEmpty(form.ReplacementId), "第九条第一句",
        Text.Of<DecideRecusal>("Leader.NotReplaced.Reason"), Text.Of<DecideRecusal>("Leader.NotReplaced.Remedy"));

    /// <summary>第八条第二句: who steps in holds a post in the unit he sits for, is impartial, and has no other seat.</summary>
    public static Ruling ReplacementFits(EntryContext context, DecideRecusalForm form) => Ruling.Require(
        string.IsNullOrEmpty(form.ReplacementId)
            || (form.Verdict == RecusalVerdict.Recused && SeatOf(context, form.PersonId) is not null && MaySit(context, form.ReplacementId, form.ReplacementUnit)),
        "第八条第二句", Text.Of<DecideRecusal>("Replacement.Unfit.Reason"), Text.Of<DecideRecusal>("Replacement.Unfit.Remedy"));

    /// <summary>Whether a person may take a seat for a unit today. It says nothing of why not.</summary>
    public static bool MaySit(EntryContext context, string personId, string? unit) =>
        context.Directory.PostsOf(personId, context.Today).Any(post => post.OrganisationId == unit) && !context.File.Concerns(personId)
        && context.File.TeamMembers.TrueForAll(member => member.To is not null || member.PersonId != personId);

    /// <summary>The seat that a person has, as far as the actor may know of it.</summary>
    public static TeamMember? SeatOf(EntryContext context, string personId) => context.File.TeamMembers.Find(member => member.To is null
        && member.PersonId == personId && (member.Team is TeamKind.Investigation || CaseAccess.IsBehindWall(context.File, context.Actor.PersonId)
            || context.Actor.Holds(Roles.Supervision)));
}
