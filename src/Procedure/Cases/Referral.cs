namespace WorkflowAccountability.Procedure.Cases;

/// <summary>第三条第三款, 第十三条第三款: what was handed to another authority, with the receipt.</summary>
public sealed class Referral
{
    /// <summary>Unique in the case: F1, F2 …; SF1, SF2 … behind the wall, so that no gap among the others tells of them.</summary>
    public required string Id { get; init; }

    /// <summary>The case.</summary>
    public required string CaseId { get; init; }

    /// <summary>The authority that received it.</summary>
    public required string Authority { get; init; }

    /// <summary>What is suspected or out of scope.</summary>
    public required string Reason { get; init; }

    /// <summary>The clause.</summary>
    public required string Citation { get; init; }

    /// <summary>Date of the hand-over.</summary>
    public required DateOnly On { get; init; }

    /// <summary>The receipt's number.</summary>
    public required string Receipt { get; init; }

    /// <summary>The unit or person that it is about; null where none was named.</summary>
    public string? PartyId { get; init; }

    /// <summary>What the authority did with it; null while it has not answered.</summary>
    public string? Outcome { get; set; }

    /// <summary>When the authority said so.</summary>
    public DateOnly? OutcomeOn { get; set; }

    /// <summary>Whether only the supervision side may know of it.</summary>
    public required bool Walled { get; init; }
}
