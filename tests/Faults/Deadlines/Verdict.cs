using System.Globalization;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using WorkflowAccountability.Procedure;
using WorkflowAccountability.Procedure.Deadlines;
using WorkflowAccountability.Procedure.Notifications;

namespace WorkflowAccountability.Faults.Deadlines;

/// <summary>What was due, and what was told: counted from the audit and the notices, against a ladder that is written out here once more.</summary>
internal sealed record Verdict(int Due, int Fired, int Early, int Late, int Doubled, int Missing, int Untold)
{
    // A sweep runs each minute; what dies is done by the next one or the one after.
    private static readonly TimeSpan patience = TimeSpan.FromMinutes(3);

    public bool IsClean => (Early, Late, Doubled, Missing, Untold) == (0, 0, 0, 0, 0) && Due == Fired && Due > 0;

    public override string ToString() => string.Create(CultureInfo.InvariantCulture,
        $"rungs due {Due}, fired {Fired}, early {Early}, late {Late}, doubled {Doubled}, missing {Missing}, without a notice {Untold}");

    public static async Task<Verdict> OfAsync(AccountabilityDb db, Outages outages, DateTimeOffset now)
    {
        var calendars = await db.CalendarNotices.AsNoTracking().ToListAsync();
        var deadlines = await db.Deadlines.AsNoTracking().Include(deadline => deadline.Rungs).ToListAsync();
        var items = await db.WorkItems.AsNoTracking().ToDictionaryAsync(item => item.Id);
        var told = await ToldAsync(db);
        var notices = (await db.Notices.AsNoTracking().Where(notice => notice.Kind == NoticeKind.Reminder)
            .Select(notice => new { notice.WorkItemId, notice.RecipientKey, notice.At, notice.TextKey }).ToListAsync()).ToLookup(notice => notice.WorkItemId);
        var verdict = new Verdict(0, 0, 0, 0, 0, 0, 0);
        foreach (var deadline in deadlines)
        {
            var closed = items[deadline.Id].ClosedAt ?? now;
            var rows = deadline.Rungs.Where(rung => rung.Status is RungStatus.Fired || (rung.Status is RungStatus.Pending && outages.FirstAfter(rung.DueAt) + patience < now)).ToList();
            var heard = told[deadline.Id].ToList();
            var doubled = heard.GroupBy(line => line.Rung).Sum(lines => lines.Count() - 1)
                + notices[deadline.Id].GroupBy(notice => (notice.RecipientKey, notice.At, notice.TextKey)).Sum(same => same.Count() - 1);
            // Where no calendar came in between, the ladder is written out anew, by other means than the site's.
            var moved = deadline.Epoch > 0 || calendars.Exists(notice => notice.At > deadline.OpenedAt && notice.At < closed);
            var expected = moved ? [] : Ladder(deadline, CalendarSource.Of(calendars.Where(notice => notice.At <= deadline.OpenedAt))).TakeWhile(rung => rung.At < closed && outages.FirstAfter(rung.At) + patience < closed)
                .Where(rung => rung.At > deadline.OpenedAt).Select(rung => rung.Name).ToList();
            verdict = verdict with
            {
                Due = verdict.Due + rows.Count,
                Fired = verdict.Fired + heard.Count,
                Early = verdict.Early + rows.Count(rung => rung.FiredAt < rung.DueAt),
                Late = verdict.Late + rows.Count(rung => (rung.FiredAt ?? now) > outages.FirstAfter(rung.DueAt) + patience),
                Doubled = verdict.Doubled + doubled,
                Missing = verdict.Missing + expected.Except(heard.Select(line => line.Rung)).Count(),
                Untold = verdict.Untold + heard.Select(line => line.At).Distinct().Count(at => !notices[deadline.Id].Any(notice => notice.At == at)),
            };
        }
        return verdict;
    }

    // What the audit says was told: once for each rung of each entry.
    private static async Task<ILookup<string, (string Rung, DateTimeOffset At)>> ToldAsync(AccountabilityDb db)
    {
        var entries = await db.Audit.AsNoTracking().Where(entry => entry.Act == nameof(FireDeadline)).Select(entry => new { entry.Details, entry.At }).ToListAsync();
        return entries.SelectMany(entry =>
        {
            using var details = JsonDocument.Parse(entry.Details);
            return details.RootElement.GetProperty("rungs").EnumerateArray()
                .Select(rung => (Item: details.RootElement.GetProperty("item").GetString()!, Rung: rung.GetString()!, entry.At)).ToList();
        }).ToLookup(line => line.Item, line => (line.Rung, line.At));
    }

    private static IEnumerable<(string Name, DateTimeOffset At)> Ladder(Deadline deadline, WorkingCalendar calendar)
    {
        var (day, late) = (deadline.DueOn, 0);
        while (late < 5)
        {
            day = day.AddDays(1);
            if (!calendar.IsWorkday(day))
                continue;
            late++;
            yield return ($"T+{late}", BeijingTime.At(day, new TimeOnly(10, 0)));
        }
        for (var week = 1; ; week++)
        {
            var next = day.AddDays(7 * week);
            while (!calendar.IsWorkday(next))
                next = next.AddDays(1);
            yield return ($"W+{week}", BeijingTime.At(next, new TimeOnly(10, 0)));
        }
    }
}
