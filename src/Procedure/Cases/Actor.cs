using WorkflowAccountability.Procedure.Notifications;
using WorkflowAccountability.Procedure.Proxies;

namespace WorkflowAccountability.Procedure.Cases;

/// <summary>Who acts: a person in his posts on that day with the roles they carry, or the clock.</summary>
/// <param name="OrganisationId">The organisation of his first post.</param>
/// <param name="PostText">Unit and post on that day, as printed.</param>
/// <param name="Grants">Each role with the organisation for which he holds it.</param>
public sealed record Actor(
    string PersonId, string Name, string OrganisationId, string PostText, IReadOnlySet<(string Role, string OrganisationId)> Grants)
{
    /// <summary>The system's own hand: bursts and sweeps.</summary>
    public static Actor Clock { get; } = new("clock", "系统", "", "", new HashSet<(string, string)>());

    /// <summary>Whose proxy he is today (委托代理); what he may do for them is asked item by item and is no part of his own rights.</summary>
    public IReadOnlyList<Representation> Represents { get; init; } = [];

    /// <summary>Who stands in for him today.</summary>
    public IReadOnlyList<Representation> RepresentedBy { get; init; } = [];

    /// <summary>Whether he heads an office.</summary>
    public bool IsHead { get; init; }

    /// <summary>In whose place he acts; null where he acts in his own right.</summary>
    public string? PrincipalId { get; private init; }

    /// <summary>Himself in the place of another: with the other's post and roles, under both names (李某代张某).</summary>
    public Actor InPlaceOf(Actor principal) => this with
    {
        Name = $"{Name}代{principal.Name}", OrganisationId = principal.OrganisationId, Grants = principal.Grants, PrincipalId = principal.PersonId,
        PostText = principal.PostText,
    };

    /// <summary>The roles he holds for any organisation.</summary>
    public IEnumerable<string> Roles => Grants.Select(grant => grant.Role).Distinct();

    /// <summary>Whether he holds a post at all; who has left office acts and reads no more, not even what was addressed to him by name.</summary>
    public bool IsInOffice => Grants.Count > 0;

    /// <summary>Whether he is in office and stands in for nobody: what waits for him is then found by his own keys alone.</summary>
    public bool ActsForHimselfOnly => IsInOffice && Represents.Count == 0;

    /// <summary>Every key under which something can be addressed to him, teams apart.</summary>
    public IEnumerable<string> Keys => !IsInOffice ? [] :
    [
        AddressKey.OfPerson(PersonId),
        .. Grants.SelectMany(grant => (string[])[AddressKey.OfRole(grant.Role), AddressKey.OfRole(grant.Role, grant.OrganisationId)]).Distinct(),
    ];

    /// <summary>Whether he holds the role, for the organisation if one is named.</summary>
    public bool Holds(string role, string? organisationId = null) =>
        Grants.Any(grant => grant.Role == role && (organisationId is null || grant.OrganisationId == organisationId));
}

/// <summary>To whom an item or a notice goes, as one string that one index finds.</summary>
public static class AddressKey
{
    /// <summary>Every holder of a role, or those of one organisation.</summary>
    public static string OfRole(string role, string? organisationId = null) => organisationId is null ? $"role:{role}" : $"role:{role}@{organisationId}";

    /// <summary>One person.</summary>
    public static string OfPerson(string personId) => $"person:{personId}";

    /// <summary>The person that a key names; null where it names none.</summary>
    public static string? PersonIn(string key) => key.StartsWith("person:", StringComparison.Ordinal) ? key["person:".Length..] : null;

    /// <summary>The role that a key of <see cref="OfRole"/> names, as a recipient.</summary>
    public static Recipient RoleIn(string key) => key["role:".Length..].Split('@') is [var role, var organisation]
        ? new Recipient(role, organisation) : new Recipient(key["role:".Length..]);

    /// <summary>The members of a case's team.</summary>
    public static string OfTeam(TeamKind team, string caseId) => $"team:{team}@{caseId}";
}
