namespace WorkflowAccountability.Procedure.Notifications;

/// <summary>A message that is to leave the house. Written with the change that causes it; sent at least once, with its id as message id.</summary>
public sealed class OutboxMessage
{
    /// <summary>Made from the case, its version and a counter, so that a repeat is the same message.</summary>
    public required string Id { get; init; }

    /// <summary>The case; null where it is about none.</summary>
    public required string? CaseId { get; init; }

    /// <summary>What it is.</summary>
    public required string Kind { get; init; }

    /// <summary>Ids only, never contents of a file.</summary>
    public required string Payload { get; init; }

    /// <summary>Not to be sent before (UTC).</summary>
    public required DateTimeOffset NotBefore { get; init; }

    /// <summary>How often it was tried.</summary>
    public int Attempts { get; set; }

    /// <summary>When it was sent (UTC); null while it waits.</summary>
    public DateTimeOffset? SentAt { get; set; }

    /// <summary>Why the last try failed.</summary>
    public string? LastError { get; set; }
}
