using WorkflowAccountability.Procedure.Cases;
using WorkflowAccountability.Procedure.Notifications;
using WorkflowAccountability.Procedure.Organisations;
using WorkflowAccountability.Procedure.Regulation;

namespace WorkflowAccountability.Procedure.Ledgers.Life;

/// <summary>
/// 内部环节: what happens to a case as a whole. The regulation orders none of it; the government, under which the investigation stands (第七条第一句), decides it with a
/// reason and the number of its document. A number of a case is never given twice, whatever becomes of it.
/// </summary>
public abstract class LifeEntry<TForm> : EntryKind<TForm> where TForm : class
{
    /// <inheritdoc/>
    public sealed override bool IsOfTheWholeCase => true;

    /// <inheritdoc/>
    public override bool IsInTime(CaseFile file) => file.IsAlive;

    /// <inheritdoc/>
    public override bool May(EntryContext context) => context.Actor.Holds(Roles.Government) && IsInTime(context.File);

    /// <summary>内部环节: a decision is not dated ahead, nor before the case was there.</summary>
    protected static Ruling IsOfThisTime(EntryContext context, DateOnly? on) => Require(
        on is not { } day || (day <= context.Today && day >= Deadlines.BeijingTime.DayOf(context.File.OpenedAt)), "Day.Wrong", context.Today);

    /// <summary>内部环节: before both bodies have approved; what they decided must be carried out (第十一条第二款第一句).</summary>
    protected static Ruling IsNotDecided(CaseFile file) => Ruling.Require(!file.IsApproved, "第十一条第二款第一句", Said("Decided.Reason", file.Number), Said("Decided.Remedy"));

    /// <summary>第十三条第三款: a referral that is still without an outcome is not lost from sight.</summary>
    protected static Ruling SeesOpenReferrals(EntryContext context, bool? hasSeen)
    {
        var open = context.File.Referrals.Where(referral => referral.OutcomeOn is null && !referral.Walled).ToList();
        return Ruling.Require(open.Count == 0 || hasSeen == true, "第十三条第三款",
            Said("OpenReferrals.Reason", string.Join("、", open.Select(referral => $"{referral.Id} {referral.Authority}"))), Said("OpenReferrals.Remedy"));
    }

    /// <summary>Tells the leading bureau, the supervision organ and the leader of the investigation team.</summary>
    protected static void Tell(EntryContext context, string key, params object?[] arguments)
    {
        var (file, text) = (context.File, Said(key, [context.File.Number, context.File.Title, .. arguments]));
        foreach (var role in file.ConcernsLeadBureau ? [Roles.Supervision] : new[] { Roles.LeadEnv, Roles.Supervision })
            file.Notify(new Recipient(role), text, context.Now);
        if (file.Leader(TeamKind.Investigation) is { } leader)
            file.Notify(new Recipient(PersonId: leader.PersonId), text, context.Now);
    }

    /// <summary>A rule of the life of cases.</summary>
    protected static Ruling Require(bool holds, string key, params object?[] arguments) =>
        Ruling.Require(holds, Citations.InternalStep, Said(key + ".Reason", arguments), Said(key + ".Remedy", arguments));

    private static Text Said(string key, params object?[] arguments) => Text.Of<LifeTexts>(key, arguments);
}

/// <summary>Beside it lie the texts that several of these entries share.</summary>
public sealed class LifeTexts;
