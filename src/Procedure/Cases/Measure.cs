namespace WorkflowAccountability.Procedure.Cases;

/// <summary>How far a decided measure has got.</summary>
public enum MeasureStatus
{
    /// <summary>第十一条第一款: both keys approved it in the same text.</summary>
    Decided,

    /// <summary>第十一条第二款: the owning organ reported it done, with evidence.</summary>
    Executed,

    /// <summary>第十一条第二款: both followers confirmed it (销号).</summary>
    Confirmed,
}

/// <summary>A measure of the 处理决定 (第十三条): what both keys approved in the same text.</summary>
public sealed class Measure
{
    /// <summary>Unique in the case: M1, M2 …</summary>
    public required string Id { get; init; }

    /// <summary>The case.</summary>
    public required string CaseId { get; init; }

    /// <summary>The proposal it came from.</summary>
    public required string ProposalId { get; init; }

    /// <summary>The party that it falls on.</summary>
    public required string PartyId { get; init; }

    /// <summary>The measure's code.</summary>
    public required string Code { get; init; }

    /// <summary>The clause that allows it.</summary>
    public required string Citation { get; init; }

    /// <summary>The decided words.</summary>
    public required string Text { get; init; }

    /// <summary>The role that carries it out.</summary>
    public required string OwnerRole { get; init; }

    /// <summary>When it was decided (UTC).</summary>
    public required DateTimeOffset DecidedAt { get; init; }

    /// <summary>How far it has got.</summary>
    public MeasureStatus Status { get; set; }

    /// <summary>From when an appeal, or a new decision in a case that was taken up again, took it away; null while it stands.</summary>
    public DateOnly? RevokedOn { get; set; }

    /// <summary>The words that an appeal put in place of the decided ones.</summary>
    public string? ChangedText { get; set; }

    /// <summary>The document that altered it.</summary>
    public string? AlteredBy { get; set; }

    /// <summary>Whether nothing took it away.</summary>
    public bool Stands => RevokedOn is null;

    /// <summary>The words that count: the decided ones, or those that an appeal put in their place.</summary>
    public string Words => ChangedText ?? Text;

    /// <summary>The words that count, and by which document they were changed or the measure taken away, in the reader's language: nobody reads of a measure that fell as if it stood.</summary>
    public string WordsAndFate => AlteredBy is not { } document ? Words : $"{Words}{Regulation.Text.Of<CaseTexts>(Stands ? "Measure.Changed" : "Measure.Revoked", document)}";
}
