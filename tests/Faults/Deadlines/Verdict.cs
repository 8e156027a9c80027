using System.Globalization;
using Microsoft.EntityFrameworkCore;
using WorkflowAccountability.Procedure;
using WorkflowAccountability.Procedure.Notifications;

namespace WorkflowAccountability.Faults.Deadlines;

/// <summary>
/// What was due, by <see cref="ExpectedLadder"/>, against what was told, by the audit and the notices. The rows of the rungs themselves are not asked.
/// </summary>
internal sealed class Verdict(Outages outages, KnownCalendars calendars, IReadOnlyDictionary<string, string?> levels, DateTimeOffset now)
{
    // A sweep runs each minute; what dies is done by the next one or the one after.
    private static readonly TimeSpan patience = TimeSpan.FromMinutes(3);

    private static readonly string[] onlyTheHandler = ["Before", "Today", "Late"];
    private readonly List<string> faults = [];
    private readonly SortedDictionary<string, int> kinds = new(StringComparer.Ordinal);

    public int Due { get; private set; }

    public int Fired { get; private set; }

    public int Early { get; private set; }

    public int Late { get; private set; }

    public int Doubled { get; private set; }

    public int Missing { get; private set; }

    public int Unheard { get; private set; }

    public bool IsClean => (Early, Late, Doubled, Missing, Unheard) == (0, 0, 0, 0, 0) && Due == Fired && Due > 0;

    /// <summary>The first things that are wrong, in words.</summary>
    public IEnumerable<string> Faults => faults.Take(20);

    public override string ToString() => string.Create(CultureInfo.InvariantCulture,
        $"rungs due {Due}, fired {Fired}, early {Early}, late {Late}, doubled {Doubled}, missing {Missing}, without its notices {Unheard}\n{Changes.Stops} stops, {Changes.Extensions} extensions, deadlines {string.Join(", ", kinds.Select(kind => $"{kind.Key} {kind.Value}"))}");

    /// <summary>Deadlines that were held against what they should be, by code.</summary>
    public IReadOnlyDictionary<string, int> Kinds => kinds;

    /// <summary>Stops that ended or last, and extensions.</summary>
    public (int Stops, int Extensions) Changes { get; private set; }

    public async Task ReadAsync(AccountabilityDb db)
    {
        var history = await CaseHistory.ReadAsync(db, levels);
        var notices = (await db.Notices.AsNoTracking().Where(notice => notice.Kind == NoticeKind.Reminder)
            .Select(notice => new { notice.Id, notice.WorkItemId, notice.RecipientKey, notice.At, notice.TextKey }).ToListAsync())
            // A notice about a stop or a period belongs to no item; its own id names it.
            .Select(notice => new Heard(notice.WorkItemId ?? notice.Id.Split(':')[1], notice.RecipientKey, notice.At, notice.TextKey)).ToLookup(notice => notice.ItemId);
        Changes = (history.Stops.Count(), history.Extensions);
        foreach (var item in history.Items.Where(item => item.DeadlineCode is not null))
        {
            var (code, start) = history.BeginningOf(item);
            kinds[code] = kinds.GetValueOrDefault(code) + 1;
            Judge(new Subject($"{item.ActivityId} {code} {item.Id}", item.OpenedAt, item.ClosedAt ?? now), new ExpectedLadder(PeriodRow.Of(code, levels.GetValueOrDefault(item.CaseId)), start, item.OpenedAt, calendars, history.ClockOf(item), CaseHistory.SetFor(item)),
                history.ToldOf(item), [.. notices[item.Id]]);
        }
        foreach (var period in history.Periods)
        {
            kinds[period.Code] = kinds.GetValueOrDefault(period.Code) + 1;
            var row = PeriodRow.Of(period.Code, null);
            Judge(new Subject($"{period.Code} {period.Id}", period.From, period.To ?? now, row.IsWindow), new ExpectedLadder(row, period.StartsOn, period.From, calendars, []),
                history.ToldOf(period), [.. notices[period.Id]]);
        }
        foreach (var stop in history.Stops)
        {
            kinds["D08"] = kinds.GetValueOrDefault("D08") + 1;
            Judge(new Subject($"stop {stop.Id}", stop.From, stop.To ?? now), new ExpectedLadder(PeriodRow.Of("D08", null), stop.On, stop.From, calendars, []),
                history.ToldOf(stop), [.. notices[stop.Id]]);
        }
    }

    private void Judge(Subject item, ExpectedLadder ladder, IReadOnlyList<Told> told, IReadOnlyList<Heard> notices)
    {
        var ends = item.Ends;
        var first = told.GroupBy(line => (line.Rung, line.Count)).ToDictionary(lines => lines.Key, lines => lines.Min(line => line.At));
        // What falls due at the very moment at which the work is done may be told or not.
        var expected = ladder.Until(ends.AddTicks(1), rung => first.TryGetValue((rung.Name, rung.Count), out var at) ? at : outages.FirstAfter(rung.At))
            .ToDictionary(rung => (rung.Name, rung.Count));
        foreach (var rung in expected.Values)
        {
            var latest = outages.FirstAfter(rung.At) + patience;
            if (!first.TryGetValue((rung.Name, rung.Count), out var at))
            {
                // Whoever is done before anybody could be told needs not be told.
                if (latest < ends)
                    (Due, Missing) = (Due + 1, Missing + Fault(item, $"{rung.Name} of {rung.At:O} was never told"));
                continue;
            }
            Due++;
            Early += at < rung.At ? Fault(item, $"{rung.Name} of {rung.At:O} was told at {at:O}") : 0;
            Late += at > latest ? Fault(item, $"{rung.Name} of {rung.At:O} was told at {at:O}") : 0;
        }
        Fired += first.Count;
        Early += first.Where(line => !expected.ContainsKey(line.Key)).Sum(line => Fault(item, $"{line.Key.Rung} was told at {line.Value:O} and never due"));
        Doubled += told.GroupBy(line => (line.Rung, line.Count)).Where(lines => lines.Count() > 1).Sum(lines => Fault(item, $"{lines.Key.Rung} was told {lines.Count()} times"));
        Doubled += notices.GroupBy(notice => notice).Where(same => same.Count() > 1).Sum(same => Fault(item, $"{same.Key.To} heard {same.Key.Text} twice at {same.Key.At:O}"));
        foreach (var line in told)
            foreach (var text in item.IsWindow ? [onlyTheHandler] : TextsOf(line.Rung))
                if (!notices.Any(notice => notice.At == line.At && text.Contains(notice.Text.Split('.')[^1])))
                    Unheard += Fault(item, $"nobody heard {string.Join('/', text)} with {line.Rung} at {line.At:O}");
    }

    // The handler always, the supervisors' office on the first day and weekly, the head on the third.
    private static IEnumerable<string[]> TextsOf(string rung) =>
        rung is "T+1" || rung[0] == 'W' ? [onlyTheHandler, ["Office"]] : rung is "T+3" ? [onlyTheHandler, ["Leader"]] : [onlyTheHandler];

    private int Fault(Subject item, string what)
    {
        faults.Add($"{item.Name} ({item.Begins:O} to {item.Ends:O}): {what}.");
        return 1;
    }

    private sealed record Subject(string Name, DateTimeOffset Begins, DateTimeOffset Ends, bool IsWindow = false);

    private sealed record Heard(string ItemId, string To, DateTimeOffset At, string Text);
}
