using System.ComponentModel.DataAnnotations;
using WorkflowAccountability.Procedure.Forms;

namespace WorkflowAccountability.Procedure.Stages.DetermineCauses;

/// <summary>Whether a cause worked directly.</summary>
public enum CauseKind
{
    /// <summary>直接原因.</summary>
    Direct,

    /// <summary>间接原因.</summary>
    Indirect,
}

public sealed record DetermineCausesForm
{
    [Field("第九条第（二）项")]
    public List<Cause> Causes { get; init; } = [];

    [Field("第九条第（二）项", Multiline = true), StringLength(1000)]
    public string? NoIndirectBecause { get; init; }
}

/// <summary>A cause, with its proof and the duty that it touches or the reason why it touches none.</summary>
public sealed record Cause
{
    /// <summary>By which the matrix names it, whatever place it has in the list; empty in a row that is new.</summary>
    [Field("内部环节", ReadOnly = true, IsMark = true), StringLength(8)]
    public string? Number { get; init; }

    [Field("第九条第（二）项"), Required]
    public CauseKind? Kind { get; init; }

    [Field("第九条第（二）项", Multiline = true), Required, StringLength(2000)]
    public string What { get; init; } = "";

    [Field("第九条第（二）项", Multiline = true), Required, StringLength(2000)]
    public string Evidence { get; init; } = "";

    [Field("第九条第（三）项", Multiline = true), StringLength(1000)]
    public string? Duty { get; init; }

    [Field("第九条第（三）项", Multiline = true), StringLength(1000)]
    public string? NoDutyBecause { get; init; }
}
