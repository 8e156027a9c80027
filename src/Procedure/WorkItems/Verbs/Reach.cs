using WorkflowAccountability.Procedure.Cases;
using WorkflowAccountability.Procedure.Deadlines;
using WorkflowAccountability.Procedure.Organisations;

namespace WorkflowAccountability.Procedure.WorkItems.Verbs;

/// <summary>Whom a work item can be given to, laid before, or told of: never a party, never anybody beyond the wall.</summary>
internal sealed class Reach(WorkItem item, CaseFile file, OrganisationDirectory directory, DateTimeOffset now)
{
    private readonly DateOnly today = BeijingTime.DayOf(now);

    /// <summary>Who may become responsible (转办): whoever could be a candidate.</summary>
    public IReadOnlyList<string> Successors => Impartial(Named is { } name ? InPlaceOf(name) : Addressed);

    /// <summary>Who may prepare it (委派): whoever could be a candidate, and the others of the team for which it is done.</summary>
    public IReadOnlyList<string> Hands => Impartial([.. Successors, .. Team is { } team ? MembersOf(team) : []]);

    /// <summary>Who may be asked for an opinion or be sent a copy (加签、传阅): in front of the wall whoever works on the case, and one's own office.</summary>
    public IReadOnlyList<string> HearersFor(Actor actor) => Impartial(
    [
        .. Hands, .. CaseAccess.IsBehindWall(file, actor.PersonId) ? MembersOf(TeamKind.Supervision) : [],
        .. item.Walled ? [] : (IEnumerable<string>)
        [
            .. MembersOf(TeamKind.Investigation), .. directory.PeopleFor(Roles.Government, today), .. directory.PeopleFor(Roles.Supervision, today),
            .. file.ConcernsLeadBureau ? [] : directory.PeopleFor(Roles.LeadEnv, today), .. directory.PeopleFor(Roles.LegalOffice, today),
            .. directory.PostsOf(actor.PersonId, today).SelectMany(post => directory.PeopleOf(post.OrganisationId, today)),
        ],
    ]);

    /// <summary>Whoever is to do it now; null while any candidate may.</summary>
    public string? Holder => item.AssigneeId ?? Named;

    /// <summary>Whether nobody can do it: whoever was named left office or came under inquiry, or nobody impartial holds the role or the seat.</summary>
    public bool IsVacant => Impartial(Named is { } name ? [name] : Addressed).Count == 0;

    /// <summary>Whether the actor heads the office of whoever is to do it; behind the wall nobody's office counts while the team can act.</summary>
    public bool IsHeadOverHolder(Actor actor) => Holder is { } holder && MayStep(actor) && UnitsOf(holder)
        .Any(unit => directory.PostsOf(actor.PersonId, today).Any(post => post.OrganisationId == unit && post.Rank is PostRank.Head));

    /// <summary>Whether the actor answers for the procedure, so that he gives on what nobody can do any more.</summary>
    public bool IsSteward(Actor actor) => IsVacant && MayStep(actor) && (item.Walled
        ? CaseAccess.IsBehindWall(file, actor.PersonId) || actor.Holds(Roles.Supervision)
        : actor.Holds(Roles.Government) || (actor.Holds(Roles.LeadEnv) && !file.ConcernsLeadBureau));

    /// <summary>Whether the actor may give the item to another: whoever holds it, his head, or, where nobody can do it, the steward.</summary>
    public bool MayReassign(Actor actor) => (item.IsAddressedTo(actor, file) && (Holder is null || Holder == actor.PersonId))
        || IsHeadOverHolder(actor) || IsSteward(actor);

    private string? Named => AddressKey.PersonIn(item.CandidateKey);

    private TeamKind? Team => item.CandidateKey == AddressKey.OfTeam(TeamKind.Investigation, file.Id) ? TeamKind.Investigation
        : item.CandidateKey == AddressKey.OfTeam(TeamKind.Supervision, file.Id) ? TeamKind.Supervision
        : Named is { } name && Leads(name) ? Side : null;

    private TeamKind Side => item.Walled ? TeamKind.Supervision : TeamKind.Investigation;

    private List<string> Addressed => [.. directory.PeopleOn(today).Where(id => item.IsAddressedTo(directory.ActorOf(id, now), file))];

    private bool MayStep(Actor actor) => actor.IsInOffice && !file.Concerns(actor.PersonId)
        && (!item.Walled || CaseAccess.IsBehindWall(file, actor.PersonId)
            || (actor.Holds(Roles.Supervision) && Impartial(MembersOf(TeamKind.Supervision)).Count == 0));

    // 第九条第一句: what the leader answers for goes to the deputy, and where there is none to the body that the team answers to.
    private List<string> InPlaceOf(string name)
    {
        if (!Leads(name))
            return [.. UnitsOf(name).SelectMany(unit => directory.PeopleOf(unit, today))];
        var others = Impartial(file.Members(Side).Where(member => member.PersonId != name && IsLeading(member)).Select(member => member.PersonId));
        return [.. others.Count > 0 ? others : directory.PeopleFor(item.Walled ? Roles.Supervision : Roles.Government, today)];
    }

    // Where he holds a post, or, where he has left office, held his last.
    private List<string> UnitsOf(string personId) => directory.PostsOf(personId, today) is [_, ..] held ? [.. held.Select(post => post.OrganisationId).Distinct()]
        : directory.LastOrganisationOf(personId) is { } last ? [last] : [];

    private bool Leads(string name) => file.TeamMembers.Exists(member => member.PersonId == name && member.Team == Side && IsLeading(member));

    private static bool IsLeading(TeamMember member) => member.Function is TeamFunction.Leader or TeamFunction.Deputy;

    private IEnumerable<string> MembersOf(TeamKind team) => file.Members(team).Select(member => member.PersonId);

    private List<string> Impartial(IEnumerable<string> people) =>
        [.. people.Distinct().Where(id => !file.Concerns(id) && directory.ActorOf(id, now).IsInOffice)];
}
