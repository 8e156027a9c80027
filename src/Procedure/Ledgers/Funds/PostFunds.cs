using WorkflowAccountability.Procedure.Cases;
using WorkflowAccountability.Procedure.Organisations;
using WorkflowAccountability.Procedure.Regulation;

namespace WorkflowAccountability.Procedure.Ledgers.Funds;

/// <summary>第十三条第一款第（二）项: what came back, was deducted or withheld is posted with its voucher, until nothing is left.</summary>
[Entry(Named, FundsLedger.Clause)]
public sealed class PostFunds : EntryKind<PostFundsForm>
{
    /// <summary>Its name.</summary>
    public const string Named = "post-funds";

    /// <summary>参照《中华人民共和国公务员法》第九十五条: what an appeal makes of an amount may come after the case was closed, and so does what is given back; nothing else.</summary>
    public override bool IsInTime(CaseFile file) => base.IsInTime(file) || FundsLedger.Of(file).Any(account => account.ToReturn > 0);

    /// <inheritdoc/>
    public override bool May(EntryContext context) => context.Actor.Holds(Roles.Finance)
        && (FundsLedger.MeasuresOf(context.File).Any(measure => FundsLedger.Opened(context.File, measure.Id) is not null)
            || FundsLedger.Of(context.File).Any(account => account.ToReturn > 0));

    /// <inheritdoc/>
    protected override IEnumerable<Ruling> Check(EntryContext context, PostFundsForm form)
    {
        var account = form.Kind is PostingKind.Returned ? FundsLedger.Find(context.File, form.MeasureId) : FundsLedger.Opened(context.File, form.MeasureId);
        yield return Ruling.Require(account is not null, FundsLedger.Clause,
            Text.Of<PostFunds>("Account.None.Reason"), Text.Of<PostFunds>("Account.None.Remedy"));
        yield return OpenFunds.IsMoney(form.AmountInYuan);
        yield return Ruling.Require(form.On <= context.Today, Citations.InternalStep, Text.Of<PostFunds>("Day.Ahead.Reason"), Text.Of<PostFunds>("Day.Ahead.Remedy"));
        yield return Ruling.Require(context.File.IsAlive || form.Kind is PostingKind.Returned, Citations.InternalStep,
            Text.Of<LedgerTexts>("Closed.Reason", context.File.Number), Text.Of<LedgerTexts>("Closed.Remedy"));
        var most = form.Kind switch
        {
            PostingKind.Correction => account?.Settled,
            PostingKind.Returned => account?.ToReturn,
            _ => account is null ? null : Math.Max(0, account.Balance),
        };
        yield return Ruling.Require(most is null || form.AmountInYuan <= most, FundsLedger.Clause,
            Text.Of<PostFunds>("Amount.TooMuch.Reason", form.AmountInYuan, most), Text.Of<PostFunds>("Amount.TooMuch.Remedy"));
        yield return Ruling.Require(form.Kind is not PostingKind.Correction || !string.IsNullOrWhiteSpace(form.Note), Citations.InternalStep,
            Text.Of<PostFunds>("Correction.Unexplained.Reason"), Text.Of<PostFunds>("Correction.Unexplained.Remedy"));
    }
}
