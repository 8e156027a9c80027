#pragma warning disable CA1822
namespace WorkflowAccountability.Procedure.Organisations;

/// <summary>Placeholder: organisations, people, posts and roles by date.</summary>
public sealed class Directory
{
    /// <summary>The organisation's name on a day.</summary>
    public string NameOf(string organisationId, DateOnly on) => organisationId;

    /// <summary>Unit and post of a person on a day, as printed.</summary>
    public string PostOf(string personId, DateOnly on) => personId;

    /// <summary>The organisations bound to a role on a day.</summary>
    public IReadOnlyList<string> OrganisationsFor(string role, DateOnly on) => [];

    /// <summary>The roles that a person holds on a day by his posts.</summary>
    public IReadOnlySet<string> RolesOf(string personId, DateOnly on) => new HashSet<string>();

    /// <summary>Whether the person is known.</summary>
    public bool KnowsPerson(string personId) => true;

    /// <summary>Whether the organisation is known.</summary>
    public bool KnowsOrganisation(string organisationId) => true;

    /// <summary>The person's name.</summary>
    public string NameOfPerson(string personId) => personId;
}
