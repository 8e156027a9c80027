using WorkflowAccountability.Procedure.Cases;
using WorkflowAccountability.Procedure.Commands;
using WorkflowAccountability.Procedure.Proxies;

namespace WorkflowAccountability.Procedure.WorkItems;

/// <summary>Who may work on an item. Who is under inquiry never is among them.</summary>
public sealed partial class WorkItem
{
    /// <summary>Whether the actor may work on it: it is addressed to him, he prepares it for another, or he stands in for one to whom it is addressed.</summary>
    public bool IsFor(Actor actor, CaseFile file) =>
        IsAddressedTo(actor, file) || IsDelegatedTo(actor, file) || ProxyFor(actor, file) is not null;

    /// <summary>Whether it was given to one person by name.</summary>
    public bool IsByName => AddressKey.PersonIn(CandidateKey) is not null;

    /// <summary>Whether it goes to this actor in his own right: his role, his person, his team.</summary>
    public bool IsAddressedTo(Actor actor, CaseFile file) => actor.IsInOffice && !file.Concerns(actor.PersonId)
        && (actor.Keys.Contains(CandidateKey) || Enum.GetValues<TeamKind>().Any(team =>
            CandidateKey == AddressKey.OfTeam(team, file.Id) && file.Members(team).Any(member => member.PersonId == actor.PersonId)));

    /// <summary>Whether he prepares it for the one responsible (委派).</summary>
    public bool IsDelegatedTo(Actor actor, CaseFile file) => DelegateId == actor.PersonId && actor.IsInOffice && !file.Concerns(actor.PersonId);

    /// <summary>
    /// For whom he stands in here (代理); null where he needs nobody's right, or has nobody's. It ends at the wall, at whatever is given to a
    /// person or a team by name, and where either of the two is under inquiry.
    /// </summary>
    public Representation? ProxyFor(Actor actor, CaseFile file) => !actor.IsInOffice || file.Concerns(actor.PersonId) ? null
        : actor.Represents.FirstOrDefault(each => IsLentBy(each, actor) && !file.Concerns(each.Principal.PersonId)
            && (AssigneeId == each.Principal.PersonId || !IsAddressedTo(actor, file)));

    /// <summary>Whether it stands in the actor's inbox by a proxy only (代理); whether somebody is under inquiry was asked before it came there.</summary>
    public bool IsByProxy(Actor actor) => actor.Represents.Any(each => IsLentBy(each, actor)
        && (AssigneeId == each.Principal.PersonId || !actor.Keys.Contains(CandidateKey)));

    private bool IsLentBy(Representation each, Actor actor) => each.Covers(this) && DelegateId != actor.PersonId;

    /// <summary>As whom he acts on it: himself, or in his principal's post and right.</summary>
    public Actor ActingFor(Actor actor, CaseFile file) => ProxyFor(actor, file) is { } proxy ? actor.InPlaceOf(proxy.Principal) : actor;

    /// <summary>Takes the item back from whoever holds it and may no longer.</summary>
    /// <returns>Whether anything was taken.</returns>
    internal bool TakeFrom(Func<string, bool> mayNot)
    {
        var before = (AssigneeId, DelegateId);
        AssigneeId = AssigneeId is { } assignee && mayNot(assignee) ? null : AssigneeId;
        DelegateId = DelegateId is { } hand && mayNot(hand) ? null : DelegateId;
        if (before == (AssigneeId, DelegateId))
            return false;
        Version++;
        return true;
    }

    /// <summary>Whether somebody else took it who may still do it; who came under inquiry or left office holds nothing.</summary>
    internal bool IsClaimedByAnother(CommandScope scope, CaseFile file) => AssigneeId is { } assignee && assignee != scope.Actor.PersonId
        && assignee != scope.Actor.PrincipalId && DelegateId != scope.Actor.PersonId
        && IsAddressedTo(scope.Directory.ActorOf(assignee, scope.Now), file);
}
