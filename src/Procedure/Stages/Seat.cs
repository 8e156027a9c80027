using WorkflowAccountability.Procedure.Cases;
using WorkflowAccountability.Procedure.Deadlines;

namespace WorkflowAccountability.Procedure.Stages;

/// <summary>One work item that a stage opens: what is to be filled in, by whom, by when.</summary>
/// <param name="Key">Names the seat within the stage, for instance <c>draft</c>, <c>signOff</c>, or a body's or a measure's id.</param>
/// <param name="Form">The type of the form.</param>
/// <param name="To">Who may do it.</param>
public sealed record Seat(string Key, Type Form, Candidate To)
{
    /// <summary>Deadline code; null where none runs.</summary>
    public string? Deadline { get; init; }

    /// <summary>The period where the work itself sets it, within the deadline's row; null for the row's own.</summary>
    public Period? Period { get; init; }

    /// <summary>The days before the last day on which to remind, where the definition sets them; null for the deadline's own.</summary>
    public IReadOnlyList<int>? Reminders { get; init; }

    /// <summary>Which rest days count; null for all of the prefecture's.</summary>
    public CalendarScope? Calendar { get; init; }

    /// <summary>The role told when the deadline has passed.</summary>
    public string? EscalateTo { get; init; }

    /// <summary>The day from which the deadline counts when it is not today.</summary>
    public DateOnly? DeadlineFrom { get; init; }

    /// <summary>The last day where whoever asked for the work has set it, for a row of the table that leaves it to him; null where a period is counted.</summary>
    public DateOnly? DueOn { get; init; }

    /// <summary>The form as it is first shown; null shows an empty one.</summary>
    public object? Prefill { get; init; }

    /// <summary>What this seat is about when the stage has several alike: a body's name, a measure.</summary>
    public string? About { get; init; }

    /// <summary>Whether only the supervision team and the candidate may know of the item.</summary>
    public bool Walled { get; init; }
}

/// <summary>Who may take a work item: a role (of one organisation or of any bound to it), one person, or a team's members.</summary>
public sealed record Candidate
{
    private Candidate() { }

    /// <summary>Role code; null when the item goes to a person or a team.</summary>
    public string? Role { get; private init; }

    /// <summary>Only this organisation's holders of the role; null for all.</summary>
    public string? OrganisationId { get; private init; }

    /// <summary>One person.</summary>
    public string? PersonId { get; private init; }

    /// <summary>The members of a team of the case.</summary>
    public TeamKind? Team { get; private init; }

    /// <summary>The candidate as one string that one index finds.</summary>
    public string KeyIn(string caseId) => PersonId is not null ? AddressKey.OfPerson(PersonId)
        : Team is { } team ? AddressKey.OfTeam(team, caseId) : AddressKey.OfRole(Role!, OrganisationId);

    /// <summary>Everybody who holds the role, or holds it for one organisation.</summary>
    public static Candidate OfRole(string role, string? organisationId = null) => new() { Role = role, OrganisationId = organisationId };

    /// <summary>Whoever stands behind an address.</summary>
    public static Candidate OfKey(string key) => key.Split(':', 2) switch
    {
        ["person", var personId] => Person(personId),
        ["team", var team] => MembersOf(Enum.Parse<TeamKind>(team.Split('@')[0])),
        _ => AddressKey.RoleIn(key) is { Role: { } role } to ? OfRole(role, to.OrganisationId) : throw new ArgumentException($"'{key}' is no address.", nameof(key)),
    };

    /// <summary>One person.</summary>
    public static Candidate Person(string personId) => new() { PersonId = personId };

    /// <summary>Every member of the team.</summary>
    public static Candidate MembersOf(TeamKind team) => new() { Team = team };
}
