namespace WorkflowAccountability.Procedure.Organisations;

public enum OrganisationKind
{
    PartyCommittee,
    Government,
    Office,
    Department,
    Commission,
    County,
    Park,
    ExpertPool,
}

public enum AdministrativeLevel
{
    Prefecture,
    County,
}

/// <summary>A body with a permanent id. What it is called lies in <see cref="OrganisationName"/>; a new name makes no new body.</summary>
public sealed class Organisation
{
    public required string Id { get; init; }

    public required OrganisationKind Kind { get; set; }

    public required AdministrativeLevel Level { get; set; }

    public string? ParentId { get; set; }
}
