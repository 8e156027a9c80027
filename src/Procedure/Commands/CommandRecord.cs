namespace WorkflowAccountability.Procedure.Commands;

/// <summary>The row that proves that a command was carried out: looked up when a COMMIT's answer was lost or a form is posted twice.</summary>
public sealed class CommandRecord
{
    /// <summary>Made when the form was opened, so that double clicks and retries carry the same one.</summary>
    public required string Id { get; init; }

    /// <summary>The command's name.</summary>
    public required string Kind { get; init; }

    /// <summary>The person who gave it.</summary>
    public required string PersonId { get; init; }

    /// <summary>SHA-256 of what was asked: the same id with other content is refused.</summary>
    public required string PayloadHash { get; init; }

    /// <summary>The case; null where it changes none.</summary>
    public string? CaseId { get; set; }

    /// <summary>When it was carried out (UTC).</summary>
    public required DateTimeOffset At { get; init; }

    /// <summary>Where the answer leads: a path in the site.</summary>
    public required string Result { get; set; }
}
