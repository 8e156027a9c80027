namespace WorkflowAccountability.Procedure.Organisations;

/// <summary>A body plays a role from a day on, up to but not including another.</summary>
public sealed class RoleBinding
{
    public required string Id { get; init; }

    public required string Role { get; init; }

    public required string OrganisationId { get; init; }

    public required DateOnly From { get; init; }

    /// <summary>The first day on which it no longer plays it.</summary>
    public DateOnly? To { get; set; }
}
