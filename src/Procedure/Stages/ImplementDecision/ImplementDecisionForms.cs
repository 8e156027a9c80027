using System.ComponentModel.DataAnnotations;
using WorkflowAccountability.Procedure.Forms;

namespace WorkflowAccountability.Procedure.Stages.ImplementDecision;

/// <summary>What the owning organ reports of a measure.</summary>
public abstract record MeasureReport
{
    [Field("第十一条第二款第一句", Multiline = true), Required, StringLength(4000)]
    public string WhatWasDone { get; init; } = "";

    [Field("第十一条第二款第一句"), Required]
    public DateOnly? DoneOn { get; init; }

    [Field("内部环节"), Required, StringLength(100)]
    public string DocumentNumber { get; init; } = "";

    [Field("第十一条第二款第一句", Multiline = true), Required, StringLength(2000)]
    public string Evidence { get; init; } = "";

    [Field("第十一条第二款第一句", From = ChoiceList.Files)]
    public List<string> EvidenceFiles { get; init; } = [];
}

/// <summary>第十三条第一款第（一）项, 第十三条第三款: measures that need no more than a document.</summary>
public sealed record ImplementMeasureForm : MeasureReport;

/// <summary>第十三条第一款第（一）项: 约谈, 诫勉谈话 leave a record.</summary>
public sealed record ImplementTalkForm : MeasureReport
{
    [Field("第十三条第一款第（一）项"), Required, StringLength(200)]
    public string HeldBy { get; init; } = "";

    [Field("第十三条第一款第（一）项", Multiline = true), Required, StringLength(20000)]
    public string Record { get; init; } = "";
}

/// <summary>第十三条第一款第（一）项: 责令整改 has a plan and is accepted.</summary>
public sealed record ImplementRectificationForm : MeasureReport
{
    [Field("第十三条第一款第（一）项", Multiline = true), Required, StringLength(20000)]
    public string Plan { get; init; } = "";

    [Field("第十三条第一款第（一）项", Multiline = true), Required, StringLength(4000)]
    public string Acceptance { get; init; } = "";

    [Field("第十三条第一款第（一）项"), Required, StringLength(200)]
    public string AcceptedBy { get; init; } = "";

    [Field("第十三条第一款第（一）项"), Required]
    public DateOnly? AcceptedOn { get; init; }
}

/// <summary>第十三条第一款第（二）项: what is done with funds.</summary>
public enum FundsMode
{
    /// <summary>追回.</summary>
    Recovered,

    /// <summary>扣减.</summary>
    Deducted,

    /// <summary>停拨.</summary>
    Suspended,
}

/// <summary>第十三条第一款第（二）项: transfer payments and special funds.</summary>
public sealed record ImplementFundsForm : MeasureReport
{
    [Field("第十三条第一款第（二）项"), Required, StringLength(200)]
    public string Fund { get; init; } = "";

    [Field("第十三条第一款第（二）项"), Required, Range(2000, 2999)]
    public int? BudgetYear { get; init; }

    [Field("第十三条第一款第（二）项"), Required]
    public decimal? AmountInYuan { get; init; }

    [Field("第十三条第一款第（二）项"), Required]
    public FundsMode? Mode { get; init; }

    [Field("第十三条第一款第（二）项"), Required, StringLength(200)]
    public string Voucher { get; init; } = "";
}

/// <summary>第十三条第一款第（三）项: no approval of new projects.</summary>
public sealed record ImplementApprovalRestrictionForm : MeasureReport
{
    [Field("第十三条第一款第（三）项"), Required, StringLength(500)]
    public string AreaOrIndustry { get; init; } = "";

    [Field("第十三条第一款第（三）项"), Required]
    public DateOnly? Start { get; init; }

    [Field("第十三条第一款第（三）项")]
    public DateOnly? End { get; init; }

    [Field("第十三条第一款第（三）项", Multiline = true), StringLength(1000)]
    public string? LiftingCondition { get; init; }
}
