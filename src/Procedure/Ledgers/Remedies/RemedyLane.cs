using System.Globalization;
using WorkflowAccountability.Procedure.Cases;
using WorkflowAccountability.Procedure.Deadlines;
using WorkflowAccountability.Procedure.Organisations;
using WorkflowAccountability.Procedure.Regulation;
using WorkflowAccountability.Procedure.Stages.Review;

namespace WorkflowAccountability.Procedure.Ledgers.Remedies;

/// <summary>An appeal with the measure that it is against and what was decided; null while nothing was.</summary>
public sealed record Appeal(CaseEntry Entry, RecordAppealForm Form, DecideAppealForm? Decision);

/// <summary>
/// 参照其他法律法规: what higher law gives the persons concerned and the regulation does not name. A lane of its own, closed until the legal office opens
/// it for a case; none of it is a duty of the regulation.
/// </summary>
public static class RemedyLane
{
    internal const string OtherLaws = "参照其他法律法规";
    internal const string Hearing = "参照《中华人民共和国公职人员政务处分法》第四十三条";
    internal const string Service = "参照《中华人民共和国公职人员政务处分法》第四十五条、参照《中华人民共和国公职人员政务处分法》第四十六条";
    internal const string Appeal = "参照《中华人民共和国公务员法》第九十五条";

    /// <summary>Whether the lane was opened; off by default.</summary>
    [Clause("参照其他法律法规")]
    public static bool AreOpen(CaseFile file) => file.Entries.Exists(entry => entry.Kind == OpenRemedies.Named);

    /// <summary>Every appeal of a case.</summary>
    public static IReadOnlyList<Appeal> AppealsOf(CaseFile file) =>
    [
        .. file.EntriesOf<RecordAppealForm>(RecordAppeal.Named).Select(row => new Appeal(row.Entry, row.Form,
            file.EntriesOf<DecideAppealForm>(DecideAppeal.Named).Select(decided => decided.Form).LastOrDefault(decided => decided.Appeal == row.Entry.Label))),
    ];

    /// <summary>The last day on which an appeal against a served measure is in time; null before it was served, or where no rule is known.</summary>
    public static DateOnly? AppealUntil(CaseFile file, string measureId, WorkingCalendar calendar) => RemedyPeriods.AppealUntil(file, measureId, calendar);

    /// <summary>Who keeps the lane, and is told of its periods: the first of them who made the entry.</summary>
    internal static IReadOnlyList<string> Keepers { get; } = [Roles.Supervision, Roles.Government, Roles.LeadEnv];

    internal static bool MayKeep(EntryContext context) =>
        AreOpen(context.File) && Keepers.Any(role => context.Actor.Holds(role));

    internal static Ruling IsDecided(CaseFile file, string measureId, string citation) => Ruling.Require(file.Measures.Exists(measure => measure.Id == measureId), citation,
        Text.Of<LedgerTexts>("Remedies.NoMeasure.Reason"), Text.Of<LedgerTexts>("Remedies.NoMeasure.Remedy"));

    /// <summary>第十一条第一款第一句: nothing of a decision happens on a day before either body took it.</summary>
    internal static Ruling FollowsTheDecision(CaseFile file, DateOnly? day)
    {
        var decided = file.All<GovernmentReviewForm>().Cast<ReviewForm>().Concat(file.All<PartyCommitteeReviewForm>()).Where(review => review.IsApproved).Min(review => review.ReviewedOn);
        return Ruling.Require(!(day < decided), "第十一条第一款第一句", Text.Of<LedgerTexts>("Remedies.BeforeDecision.Reason",
            day?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture), decided?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)), Text.Of<LedgerTexts>("Remedies.BeforeDecision.Remedy"));
    }

    internal static Ruling IsNotAhead(DateOnly? day, DateOnly today) => Ruling.Require(day is null || day <= today, Citations.InternalStep,
        Text.Of<LedgerTexts>("Remedies.Ahead.Reason"), Text.Of<LedgerTexts>("Remedies.Ahead.Remedy"));
}
