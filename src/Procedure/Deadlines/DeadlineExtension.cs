namespace WorkflowAccountability.Procedure.Deadlines;

/// <summary>What was added to a deadline's period, by whose decision and why.</summary>
public sealed class DeadlineExtension
{
    /// <summary>The id of the command that made it.</summary>
    public required string Id { get; init; }

    /// <summary>The deadline.</summary>
    public required string DeadlineId { get; init; }

    /// <summary>How much, in the unit of the period's limit.</summary>
    public required int Length { get; init; }

    /// <summary>Working days, days or months.</summary>
    public required PeriodUnit Unit { get; init; }

    /// <summary>Why.</summary>
    public required string Reason { get; init; }

    /// <summary>The document that decided it; null for an internal limit.</summary>
    public string? DocumentNumber { get; init; }

    /// <summary>Unit, post and name of who approved or recorded it.</summary>
    public required string ApprovedBy { get; init; }

    /// <summary>When (UTC).</summary>
    public required DateTimeOffset At { get; init; }
}
