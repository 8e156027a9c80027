namespace WorkflowAccountability.Procedure.Organisations;

/// <summary>What a body is called from a day on, up to but not including another. Its key is the body and the first day.</summary>
public sealed class OrganisationName
{
    public required string OrganisationId { get; init; }

    public required string Name { get; set; }

    public required string ShortName { get; set; }

    public required DateOnly ValidFrom { get; init; }

    /// <summary>The first day on which it is no longer called so.</summary>
    public DateOnly? ValidTo { get; set; }

    public required string Basis { get; set; }
}
