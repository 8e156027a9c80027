using WorkflowAccountability.Procedure.Organisations;
using WorkflowAccountability.Procedure.Regulation;

namespace WorkflowAccountability.Procedure.Ledgers.Funds;

/// <summary>第十三条第一款第（二）项: the finance bureau opens the account of a measure: fund, year, budget item, amount.</summary>
[Entry(Named, FundsLedger.Clause)]
public sealed class OpenFunds : EntryKind<OpenFundsForm>
{
    /// <summary>Its name.</summary>
    public const string Named = "open-funds";

    /// <inheritdoc/>
    public override bool May(EntryContext context) => context.Actor.Holds(Roles.Finance)
        && FundsLedger.MeasuresOf(context.File).Any(measure => FundsLedger.Find(context.File, measure.Id) is null);

    /// <inheritdoc/>
    protected override IEnumerable<Ruling> Check(EntryContext context, OpenFundsForm form) =>
    [
        Ruling.Require(FundsLedger.MeasuresOf(context.File).Any(measure => measure.Id == form.MeasureId), FundsLedger.Clause,
            Text.Of<OpenFunds>("Measure.Wrong.Reason"), Text.Of<OpenFunds>("Measure.Wrong.Remedy")),
        Ruling.Require(FundsLedger.Find(context.File, form.MeasureId) is null, FundsLedger.Clause,
            Text.Of<OpenFunds>("Account.Twice.Reason", form.MeasureId), Text.Of<OpenFunds>("Account.Twice.Remedy")),
        Ruling.Require(context.File.Measures.Find(measure => measure.Id == form.MeasureId) is not { Stands: false }, FundsLedger.Clause,
            Text.Of<OpenFunds>("Measure.Fallen.Reason", form.MeasureId), Text.Of<OpenFunds>("Measure.Fallen.Remedy")),
        IsMoney(form.AmountInYuan),
    ];

    /// <summary>内部环节: an amount above zero, in yuan and fen, and no more than a budget holds.</summary>
    public static Ruling IsMoney(decimal? yuan) => Ruling.Require(yuan is > 0 and < 1_000_000_000_000m && decimal.Round(yuan.Value, 2) == yuan, Citations.InternalStep,
        Text.Of<OpenFunds>("Amount.Absurd.Reason"), Text.Of<OpenFunds>("Amount.Absurd.Remedy"));
}
