using System.ComponentModel.DataAnnotations;
using WorkflowAccountability.Procedure.Forms;

namespace WorkflowAccountability.Procedure.Stages.CarryOutOrder;

/// <summary>内部环节: why it came to the order, and what the unit does about it.</summary>
public sealed record CarryOutOrderForm
{
    [Field("内部环节", Multiline = true, ReadOnly = true), StringLength(2000)]
    public string? Demands { get; init; }

    [Field("内部环节", Multiline = true, ReadOnly = true), StringLength(2000)]
    public string? ReturnedBecause { get; init; }

    [Field("内部环节", Multiline = true), Required, StringLength(2000)]
    public string Causes { get; init; } = "";

    [Field("内部环节", Multiline = true), Required, StringLength(4000)]
    public string Steps { get; init; } = "";
}
