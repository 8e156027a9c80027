namespace WorkflowAccountability.Procedure.Deadlines;

/// <summary>Days of a case that some deadlines do not count, because a row of the table says so: the loss assessment (D08) stops the investigation (D07).</summary>
public sealed class Suspension
{
    /// <summary>What stops every deadline of a case: the case rests (中止).</summary>
    public const string WholeCase = "CASE";

    /// <summary>The id of the command that began it.</summary>
    public required string Id { get; init; }

    /// <summary>The case.</summary>
    public required string CaseId { get; init; }

    /// <summary>The row of the table that stops others: D08; or <see cref="WholeCase"/>.</summary>
    public required string Code { get; init; }

    /// <summary>The day on which it begins; still counted.</summary>
    public required DateOnly From { get; init; }

    /// <summary>The day on which it ends, the last that is not counted; null while it lasts.</summary>
    public DateOnly? To { get; set; }

    /// <summary>Why.</summary>
    public required string Reason { get; init; }

    /// <summary>Unit, post and name of who recorded it.</summary>
    public required string By { get; init; }

    /// <summary>The person who recorded it; null in rows of an older version, and where the whole case rests.</summary>
    public string? OrderedBy { get; init; }

    /// <summary>When it was recorded (UTC).</summary>
    public required DateTimeOffset At { get; init; }

    /// <summary>The last day by which it ought to end, by its own row of the table; null where that sets no period.</summary>
    public DateOnly? DueOn { get; set; }

    /// <summary>How often its days were counted anew; part of the ids of its rungs.</summary>
    public int Epoch { get; set; }

    /// <summary>Whom it reminds and when, written when it begins.</summary>
    public List<StopRung> Rungs { get; init; } = [];
}
