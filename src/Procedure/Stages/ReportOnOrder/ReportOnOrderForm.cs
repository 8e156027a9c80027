using System.ComponentModel.DataAnnotations;
using WorkflowAccountability.Procedure.Forms;

namespace WorkflowAccountability.Procedure.Stages.ReportOnOrder;

/// <summary>内部环节: what came of it, with what proves it.</summary>
public sealed record ReportOnOrderForm
{
    [Field("内部环节", Multiline = true), Required, StringLength(4000)]
    public string Result { get; init; } = "";

    [Field("内部环节"), Required]
    public DateOnly? CompletedOn { get; init; }

    [Field("内部环节", From = ChoiceList.Files)]
    public List<string> Evidence { get; init; } = [];
}
