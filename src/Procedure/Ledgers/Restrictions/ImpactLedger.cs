using WorkflowAccountability.Procedure.Cases;
using WorkflowAccountability.Procedure.Ledgers.Remedies;

namespace WorkflowAccountability.Procedure.Ledgers.Restrictions;

/// <summary>The confirmed impact periods of a person as they hold: what an appeal decided later alters them, and the entry stays readable.</summary>
/// <param name="Entry">What was confirmed last.</param>
/// <param name="Periods">What holds of it: all of it, what the other sanctions come to, or nothing.</param>
/// <param name="Revoked">Decisions that took a sanction of it away since.</param>
/// <param name="Changed">Decisions that changed one since: the periods hold until somebody confirms them anew.</param>
public sealed record ConfirmedImpact(
    CaseEntry Entry, ConfirmImpactPeriodsForm Form, IReadOnlyList<ConfirmedPeriod> Periods, IReadOnlyList<DecideAppealForm> Revoked, IReadOnlyList<DecideAppealForm> Changed);

/// <summary>第十二条第二款, 参照《中华人民共和国公务员法》第九十五条: a sanction that an appeal took away entails nothing from the day of that decision.</summary>
public static class ImpactLedger
{
    /// <summary>What holds for a person; null where nobody confirmed anything.</summary>
    public static ConfirmedImpact? Of(CaseFile file, string partyId) => file.EntriesOf<ConfirmImpactPeriodsForm>(ConfirmImpactPeriods.Named)
        .Where(row => row.Form.PartyId == partyId).Select(row => Of(file, row.Entry, row.Form)).LastOrDefault();

    /// <summary>What became of an entry.</summary>
    public static ConfirmedImpact Of(CaseFile file, CaseEntry entry, ConfirmImpactPeriodsForm form)
    {
        var decided = DecisionsSince(file, entry, form).ToList();
        var fallen = decided.Where(each => each.Decision.Outcome is AppealOutcome.Revoked).ToList();
        var rest = form.Sanctions.Where(sanction => !fallen.Exists(each => IsOf(file, sanction, each.Measure))).ToList();
        return new(entry, form, rest.Count == form.Sanctions.Count ? form.Periods : PeriodsOf(file, form, rest), [.. fallen.Select(each => each.Decision)],
            [.. decided.Where(each => each.Decision.Outcome is AppealOutcome.Changed).Select(each => each.Decision)]);
    }

    // Never longer than what was confirmed: an appeal makes nothing heavier.
    private static IReadOnlyList<ConfirmedPeriod> PeriodsOf(CaseFile file, ConfirmImpactPeriodsForm form, List<SanctionRow> rest) => rest.Count == 0 ? [] :
    [
        .. ConfirmImpactPeriods.Proposed(file, form with { Sanctions = rest }, file.Rules.Impacts)
            .Select(period => (period, Confirmed: form.Periods.Find(row => row.Effect == period.Effect)))
            .Where(each => each.Confirmed is not null)
            .Select(each => each.Confirmed! with { Until = each.Confirmed.Until < each.period.Until ? each.Confirmed.Until : each.period.Until }),
    ];

    private static IEnumerable<(Measure Measure, DecideAppealForm Decision)> DecisionsSince(CaseFile file, CaseEntry entry, ConfirmImpactPeriodsForm form) =>
        from decision in file.EntriesOf<DecideAppealForm>(DecideAppeal.Named)
        where decision.Entry.At >= entry.At && decision.Form.Outcome is AppealOutcome.Changed or AppealOutcome.Revoked
        let appeal = file.EntriesOf<RecordAppealForm>(RecordAppeal.Named).FirstOrDefault(row => row.Entry.Label == decision.Form.Appeal).Form
        let measure = file.Measures.Find(measure => measure.Id == appeal?.MeasureId)
        where measure is not null && measure.PartyId == form.PartyId && form.Sanctions.Exists(sanction => IsOf(file, sanction, measure))
        select (measure, decision.Form);

    // A measure of 第十三条第一款第（一）项 is the sanction itself; 党纪处分 and 政纪处分 are decided as such, and the sanction says which it became.
    private static bool IsOf(CaseFile file, SanctionRow sanction, Measure measure) => sanction.Code == measure.Code
        || file.Rules.Impacts.Rules.FirstOrDefault(rule => rule.Code == sanction.Code)?.Family.ToString() == measure.Code;
}
