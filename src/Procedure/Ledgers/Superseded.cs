using System.Globalization;
using WorkflowAccountability.Procedure.Cases;
using WorkflowAccountability.Procedure.Ledgers.Funds;
using WorkflowAccountability.Procedure.Ledgers.Remedies;
using WorkflowAccountability.Procedure.Ledgers.Restrictions;
using WorkflowAccountability.Procedure.Regulation;

namespace WorkflowAccountability.Procedure.Ledgers;

/// <summary>参照《中华人民共和国公务员法》第九十五条: an entry is never changed; what a later decision made of it is said beside it, with day and document.</summary>
public static class Superseded
{
    /// <summary>What became of an entry, in the reader's language; nothing where it holds as it was made.</summary>
    public static IEnumerable<Text> WordsOf(CaseFile file, CaseEntry entry) => entry.Kind switch
    {
        OpenFunds.Named when FundsLedger.Opened(file, entry.Read<OpenFundsForm>().MeasureId) is { } account =>
            account.Alterations.Select(altered => Text.Of<LedgerTexts>("Funds.Altered", Day(altered.On), altered.Document, altered.AmountInYuan.ToString("#,##0.00", CultureInfo.InvariantCulture))),
        ConfirmImpactPeriods.Named when ImpactLedger.Of(file, entry, entry.Read<ConfirmImpactPeriodsForm>()) is var line =>
            line.Revoked.Select(decision => Said("Impact.Revoked", decision)).Concat(line.Changed.Select(decision => Said("Impact.Changed", decision))),
        _ => [],
    };

    private static Text Said(string key, DecideAppealForm decision) => Text.Of<LedgerTexts>(key, Day(decision.DecidedOn!.Value), decision.DocumentNumber);

    private static string Day(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
