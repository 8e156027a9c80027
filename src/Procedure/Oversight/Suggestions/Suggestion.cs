namespace WorkflowAccountability.Procedure.Oversight.Suggestions;

/// <summary>What the supervisors' office suggests where another decides.</summary>
public enum SuggestedAct
{
    /// <summary>改派: that somebody else be made responsible.</summary>
    Reassign,

    /// <summary>延期: that the deadline be extended.</summary>
    Extend,
}

/// <summary>内部环节 (建议改派、建议延期): the supervisors' office lays a decision before whoever may take it, in words, and is answered. It changes nothing by itself.</summary>
public sealed class Suggestion
{
    /// <summary>The id of the command.</summary>
    public required string Id { get; init; }

    /// <summary>The case.</summary>
    public required string CaseId { get; init; }

    /// <summary>The work item.</summary>
    public required string WorkItemId { get; init; }

    /// <summary>Which decision.</summary>
    public required SuggestedAct Act { get; init; }

    /// <summary>Who suggests it.</summary>
    public required string PersonId { get; init; }

    /// <summary>His unit, post and name on that day.</summary>
    public required string PersonText { get; init; }

    /// <summary>Why.</summary>
    public required string Words { get; init; }

    /// <summary>When (UTC).</summary>
    public required DateTimeOffset At { get; init; }

    /// <summary>What was answered; null while it was not.</summary>
    public string? Answer { get; set; }

    /// <summary>Unit, post and name of whoever answered.</summary>
    public string? AnsweredByText { get; set; }

    /// <summary>When it was answered (UTC).</summary>
    public DateTimeOffset? AnsweredAt { get; set; }
}
