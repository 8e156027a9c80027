using WorkflowAccountability.Procedure.Cases;
using WorkflowAccountability.Procedure.Ledgers.Remedies;
using WorkflowAccountability.Procedure.Regulation;
using WorkflowAccountability.Procedure.Stages.ImplementDecision;
using Measure = WorkflowAccountability.Procedure.Cases.Measure;

namespace WorkflowAccountability.Procedure.Ledgers.Funds;

/// <summary>A later amount in the place of the one before, which stays readable.</summary>
/// <param name="AmountInYuan">Zero where the measure was taken away.</param>
public sealed record FundsAlteration(DateOnly On, string Document, decimal AmountInYuan);

/// <summary>A measure on funds with what it amounts to and what has been done of it, in yuan.</summary>
/// <param name="Opened">The account as it was opened; nothing alters it.</param>
/// <param name="Alterations">What an appeal, or a new decision, made of the amount, oldest first.</param>
public sealed record FundsAccount(Measure Measure, OpenFundsForm Opened, IReadOnlyList<PostFundsForm> Postings, IReadOnlyList<FundsAlteration> Alterations)
{
    /// <summary>What it amounts to now.</summary>
    public decimal Due => Alterations is [.., var last] ? last.AmountInYuan : Opened.AmountInYuan!.Value;

    /// <summary>What is still to be recovered, deducted or withheld; below zero where more was than is due now.</summary>
    public decimal Balance => Due - Settled;

    /// <summary>应退还: what was recovered, deducted or withheld beyond what is due now.</summary>
    public decimal ToReturn => Math.Max(0, -Balance);

    /// <summary>What was settled, without what was corrected or given back.</summary>
    public decimal Settled => Postings.Sum(posting => posting.Kind is PostingKind.Settled ? posting.AmountInYuan!.Value : -posting.AmountInYuan!.Value);
}

/// <summary>第十三条第一款第（二）项: 追回, 扣减 and 停拨 are kept apart, each to zero.</summary>
[Clause("第十三条第一款第（二）项")]
public static class FundsLedger
{
    /// <summary>The clause of all three modes.</summary>
    public const string Clause = "第十三条第一款第（二）项";

    // By what they are and not by what they cite: a later catalogue may cite another clause, the codes and their categories stay.
    private static readonly HashSet<string> codes = [.. MeasureCatalogue.Shipped.Measures.Where(kind => kind.Category is MeasureCategory.Funds).Select(kind => kind.Code)];

    /// <summary>The decided measures on funds.</summary>
    public static IEnumerable<Measure> MeasuresOf(CaseFile file) => file.Measures.Where(measure => codes.Contains(measure.Code));

    /// <summary>The accounts, one for a measure: as the finance bureau opened it, or as it reported the measure done at once.</summary>
    public static IReadOnlyList<FundsAccount> Of(CaseFile file) => [.. MeasuresOf(file).Select(measure => Find(file, measure.Id)).OfType<FundsAccount>()];

    /// <summary>The account of a measure; null before anything of it was recovered, deducted or withheld, or set down to be.</summary>
    public static FundsAccount? Find(CaseFile file, string measureId) => Opened(file, measureId) ?? Reported(file, measureId);

    /// <summary>The account that the finance bureau opened; null where it did not.</summary>
    public static FundsAccount? Opened(CaseFile file, string measureId) => file.EntriesOf<OpenFundsForm>(OpenFunds.Named).Select(row => row.Form)
        .Where(opened => opened.MeasureId == measureId)
        .Select(opened => new FundsAccount(file.Measures.Single(measure => measure.Id == measureId), opened,
            PostingsOf(file, measureId), AlterationsOf(file, measureId))).SingleOrDefault();

    /// <summary>What appeals, and a decision in a case that was taken up again, made of an amount.</summary>
    private static IReadOnlyList<FundsAlteration> AlterationsOf(CaseFile file, string measureId)
    {
        var measure = file.Measures.Single(measure => measure.Id == measureId);
        List<FundsAlteration> changed =
        [
            .. RemedyLane.AppealsOf(file).Where(appeal => appeal.Form.MeasureId == measureId).Select(appeal => appeal.Decision).OfType<DecideAppealForm>()
                .Where(decision => decision.NewAmountInYuan is not null)
                .Select(decision => new FundsAlteration(decision.DecidedOn!.Value, decision.DocumentNumber, decision.NewAmountInYuan!.Value)),
        ];
        return measure.RevokedOn is { } revoked ? [.. changed, new(revoked, measure.AlteredBy ?? "", 0)] : changed;
    }

    private static IReadOnlyList<PostFundsForm> PostingsOf(CaseFile file, string measureId) =>
        [.. file.EntriesOf<PostFundsForm>(PostFunds.Named).Select(row => row.Form).Where(posting => posting.MeasureId == measureId)];

    // Done in one go: what the owner of the measure reported is the account, and its voucher the one posting.
    private static FundsAccount? Reported(CaseFile file, string measureId) =>
        file.Submissions.FindLast(submission => submission.FormName == nameof(ImplementFundsForm) && submission.Seat == measureId)?.Read<ImplementFundsForm>() is not { } report ? null
            : new FundsAccount(file.Measures.Single(measure => measure.Id == measureId),
                new OpenFundsForm { MeasureId = measureId, Fund = report.Fund, BudgetYear = report.BudgetYear, AmountInYuan = report.AmountInYuan },
                [new PostFundsForm { MeasureId = measureId, Kind = PostingKind.Settled, AmountInYuan = report.AmountInYuan, On = report.DoneOn, Voucher = report.Voucher },
                    .. PostingsOf(file, measureId)], AlterationsOf(file, measureId));
}
