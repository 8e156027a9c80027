namespace WorkflowAccountability.Procedure.Organisations;

/// <summary>An official or expert. The id is also the name he signs in with; his posts, past and present, are rows of their own.</summary>
public sealed class Person
{
    public required string Id { get; init; }

    public required string Name { get; set; }

    /// <summary>Where his mail goes; null where he has given no address.</summary>
    public string? Email { get; set; }
}
