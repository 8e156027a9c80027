using WorkflowAccountability.Procedure.Cases;
using WorkflowAccountability.Procedure.Regulation;

namespace WorkflowAccountability.Procedure.Ledgers.Referrals;

/// <summary>
/// 第三条第三款, 第十三条第三款: what was handed over and has no outcome yet. No case closes over one unseen: whoever closes finds them in his form, and
/// those who follow them up are told. What lies behind the wall is seen there.
/// </summary>
[Clause("第十三条第三款")]
public static class OpenReferrals
{
    /// <summary>Those in front of the wall.</summary>
    public static IReadOnlyList<Referral> Of(CaseFile file) => [.. file.Referrals.Where(referral => referral is { OutcomeOn: null, Walled: false })];

    /// <summary>Number, authority and receipt of each.</summary>
    public static string InWords(IEnumerable<Referral> referrals) =>
        string.Join("；", referrals.Select(referral => $"{referral.Id} {referral.Authority}（{referral.Receipt}）"));
}
