namespace WorkflowAccountability.Procedure.Cases;

/// <summary>第十三条第一款第（三）项: 限批 as the register holds it. An end or a condition does not lift it: a decision does.</summary>
public sealed class ApprovalRestriction
{
    /// <summary>The case.</summary>
    public required string CaseId { get; init; }

    /// <summary>The measure that it carries out.</summary>
    public required string MeasureId { get; init; }

    /// <summary>The unit restricted, as it stands in the file.</summary>
    public required string Unit { get; init; }

    /// <summary>For which area or industry no new project is approved.</summary>
    public required string AreaOrIndustry { get; set; }

    /// <summary>The document that orders it.</summary>
    public required string DocumentNumber { get; set; }

    /// <summary>From when.</summary>
    public required DateOnly Start { get; set; }

    /// <summary>The day on which its lifting is due; null where a condition stands.</summary>
    public DateOnly? End { get; set; }

    /// <summary>Under which condition it is lifted.</summary>
    public string? LiftingCondition { get; set; }

    /// <summary>The day from which it no longer holds; null while no decision has lifted it.</summary>
    public DateOnly? LiftedOn { get; set; }

    /// <summary>The document that lifted it.</summary>
    public string? LiftedBy { get; set; }

    /// <summary>Whether new projects are restricted on a day.</summary>
    public bool Holds(DateOnly day) => Start <= day && (LiftedOn is null || day < LiftedOn);
}
