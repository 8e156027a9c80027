namespace WorkflowAccountability.Procedure.Oversight;

/// <summary>内部环节 (延期说明、逾期说明): the handler says why an item is, or will be, late, and by when it will be done. The deadline stays.</summary>
public sealed class DelayExplanation
{
    /// <summary>The id of the command.</summary>
    public required string Id { get; init; }

    /// <summary>The case.</summary>
    public required string CaseId { get; init; }

    /// <summary>The work item.</summary>
    public required string WorkItemId { get; init; }

    /// <summary>Who explains.</summary>
    public required string PersonId { get; init; }

    /// <summary>His unit, post and name on that day.</summary>
    public required string PersonText { get; init; }

    /// <summary>Why.</summary>
    public required string Words { get; init; }

    /// <summary>By which day he expects to have done it.</summary>
    public required DateOnly ExpectedOn { get; init; }

    /// <summary>Whether the last day had passed when he said so (逾期说明), or not (延期说明).</summary>
    public required bool WasLate { get; init; }

    /// <summary>When (UTC).</summary>
    public required DateTimeOffset At { get; init; }

    /// <summary>Whether it stays behind the wall.</summary>
    public required bool Walled { get; init; }
}
