namespace WorkflowAccountability.Procedure.Ledgers.Restrictions;

/// <summary>第十二条第一款: an office asked whether somebody may be promoted or commended, for what purpose, and what it was answered.</summary>
public sealed class RestrictionQuery
{
    /// <summary>The id of the command.</summary>
    public required string Id { get; init; }

    /// <summary>Who asked.</summary>
    public required string PersonId { get; init; }

    /// <summary>His unit, post and name on that day.</summary>
    public required string PersonText { get; init; }

    /// <summary>The person or unit asked about: an id of the directory.</summary>
    public required string SubjectId { get; init; }

    /// <summary>Whether it is a person.</summary>
    public required bool IsPerson { get; init; }

    /// <summary>Its name on that day.</summary>
    public required string SubjectText { get; init; }

    /// <summary>For what.</summary>
    public required string Purpose { get; init; }

    /// <summary>The restrictions that held, JSON lines as they were answered.</summary>
    public required string Answer { get; init; }

    /// <summary>When (UTC).</summary>
    public required DateTimeOffset At { get; init; }
}
