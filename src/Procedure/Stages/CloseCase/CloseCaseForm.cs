using System.ComponentModel.DataAnnotations;
using WorkflowAccountability.Procedure.Forms;

namespace WorkflowAccountability.Procedure.Stages.CloseCase;

/// <summary>How long the file is kept.</summary>
public enum RetentionPeriod
{
    /// <summary>永久.</summary>
    Permanent,

    /// <summary>定期30年.</summary>
    ThirtyYears,

    /// <summary>定期10年.</summary>
    TenYears,
}

public sealed record CloseCaseForm
{
    [Field("内部环节"), Required, StringLength(100)]
    public string ArchiveNumber { get; init; } = "";

    [Field("参照《机关文件材料归档范围和文书档案保管期限规定》"), Required]
    public RetentionPeriod? Retention { get; init; }

    [Field("内部环节", Multiline = true), Required, StringLength(4000)]
    public string Summary { get; init; } = "";

    [Field("内部环节", Multiline = true), StringLength(1000)]
    public string? ReportsMissingBecause { get; init; }
}
