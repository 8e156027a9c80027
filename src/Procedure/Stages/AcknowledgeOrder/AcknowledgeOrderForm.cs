using System.ComponentModel.DataAnnotations;
using WorkflowAccountability.Procedure.Forms;

namespace WorkflowAccountability.Procedure.Stages.AcknowledgeOrder;

/// <summary>内部环节: the unit has received the order and says whom to ask.</summary>
public sealed record AcknowledgeOrderForm
{
    [Field("内部环节", ReadOnly = true), StringLength(100)]
    public string? Number { get; init; }

    [Field("内部环节", Multiline = true, ReadOnly = true), StringLength(2000)]
    public string? Demands { get; init; }

    [Field("内部环节", ReadOnly = true)]
    public int? WorkingDays { get; init; }

    [Field("内部环节"), Required, StringLength(200)]
    public string Contact { get; init; } = "";

    [Field("内部环节", Multiline = true), StringLength(2000)]
    public string? Remarks { get; init; }
}
