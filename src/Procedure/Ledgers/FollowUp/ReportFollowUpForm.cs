using System.ComponentModel.DataAnnotations;
using WorkflowAccountability.Procedure.Forms;
using WorkflowAccountability.Procedure.Regulation;

namespace WorkflowAccountability.Procedure.Ledgers.FollowUp;

/// <summary>How far something that was ordered has come.</summary>
public enum FollowUpProgress
{
    /// <summary>未开始.</summary>
    NotBegun,

    /// <summary>正在落实.</summary>
    UnderWay,

    /// <summary>已经落实.</summary>
    Done,
}

/// <summary>内部环节: what one of the two following offices saw in a period.</summary>
public sealed record ReportFollowUpForm
{
    [Field(Citations.InternalStep), Required]
    public DateOnly? From { get; init; }

    [Field(Citations.InternalStep), Required]
    public DateOnly? To { get; init; }

    [Field("第十一条第二款第二句"), Required]
    public List<MeasureProgress> Measures { get; init; } = [];

    [Field(Citations.InternalStep, Multiline = true), Required, StringLength(4000)]
    public string Findings { get; init; } = "";

    [Field(Citations.InternalStep, Multiline = true), StringLength(4000)]
    public string? NextSteps { get; init; }
}

/// <summary>One measure in the period.</summary>
public sealed record MeasureProgress
{
    [Field("第十一条第二款第二句", From = ChoiceList.DecidedMeasures), Required]
    public string MeasureId { get; init; } = "";

    [Field("第十一条第二款第二句"), Required]
    public FollowUpProgress? Progress { get; init; }

    [Field(Citations.InternalStep, Multiline = true), StringLength(2000)]
    public string? Note { get; init; }
}
