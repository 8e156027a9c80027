using WorkflowAccountability.Procedure.Cases;
using WorkflowAccountability.Procedure.Regulation;
using Measure = WorkflowAccountability.Procedure.Cases.Measure;

namespace WorkflowAccountability.Procedure.Ledgers.Funds;

/// <summary>A measure on funds with what it amounts to and what has been done of it, in yuan.</summary>
public sealed record FundsAccount(Measure Measure, OpenFundsForm Opened, IReadOnlyList<PostFundsForm> Postings)
{
    /// <summary>What is still to be recovered, deducted or withheld.</summary>
    public decimal Balance => Opened.AmountInYuan!.Value - Settled;

    /// <summary>What was settled, corrections taken off.</summary>
    public decimal Settled => Postings.Sum(posting => posting.Kind is PostingKind.Correction ? -posting.AmountInYuan!.Value : posting.AmountInYuan!.Value);
}

/// <summary>第十三条第一款第（二）项: 追回, 扣减 and 停拨 are kept apart, each to zero.</summary>
[Clause("第十三条第一款第（二）项")]
public static class FundsLedger
{
    /// <summary>The clause of all three modes.</summary>
    public const string Clause = "第十三条第一款第（二）项";

    /// <summary>The decided measures on funds.</summary>
    public static IEnumerable<Measure> MeasuresOf(CaseFile file) => file.Measures.Where(measure => measure.Citation == Clause);

    /// <summary>The accounts that were opened, one for a measure.</summary>
    public static IReadOnlyList<FundsAccount> Of(CaseFile file) =>
    [
        .. file.EntriesOf<OpenFundsForm>(OpenFunds.Named).Select(row => row.Form)
            .Select(opened => new FundsAccount(file.Measures.Single(measure => measure.Id == opened.MeasureId), opened,
                [.. file.EntriesOf<PostFundsForm>(PostFunds.Named).Select(row => row.Form).Where(posting => posting.MeasureId == opened.MeasureId)])),
    ];

    /// <summary>The account of a measure; null before it was opened.</summary>
    public static FundsAccount? Find(CaseFile file, string measureId) => Of(file).SingleOrDefault(account => account.Measure.Id == measureId);
}
