using System.ComponentModel.DataAnnotations;
using WorkflowAccountability.Procedure.Forms;

namespace WorkflowAccountability.Procedure.Stages.FileOrder;

/// <summary>Whether the supervisors' office follows the item up.</summary>
public enum OrderFiling
{
    /// <summary>立项交办.</summary>
    Filed,

    /// <summary>不予立项.</summary>
    Declined,
}

/// <summary>内部环节: what is followed up, what is demanded, and how long the unit has.</summary>
public sealed record FileOrderForm
{
    [Field("内部环节", ReadOnly = true), StringLength(500)]
    public string? Subject { get; init; }

    [Field("内部环节", ReadOnly = true), StringLength(200)]
    public string? Responsible { get; init; }

    [Field("内部环节", ReadOnly = true)]
    public DateOnly? SubjectDueOn { get; init; }

    [Field("内部环节"), Required]
    public OrderFiling? Decision { get; init; }

    [Field("内部环节"), StringLength(100)]
    public string? Number { get; init; }

    [Field("内部环节", Multiline = true), StringLength(2000)]
    public string? Demands { get; init; }

    [Field("内部环节"), Range(1, 60)]
    public int? WorkingDays { get; init; }

    [Field("内部环节", Multiline = true), StringLength(2000)]
    public string? DeclinedBecause { get; init; }
}
