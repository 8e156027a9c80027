namespace WorkflowAccountability.Procedure.WorkItems.Verbs;

/// <summary>内部环节 (前加签): an opinion that somebody wants to hear before he decides. The item waits for it, or for its withdrawal.</summary>
public sealed class AskedOpinion
{
    /// <summary>Made from the command.</summary>
    public required string Id { get; init; }

    /// <summary>The case.</summary>
    public required string CaseId { get; init; }

    /// <summary>The item that waits.</summary>
    public required string WorkItemId { get; init; }

    /// <summary>Who asks.</summary>
    public required string AskedBy { get; init; }

    /// <summary>His unit, post and name on that day.</summary>
    public required string AskedByText { get; init; }

    /// <summary>Who is asked.</summary>
    public required string AskedOf { get; init; }

    /// <summary>The question.</summary>
    public required string Question { get; init; }

    /// <summary>When (UTC).</summary>
    public required DateTimeOffset AskedAt { get; init; }

    /// <summary>Whether it stays behind the wall.</summary>
    public required bool Walled { get; init; }

    /// <summary>The opinion; null while it is awaited.</summary>
    public string? Opinion { get; set; }

    /// <summary>Unit, post and name of whoever gave it, on that day.</summary>
    public string? GivenByText { get; set; }

    /// <summary>When it was given (UTC).</summary>
    public DateTimeOffset? GivenAt { get; set; }

    /// <summary>When the asker no longer waited for it (UTC).</summary>
    public DateTimeOffset? WithdrawnAt { get; set; }

    /// <summary>Whether it is still waited for.</summary>
    public bool IsAwaited => GivenAt is null && WithdrawnAt is null;
}
