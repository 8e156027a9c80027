using System.ComponentModel.DataAnnotations;
using WorkflowAccountability.Procedure.Forms;

namespace WorkflowAccountability.Procedure.Stages.VerifyOrder;

/// <summary>Whether what was reported stands.</summary>
public enum OrderVerification
{
    /// <summary>复核通过.</summary>
    Verified,

    /// <summary>退回重办.</summary>
    BackToHandling,
}

/// <summary>内部环节: what the supervisors' office found when it looked after the report.</summary>
public sealed record VerifyOrderForm
{
    [Field("内部环节", Multiline = true, ReadOnly = true), StringLength(2000)]
    public string? Demands { get; init; }

    [Field("内部环节", Multiline = true, ReadOnly = true), StringLength(2000)]
    public string? Causes { get; init; }

    [Field("内部环节", Multiline = true, ReadOnly = true), StringLength(4000)]
    public string? Steps { get; init; }

    [Field("内部环节", Multiline = true, ReadOnly = true), StringLength(4000)]
    public string? Result { get; init; }

    [Field("内部环节", ReadOnly = true)]
    public DateOnly? CompletedOn { get; init; }

    [Field("内部环节", From = ChoiceList.Files, ReadOnly = true)]
    public List<string> Evidence { get; init; } = [];

    [Field("内部环节"), Required]
    public OrderVerification? Decision { get; init; }

    [Field("内部环节", Multiline = true), StringLength(2000)]
    public string? Opinion { get; init; }

    [Field("内部环节"), Range(1, 60)]
    public int? WorkingDays { get; init; }
}
