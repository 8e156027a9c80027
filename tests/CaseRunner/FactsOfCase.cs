using WorkflowAccountability.Procedure.Cases;
using WorkflowAccountability.Procedure.Notifications;
using WorkflowAccountability.Procedure.Regulation;
using WorkflowAccountability.Procedure.Stages.CooperateWithSuperior;
using WorkflowAccountability.Procedure.Stages.EstablishFacts;
using WorkflowAccountability.Procedure.Stages.ReferCase;
using WorkflowAccountability.Procedure.Stages.RegisterLead;
using WorkflowAccountability.Procedure.WorkItems;

namespace WorkflowAccountability.CaseRunner;

/// <summary>What the site has written down, in the words of <c>expect</c>: no ids but those that a person reads.</summary>
internal static class FactsOfCase
{
    public static async Task<CaseFacts> ReadAsync(SiteRecord record, string caseId)
    {
        var file = await record.FileAsync(caseId);
        var items = await record.ItemsOfAsync(caseId);
        var reminders = (await record.NoticesOfAsync(caseId)).Where(notice => notice.Kind is NoticeKind.Reminder).ToLookup(notice => IsOfPeriod(notice, items));
        return new CaseFacts
        {
            Number = file.Number, Title = file.Title, Status = file.Status.ToString(), Level = LevelOf(file),
            Parties = [.. ById(file.Parties, party => party.Id).Select(Of)],
            Teams = [.. file.TeamMembers.Where(member => member.To is null)
                .OrderBy(member => member.Team).ThenBy(member => member.PersonId, StringComparer.Ordinal).Select(Of)],
            Measures = [.. ById(file.Measures, measure => measure.Id).Select(Of)],
            Restrictions = [.. ById(file.Restrictions, restriction => restriction.Id).Select(Of)],
            Referrals = [.. ReferralsOf(file)],
            Open = [.. items.Where(item => item.Status is WorkItemStatus.Open).Select(Of)],
            Reminders = Of(reminders[false]), PeriodReminders = Of(reminders[true]),
            Stages = await record.PassagesAsync(caseId), Incidents = await record.IncidentsAsync(caseId),
        };
    }

    public static ItemFacts Of(WorkItem item) => new(
        SiteRecord.Short(item.StageType), item.Seat, item.About, Addressee(item.CandidateKey), item.DeadlineCode,
        SiteRecord.Day(item.DueAt), SiteRecord.Day(item.OpenedAt)!, item.Walled);

    public static NoticeFacts Of(Notice notice) => new(Addressee(notice.RecipientKey), notice.Text.ToString(), notice.Walled);

    // What is due at one moment is written in the order of ids, which differ from run to run.
    private static IReadOnlyList<ReminderFacts> Of(IEnumerable<Notice> reminders) =>
    [
        .. reminders.Select(notice => new ReminderFacts(Addressee(notice.RecipientKey), SiteRecord.Day(notice.At)!, notice.Text.ToString()))
            .OrderBy(told => told.On, StringComparer.Ordinal).ThenBy(told => told.To, StringComparer.Ordinal).ThenBy(told => told.Text, StringComparer.Ordinal),
    ];

    // Of a day that a superior has set, or of a period of the optional lane; a stop's words name no period.
    private static bool IsOfPeriod(Notice notice, IReadOnlyList<WorkItem> items) => notice.WorkItemId is { } id
        ? items.Any(item => item.Id == id && item.DeadlineCode == CooperateWithSuperiorStage.DeadlineOfRequests)
        : notice.Text.Arguments.OfType<Text>().Any(named => named.Key.StartsWith("Period.", StringComparison.Ordinal));

    /// <summary>第十六条第一款: the level that the case bears, and what the scale beside the deciding one makes of the same facts.</summary>
    private static SortedDictionary<string, string?> LevelOf(CaseFile file)
    {
        var deciding = file.Scale;
        var levels = new SortedDictionary<string, string?>(StringComparer.Ordinal) { [deciding.Id] = file.Level };
        foreach (var scale in file.Rules.Scales.Comparisons(file.ActsOn(file.Latest<RegisterLeadForm>())))
            levels[scale.Id] = file.Level is null || EventOf(file) is not { } stated ? null
                : Classification.Classify(scale, stated.Facts().For(scale)).Level?.Symbol();
        return levels;
    }

    private static StatedEvent? EventOf(CaseFile file) => file.Latest<EstablishFactsForm>() is { } facts
        ? facts.Event with { DirectLoss = facts.DirectLoss.Amount / 10_000 } : file.Latest<RegisterLeadForm>()?.Event;

    private static PartyFacts Of(Party party) =>
        new(party.Id, party.Name, party.IsPerson, party.PersonId, party.OrganisationId, party.PostAtTheTime);

    private static MemberFacts Of(TeamMember member) =>
        new(member.PersonId, member.Team.ToString(), member.Function.ToString(), member.OrganisationId);

    private static MeasureFacts Of(Procedure.Cases.Measure measure) => new(
        measure.Id, measure.ProposalId, measure.PartyId, measure.Code, measure.Citation, measure.Text, measure.OwnerRole,
        measure.Status.ToString(), SiteRecord.Day(measure.DecidedAt)!);

    private static RestrictionFacts Of(Restriction entry) => new(
        entry.Id, entry.PartyId, entry.Kind.ToString(), entry.EventYear, entry.FindingYear, SiteRecord.Day(entry.Start),
        entry.End is { } end ? SiteRecord.Day(end) : null, entry.Basis);

    // Scripts count them in the order in which they were made, on whichever side of the wall.
    private static IEnumerable<ReferralFacts> ReferralsOf(CaseFile file)
    {
        var made = file.Submissions.Where(submission => submission.FormName == nameof(ReferCaseForm)).OrderBy(submission => submission.Sequence)
            .Select(submission => submission.Read<ReferCaseForm>().Receipt).ToList();
        return ById(file.Referrals, referral => referral.Id).OrderBy(referral => made.IndexOf(referral.Receipt)).Select((referral, at) => Of(referral, $"F{at + 1}"));
    }

    private static ReferralFacts Of(Referral referral, string id) => new(
        id, referral.Authority, referral.Reason, referral.Citation, SiteRecord.Day(referral.On), referral.Receipt,
        referral.Walled);

    // A number after one letter: P2 comes before P10.
    private static IEnumerable<T> ById<T>(IEnumerable<T> rows, Func<T, string> id) =>
        rows.OrderBy(row => id(row).Length).ThenBy(id, StringComparer.Ordinal);

    private static string Addressee(string key) => key.Split(':', 2) switch
    {
        ["team", var team] => $"team:{team.Split('@')[0]}",
        [_, var who] => who,
        _ => key,
    };
}
