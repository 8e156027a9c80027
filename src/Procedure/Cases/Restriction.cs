namespace WorkflowAccountability.Procedure.Cases;

/// <summary>What 第十二条第一款 forbids.</summary>
public enum RestrictionKind
{
    /// <summary>单位年度不得评为综合性先进单位.</summary>
    UnitNotAdvanced,

    /// <summary>不得提拔重用.</summary>
    NoPromotion,

    /// <summary>不得在综合性考评中评先评优.</summary>
    NoAwards,
}

/// <summary>An entry of 第十二条's ledger. The article gives persons no end date: none is invented, a decision lifts it.</summary>
public sealed class Restriction
{
    /// <summary>Unique in the case: R1, R2 …</summary>
    public required string Id { get; init; }

    /// <summary>The case.</summary>
    public required string CaseId { get; init; }

    /// <summary>The unit or person.</summary>
    public required string PartyId { get; init; }

    /// <summary>What is forbidden.</summary>
    public required RestrictionKind Kind { get; init; }

    /// <summary>The year of the event: the legal office has yet to say which year counts.</summary>
    public int? EventYear { get; init; }

    /// <summary>The year of the finding.</summary>
    public required int FindingYear { get; init; }

    /// <summary>From when it holds.</summary>
    public required DateOnly Start { get; init; }

    /// <summary>Until when; null = until a decision lifts it (至另行决定).</summary>
    public DateOnly? End { get; init; }

    /// <summary>The day from which a decision lifted it; null while none has.</summary>
    public DateOnly? LiftedOn { get; set; }

    /// <summary>The document that lifted it.</summary>
    public string? LiftedBy { get; set; }

    /// <summary>Whether it holds on a day: until it is lifted, or its end by rule is reached.</summary>
    public bool Holds(DateOnly day) => Start <= day && (LiftedOn is null || day < LiftedOn) && (End is null || day <= End);

    /// <summary>The clause and the decision it rests on.</summary>
    public required string Basis { get; init; }
}
