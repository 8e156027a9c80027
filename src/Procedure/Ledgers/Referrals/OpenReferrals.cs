using WorkflowAccountability.Procedure.Cases;
using WorkflowAccountability.Procedure.Notifications;
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

    /// <summary>Those behind it, told there when a case ends over them: to the members of the supervision team, who follow them up.</summary>
    public static void TellBehindTheWall(CaseFile file, DateTimeOffset now)
    {
        var open = file.Referrals.Where(referral => referral is { OutcomeOn: null, Walled: true }).ToList();
        if (open.Count == 0)
            return;
        foreach (var member in file.Members(TeamKind.Supervision))
            file.Notify(new Recipient(PersonId: member.PersonId), Text.Of<ReferralTexts>("Notice.Open", file.Number, InWords(open)), now, walled: true);
    }

    /// <summary>Number, authority and receipt of each.</summary>
    public static string InWords(IEnumerable<Referral> referrals) =>
        string.Join("；", referrals.Select(referral => $"{referral.Id} {referral.Authority}（{referral.Receipt}）"));
}

/// <summary>Beside it lie the texts of referrals.</summary>
public sealed class ReferralTexts;
