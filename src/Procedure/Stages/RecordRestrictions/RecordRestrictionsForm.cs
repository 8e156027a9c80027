using System.ComponentModel.DataAnnotations;
using WorkflowAccountability.Procedure.Cases;
using WorkflowAccountability.Procedure.Forms;

namespace WorkflowAccountability.Procedure.Stages.RecordRestrictions;

public sealed record RestrictionsForm
{
    [Field("第十二条第一款")]
    public List<RestrictionEntry> Entries { get; init; } = [];

    [Field("第十二条第一款")]
    public List<UnrestrictedParty> WithoutEntry { get; init; } = [];
}

public sealed record RestrictionEntry
{
    [Field("第十二条第一款", From = ChoiceList.Parties), Required]
    public string PartyId { get; init; } = "";

    [Field("第十二条第一款"), Required]
    public RestrictionKind? Kind { get; init; }

    [Field("第十二条第一款"), Range(1949, 2999)]
    public int? EventYear { get; init; }

    [Field("第十二条第一款"), Required, Range(2016, 2999)]
    public int? FindingYear { get; init; }

    [Field("第十二条第一款"), Required]
    public DateOnly? Start { get; init; }

    [Field("第十二条第二款")]
    public DateOnly? End { get; init; }

    [Field("第十二条第二款"), StringLength(500)]
    public string? EndBasis { get; init; }

    [Field("第十二条第一款"), Required, StringLength(500)]
    public string Basis { get; init; } = "";
}

public sealed record UnrestrictedParty
{
    [Field("第十二条第一款", From = ChoiceList.Parties), Required]
    public string PartyId { get; init; } = "";

    [Field("第十二条第一款", Multiline = true), Required, StringLength(1000)]
    public string Reason { get; init; } = "";
}

/// <summary>Whether the supervision bureau confirms the entries.</summary>
public enum RestrictionsDecision
{
    /// <summary>确认.</summary>
    Confirmed,

    /// <summary>退回重填.</summary>
    Back,
}

public sealed record ConfirmRestrictionsForm
{
    [Field("内部环节"), Required]
    public RestrictionsDecision? Decision { get; init; }

    [Field("内部环节", Multiline = true), StringLength(2000)]
    public string? Remarks { get; init; }
}
