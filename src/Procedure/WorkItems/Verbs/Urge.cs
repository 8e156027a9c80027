namespace WorkflowAccountability.Procedure.WorkItems.Verbs;

/// <summary>内部环节 (催办): somebody asks whoever is to act for haste, in words, and may be answered.</summary>
public sealed class Urge
{
    /// <summary>The id of the command.</summary>
    public required string Id { get; init; }

    /// <summary>The case.</summary>
    public required string CaseId { get; init; }

    /// <summary>The work item.</summary>
    public required string WorkItemId { get; init; }

    /// <summary>Who urges.</summary>
    public required string PersonId { get; init; }

    /// <summary>His unit, post and name on that day.</summary>
    public required string PersonText { get; init; }

    /// <summary>What he says.</summary>
    public required string Words { get; init; }

    /// <summary>When (UTC).</summary>
    public required DateTimeOffset At { get; init; }

    /// <summary>The working day for which it counts: a weekend's belongs to the working day that follows.</summary>
    public required DateOnly On { get; init; }

    /// <summary>Whether it stays behind the wall.</summary>
    public required bool Walled { get; init; }

    /// <summary>What the handler answered; null while he has not.</summary>
    public string? Answer { get; set; }

    /// <summary>Unit, post and name of whoever answered.</summary>
    public string? AnsweredByText { get; set; }

    /// <summary>When it was answered (UTC).</summary>
    public DateTimeOffset? AnsweredAt { get; set; }
}
