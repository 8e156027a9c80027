using System.ComponentModel.DataAnnotations;
using WorkflowAccountability.Procedure.Forms;

namespace WorkflowAccountability.Procedure.Stages.ReferCase;

/// <summary>Whether something is handed to another authority.</summary>
public enum ReferralDecision
{
    /// <summary>移送.</summary>
    Referred,

    /// <summary>不再需要移送.</summary>
    NotNeeded,
}

/// <summary>What is handed over.</summary>
public enum ReferralKind
{
    /// <summary>第十三条第三款第二句: 涉嫌犯罪.</summary>
    Crime,

    /// <summary>第三条第三款: 其他企业和单位及其工作人员.</summary>
    OutOfScope,
}

public sealed record ReferCaseForm
{
    [Field("第三条第三款、第十三条第三款第二句"), Required]
    public ReferralDecision? Decision { get; init; }

    [Field("第三条第三款、第十三条第三款第二句")]
    public ReferralKind? Kind { get; init; }

    [Field("第三条第三款、第十三条第三款第二句", From = ChoiceList.Parties)]
    public string? PartyId { get; init; }

    [Field("第三条第三款、第十三条第三款第二句"), StringLength(200)]
    public string? Authority { get; init; }

    [Field("第三条第三款、第十三条第三款第二句", Multiline = true), Required, StringLength(4000)]
    public string Reason { get; init; } = "";

    [Field("内部环节", Multiline = true), StringLength(4000)]
    public string? Materials { get; init; }

    [Field("内部环节")]
    public DateOnly? HandedOverOn { get; init; }

    [Field("内部环节"), StringLength(100)]
    public string? Receipt { get; init; }
}
