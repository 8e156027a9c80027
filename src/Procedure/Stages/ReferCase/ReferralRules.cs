using WorkflowAccountability.Procedure.Cases;
using WorkflowAccountability.Procedure.Regulation;

namespace WorkflowAccountability.Procedure.Stages.ReferCase;

public static class ReferralRules
{
    /// <summary>第十三条第三款第二句, 第三条第三款: a referral names the authority, the materials, the day and the receipt.</summary>
    [Clause("第三条第三款")]
    public static Ruling IsComplete(ReferCaseForm form) => Ruling.Require(
        form.Kind is not null && !string.IsNullOrWhiteSpace(form.Authority) && !string.IsNullOrWhiteSpace(form.Materials)
            && form.HandedOverOn is not null && !string.IsNullOrWhiteSpace(form.Receipt),
        CitationOf(form.Kind),
        Text.Of<ReferCaseStage>("Referral.Incomplete.Reason"), Text.Of<ReferCaseStage>("Referral.Incomplete.Remedy"));

    /// <summary>第三条第三款, 第十三条第三款第二句: the party concerned, where one is named, is one of the case.</summary>
    public static Ruling ConcernsAParty(CaseFile file, ReferCaseForm form) => Ruling.Require(
        string.IsNullOrEmpty(form.PartyId) || file.Parties.Exists(party => party.Id == form.PartyId), CitationOf(form.Kind),
        Text.Of<ReferCaseStage>("Referral.NoParty.Reason"), Text.Of<ReferCaseStage>("Referral.NoParty.Remedy"));

    /// <summary>内部环节: a hand-over is entered after it took place.</summary>
    public static Ruling HasTakenPlace(ReferCaseForm form, DateOnly today) => Ruling.Require(
        form.HandedOverOn is not { } day || day <= today, "内部环节",
        Text.Of<ReferCaseStage>("Referral.Ahead.Reason"), Text.Of<ReferCaseStage>("Referral.Ahead.Remedy"));

    /// <summary>内部环节: the way to a referral stays open until both bodies have approved the report (第十三条第三款第二句: 涉嫌犯罪的，依法移送).</summary>
    public static Ruling StaysReachable(CaseFile file) => Ruling.Require(file.IsApproved, "内部环节",
        Text.Of<ReferCaseStage>("NotNeeded.Early.Reason"), Text.Of<ReferCaseStage>("NotNeeded.Early.Remedy"));

    /// <summary>The clause under which something is handed over.</summary>
    public static string CitationOf(ReferralKind? kind) => kind switch
    {
        ReferralKind.Crime => "第十三条第三款第二句",
        ReferralKind.OutOfScope => "第三条第三款",
        _ => "第三条第三款、第十三条第三款第二句",
    };
}
