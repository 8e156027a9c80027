using WorkflowAccountability.Procedure.Deadlines;
using WorkflowAccountability.Procedure.Ledgers;
using WorkflowAccountability.Procedure.Ledgers.Remedies;

namespace WorkflowAccountability.Faults.Deadlines;

/// <summary>A period that an entry begins.</summary>
/// <param name="Id">Of its row on the site.</param>
/// <param name="From">When it was entered.</param>
/// <param name="To">When an entry ended it, or the case's end did; null while it lasts.</param>
internal sealed record PlayedPeriod(string Id, string CaseId, string Code, DateOnly StartsOn, DateTimeOffset From, DateTimeOffset? To);

/// <summary>The periods of the optional lane, found once more from the entries of a case alone; where the site's rows say otherwise, the site is wrong.</summary>
internal static class PlayedPeriods
{
    private static readonly string[] accountability =
        ["CircularNotice", "InterviewSummons", "OrderedRectification", "AdmonitionTalk", "PostAdjustment", "ResignationTakingBlame", "OrderedResignation", "Removal", "Demotion"];

    /// <param name="entries">Of one case, oldest first.</param>
    /// <param name="measures">The codes of its measures.</param>
    /// <param name="rows">Its periods on the site.</param>
    public static IReadOnlyList<PlayedPeriod> Of(
        string caseId, IReadOnlyList<CaseEntry> entries, IReadOnlyDictionary<string, string> measures, DateTimeOffset? closedAt, IReadOnlyList<Deadline> rows)
    {
        List<(CaseEntry Entry, string Code, DateOnly On, DateTimeOffset? To)> expected = [];
        for (var at = 0; at < entries.Count; at++)
        {
            var (entry, before, after) = (entries[at], entries.Take(at).ToList(), entries.Skip(at + 1).ToList());
            switch (entry.Kind)
            {
                case "hear-party" when entry.Read<HearPartyForm>() is { HeardOn: null } said:
                    var heard = after.FirstOrDefault(later => later.Kind == "hear-party" && later.Read<HearPartyForm>().PartyId == said.PartyId)?.At;
                    expected.Add((entry, "D11", said.NotifiedOn!.Value, Earlier(heard, closedAt)));
                    break;
                case "serve-decision" when entry.Read<ServeDecisionForm>() is var said && !before.Exists(earlier => IsAppealOn(earlier, said.MeasureId)) && Route(measures[said.MeasureId], 0) is { } route:
                    expected.Add((entry, "D24" + route, said.ServedOn!.Value, after.Find(later => IsAppealOn(later, said.MeasureId))?.At));
                    break;
                case "record-appeal" when entry.Read<RecordAppealForm>() is var said && Route(measures[said.MeasureId], Upheld(before, said.MeasureId)) is { } route:
                    expected.Add((entry, "D25" + route, said.ReceivedOn!.Value, after.Find(later => later.Kind == "decide-appeal" && later.Read<DecideAppealForm>().Appeal == entry.Label)?.At));
                    break;
                case "decide-appeal" when entry.Read<DecideAppealForm>() is { Outcome: AppealOutcome.Upheld } said:
                    var measure = before.Single(earlier => earlier.Kind == "record-appeal" && earlier.Label == said.Appeal).Read<RecordAppealForm>().MeasureId;
                    if (Route(measures[measure], Upheld(before, measure) + 1) is { } next)
                        expected.Add((entry, "D24" + next, said.DecidedOn!.Value, after.Find(later => IsAppealOn(later, measure))?.At));
                    break;
            }
        }
        var (should, are) = (expected.Select(row => (row.Entry.Id, row.Code, row.On)).Order().ToList(), rows.Select(row => (row.EntryId!, row.Code, row.StartsOn)).Order().ToList());
        if (!should.SequenceEqual(are))
            throw new InvalidOperationException($"{caseId}: the periods are {string.Join(' ', are)}, not {string.Join(' ', should)}.");
        return [.. expected.Select(row => new PlayedPeriod(rows.Single(known => known.EntryId == row.Entry.Id).Id, caseId, row.Code, row.On, row.Entry.At, row.To))];
    }

    private static bool IsAppealOn(CaseEntry entry, string measure) => entry.Kind == "record-appeal" && entry.Read<RecordAppealForm>().MeasureId == measure;

    // How many appeals against a measure were decided and left it standing.
    private static int Upheld(List<CaseEntry> entries, string measure) => entries.Count(entry => entry.Kind == "decide-appeal" && entry.Read<DecideAppealForm>() is { Outcome: AppealOutcome.Upheld } said
        && entries.Exists(earlier => IsAppealOn(earlier, measure) && earlier.Label == said.Appeal));

    private static string? Route(string code, int decided) => (accountability.Contains(code), code == "AdministrativeDiscipline", decided) switch
    {
        (true, _, 0) => "a",
        (_, true, 0) => "b",
        (_, true, 1) => "c",
        _ => null,
    };

    private static DateTimeOffset? Earlier(DateTimeOffset? one, DateTimeOffset? other) => one is null ? other : other is null || one < other ? one : other;
}
