namespace WorkflowAccountability.Procedure.Regulation.Book;

/// <summary>How far a loaded rule set has come.</summary>
public enum RuleSetState
{
    /// <summary>Loaded, waits for a second person.</summary>
    Loaded,

    /// <summary>In the book: cases that are opened from now on are bound to it.</summary>
    Approved,

    /// <summary>A second person declined it.</summary>
    Declined,

    /// <summary>Whoever loaded it took it back.</summary>
    Withdrawn,
}

/// <summary>内部环节: a rule set that a legal officer loaded. Its content never changes; what was wrong is corrected by loading a later one.</summary>
public sealed class RuleSetVersion
{
    /// <summary>16 hex digits.</summary>
    public required string Id { get; init; }

    /// <summary>The name of its kind (<see cref="RuleKind.Name"/>).</summary>
    public required string Kind { get; init; }

    /// <summary>The file as it was loaded.</summary>
    public required string Json { get; init; }

    /// <summary>SHA-256 of the file's UTF-8 bytes, upper hex.</summary>
    public required string Hash { get; init; }

    /// <summary>The first day on which its rules hold.</summary>
    public required DateOnly ValidFrom { get; init; }

    /// <summary>The first day on which what held before holds again; null while no end is known.</summary>
    public DateOnly? ValidTo { get; init; }

    /// <summary>The document that orders it, as it is cited.</summary>
    public required string Citation { get; init; }

    /// <summary>Where its text was read.</summary>
    public required string Source { get; init; }

    /// <summary>Who loaded it.</summary>
    public required string LoadedBy { get; init; }

    /// <summary>His unit, post and name on that day.</summary>
    public required string LoadedByText { get; init; }

    /// <summary>When (UTC).</summary>
    public required DateTimeOffset LoadedAt { get; init; }

    /// <summary>How far it has come.</summary>
    public RuleSetState State { get; set; }

    /// <summary>Who approved, declined or withdrew it.</summary>
    public string? DecidedBy { get; set; }

    /// <summary>His unit, post and name on that day.</summary>
    public string? DecidedByText { get; set; }

    /// <summary>When (UTC).</summary>
    public DateTimeOffset? DecidedAt { get; set; }

    /// <summary>Why.</summary>
    public string? Opinion { get; set; }

    /// <summary>Counts the approved ones of all kinds from 1, without gaps; null before.</summary>
    public int? Edition { get; set; }
}
