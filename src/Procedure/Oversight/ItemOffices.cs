using System.Linq.Expressions;
using WorkflowAccountability.Procedure.Cases;
using WorkflowAccountability.Procedure.Organisations;

namespace WorkflowAccountability.Procedure.Oversight;

/// <summary>
/// To which office an open item counts: that of whoever took it or was given it by name, of a team that of its leader, else the one that plays
/// the role. A role that several offices play, while nobody has taken the item, counts to none of them and stands for itself.
/// </summary>
public sealed class ItemOffices(OrganisationDirectory directory, DateOnly today)
{
    private const string TeamPrefix = "team:";

    /// <summary>The office of an item: an organisation's id, the key of a role, or null where nobody can be found.</summary>
    /// <param name="leaderOf">The organisation of the leader of the team to whom the key goes.</param>
    public string? Of(string candidateKey, string? assigneeId, Func<string, string?> leaderOf)
    {
        if ((assigneeId ?? AddressKey.PersonIn(candidateKey)) is { } personId)
            return OfPerson(personId);
        if (candidateKey.StartsWith(TeamPrefix, StringComparison.Ordinal))
            return leaderOf(candidateKey);
        var to = AddressKey.RoleIn(candidateKey);
        return to.OrganisationId ?? (directory.OrganisationsFor(to.Role!, today) is [var only] ? only : candidateKey);
    }

    /// <summary>What the office is called.</summary>
    public string NameOf(string? office) => office is null ? "—"
        : office.StartsWith("role:", StringComparison.Ordinal) ? Roles.Find(AddressKey.RoleIn(office).Role!)?.Name ?? office
        : directory.ShortNameOf(office, today);

    /// <summary>The same as <see cref="Of"/>, for a query.</summary>
    internal Expression<Func<SupervisedItem, bool>> Where(string office, AccountabilityDb db)
    {
        if (office.StartsWith("role:", StringComparison.Ordinal))
            return row => row.Item.AssigneeId == null && row.Item.CandidateKey == office;
        var people = directory.AllPeople.Select(person => person.Id).Where(id => OfPerson(id) == office).ToList();
        var named = people.Select(AddressKey.OfPerson).ToList();
        var keys = Roles.All.SelectMany(role => (string[])
        [
            AddressKey.OfRole(role.Code, office), .. directory.OrganisationsFor(role.Code, today) is [var only] && only == office ? [AddressKey.OfRole(role.Code)] : Array.Empty<string>(),
        ]).ToList();
        return row => row.Item.AssigneeId != null ? people.Contains(row.Item.AssigneeId)
            : keys.Contains(row.Item.CandidateKey) || named.Contains(row.Item.CandidateKey)
                || db.Set<TeamMember>().Any(member => member.CaseId == row.Item.CaseId && member.To == null && member.Function == TeamFunction.Leader
                    && member.OrganisationId == office
                    && row.Item.CandidateKey == "team:" + (member.Team == TeamKind.Supervision ? "Supervision" : "Investigation") + "@" + row.Item.CaseId);
    }

    private string? OfPerson(string personId) =>
        directory.PostsOf(personId, today) is [var first, ..] ? first.OrganisationId : directory.LastOrganisationOf(personId);
}
