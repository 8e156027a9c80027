using WorkflowAccountability.Procedure.Cases;
using WorkflowAccountability.Procedure.Regulation;

namespace WorkflowAccountability.Procedure.Stages.RecordRestrictions;

public static class RestrictionRules
{
    private const string Clause = "第十二条第一款";

    /// <summary>第十二条第一款 (经调查后认定): entries rest on findings that both bodies have approved.</summary>
    public static Ruling RestsOnApproval(CaseFile file) => Ruling.Require(file.IsApproved, Clause,
        Text.Of<RecordRestrictionsStage>("Approval.Missing.Reason"), Text.Of<RecordRestrictionsStage>("Approval.Missing.Remedy"));

    /// <summary>第十二条第一款: whoever was found responsible has every entry that the paragraph orders, or a reason why not.</summary>
    public static Ruling IsEnteredOrExplained(RestrictionsForm form, Party party) => Ruling.Require(
        KindsFor(party).All(kind => form.Entries.Exists(entry => entry.PartyId == party.Id && entry.Kind == kind))
            != form.WithoutEntry.Exists(other => other.PartyId == party.Id), Clause,
        Text.Of<RecordRestrictionsStage>("Party.Open.Reason", party.Name), Text.Of<RecordRestrictionsStage>("Party.Open.Remedy"));

    /// <summary>第十二条第一款: 单位年度不得评为综合性先进单位; persons 不得提拔重用, 不得在综合性考评中评先评优, both.</summary>
    public static IReadOnlyList<RestrictionKind> KindsFor(Party party) =>
        party.IsPerson ? [RestrictionKind.NoPromotion, RestrictionKind.NoAwards] : [RestrictionKind.UnitNotAdvanced];

    /// <summary>第十二条第一款: 综合性先进单位 is for units; promotion and 评先评优 are for persons; nobody gets the same entry twice.</summary>
    public static Ruling Fits(CaseFile file, RestrictionsForm form, RestrictionEntry entry, int row) => Ruling.Require(
        file.Parties.Find(party => party.Id == entry.PartyId) is { } party
            && party.IsPerson == (entry.Kind != RestrictionKind.UnitNotAdvanced)
            && form.Entries.Count(other => (other.PartyId, other.Kind) == (entry.PartyId, entry.Kind)) == 1, Clause,
        Text.Of<RecordRestrictionsStage>("Entry.Misfit.Reason", row), Text.Of<RecordRestrictionsStage>("Entry.Misfit.Remedy"));

    /// <summary>第十二条第二款: the article gives no end; an end date needs the rule that gives it, and lies after the start.</summary>
    public static Ruling EndsByRule(RestrictionEntry entry, int row) => Ruling.Require(
        entry.End is not { } end || (!string.IsNullOrWhiteSpace(entry.EndBasis) && end > entry.Start), "第十二条第二款",
        Text.Of<RecordRestrictionsStage>("Entry.End.Reason", row), Text.Of<RecordRestrictionsStage>("Entry.End.Remedy"));

    /// <summary>第十二条第一款: the event is not later than the finding, and the finding not later than today.</summary>
    [Clause("第十二条第一款", "综合性先进单位")]
    public static Ruling HasSoundYears(RestrictionEntry entry, int row, DateOnly today) => Ruling.Require(
        entry.FindingYear <= today.Year && (entry.EventYear is not { } year || year <= entry.FindingYear), Clause,
        Text.Of<RecordRestrictionsStage>("Entry.Years.Reason", row), Text.Of<RecordRestrictionsStage>("Entry.Years.Remedy"));

    /// <summary>内部环节: sending entries back says what is wrong.</summary>
    public static Ruling BackSaysWhy(ConfirmRestrictionsForm form) => Ruling.Require(
        form.Decision != RestrictionsDecision.Back || !string.IsNullOrWhiteSpace(form.Remarks), "内部环节",
        Text.Of<RecordRestrictionsStage>("Back.NoRemarks.Reason"), Text.Of<RecordRestrictionsStage>("Back.NoRemarks.Remedy"));

    /// <summary>内部环节: whoever entered does not confirm.</summary>
    public static Ruling IsConfirmedByAnother(Submission entered, Actor actor) => Ruling.Require(
        entered.PersonId != actor.PersonId, "内部环节",
        Text.Of<RecordRestrictionsStage>("Confirm.SameHand.Reason", actor.Name),
        Text.Of<RecordRestrictionsStage>("Confirm.SameHand.Remedy"));
}
