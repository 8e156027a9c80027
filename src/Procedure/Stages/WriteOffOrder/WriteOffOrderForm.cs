using System.ComponentModel.DataAnnotations;
using WorkflowAccountability.Procedure.Forms;

namespace WorkflowAccountability.Procedure.Stages.WriteOffOrder;

/// <summary>内部环节: the end of an order.</summary>
public sealed record WriteOffOrderForm
{
    [Field("内部环节", ReadOnly = true), StringLength(100)]
    public string? Number { get; init; }

    [Field("内部环节", Multiline = true, ReadOnly = true), StringLength(4000)]
    public string? Result { get; init; }

    [Field("内部环节", Multiline = true), Required, StringLength(2000)]
    public string Conclusion { get; init; } = "";

    [Field("内部环节", Multiline = true), StringLength(2000)]
    public string? StillOpenBecause { get; init; }
}
