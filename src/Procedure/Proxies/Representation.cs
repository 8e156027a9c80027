using WorkflowAccountability.Procedure.Cases;
using WorkflowAccountability.Procedure.Stages;
using WorkflowAccountability.Procedure.WorkItems;

namespace WorkflowAccountability.Procedure.Proxies;

/// <summary>That somebody stands in for another today: for whom, in which stages, until when. What the principal was lent himself is never part of it.</summary>
/// <param name="ProxyRow">The id of the <see cref="Proxy"/>.</param>
/// <param name="Principal">The one who is stood in for, in his own right; for the other side, the proxy.</param>
/// <param name="Stages">Keys of <see cref="StageChoice"/>; empty for all.</param>
/// <param name="Until">The last day.</param>
public sealed record Representation(string ProxyRow, Actor Principal, IReadOnlySet<string> Stages, DateOnly Until)
{
    /// <summary>
    /// Whether an item is the principal's by his post (not by name, not by his seat in a team), in one of the stages, in front of the wall, and
    /// nobody else has taken it. Whether one of the two is under inquiry is for the case to say.
    /// </summary>
    public bool Covers(WorkItem item) => !item.Walled && (Stages.Count == 0 || Stages.Any(key => StageChoice.Of(key).Holds(item)))
        && PostKeys.Contains(item.CandidateKey) && (item.AssigneeId is null || item.AssigneeId == Principal.PersonId);

    /// <summary>The keys of the principal's posts.</summary>
    public IEnumerable<string> PostKeys => Principal.Keys.Where(key => key != AddressKey.OfPerson(Principal.PersonId));
}
