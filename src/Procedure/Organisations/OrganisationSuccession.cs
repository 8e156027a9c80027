namespace WorkflowAccountability.Procedure.Organisations;

public enum SuccessionKind
{
    Rename,
    Merge,
    Split,
    Absorb,
    TransferOfFunction,
}

/// <summary>A body took over from another on a day. Its key is both bodies and the day.</summary>
public sealed class OrganisationSuccession
{
    public required string FromId { get; init; }

    public required string ToId { get; init; }

    public required SuccessionKind Kind { get; set; }

    public required DateOnly Date { get; init; }

    public required string Basis { get; set; }
}
