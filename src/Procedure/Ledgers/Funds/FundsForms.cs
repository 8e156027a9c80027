using System.ComponentModel.DataAnnotations;
using WorkflowAccountability.Procedure.Forms;

namespace WorkflowAccountability.Procedure.Ledgers.Funds;

/// <summary>第十三条第一款第（二）项: how much is to be recovered, deducted or withheld under a decided measure.</summary>
public sealed record OpenFundsForm
{
    [Field(FundsLedger.Clause, From = ChoiceList.FundsMeasures), Required]
    public string MeasureId { get; init; } = "";

    [Field(FundsLedger.Clause), Required, StringLength(200)]
    public string Fund { get; init; } = "";

    [Field(FundsLedger.Clause), Required, Range(2000, 2999)]
    public int? BudgetYear { get; init; }

    [Field(FundsLedger.Clause), Required, StringLength(200)]
    public string BudgetItem { get; init; } = "";

    [Field(FundsLedger.Clause), Required]
    public decimal? AmountInYuan { get; init; }
}

public enum PostingKind
{
    /// <summary>追回、扣减、停拨到位.</summary>
    Settled,

    /// <summary>冲正: takes back an entry that was wrong.</summary>
    Correction,

    /// <summary>退还: gives back what is no longer due since an appeal or a new decision.</summary>
    Returned,
}

/// <summary>第十三条第一款第（二）项: an amount that came back, was deducted or withheld.</summary>
public sealed record PostFundsForm
{
    [Field(FundsLedger.Clause, From = ChoiceList.FundsMeasures), Required]
    public string MeasureId { get; init; } = "";

    [Field("内部环节"), Required]
    public PostingKind? Kind { get; init; }

    [Field(FundsLedger.Clause), Required]
    public decimal? AmountInYuan { get; init; }

    [Field(FundsLedger.Clause), Required]
    public DateOnly? On { get; init; }

    [Field(FundsLedger.Clause), Required, StringLength(200)]
    public string Voucher { get; init; } = "";

    [Field("内部环节", Multiline = true), StringLength(1000)]
    public string? Note { get; init; }
}
