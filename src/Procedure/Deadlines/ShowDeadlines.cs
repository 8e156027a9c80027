using System.Globalization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using WorkflowAccountability.Procedure.Cases;
using WorkflowAccountability.Procedure.Commands;
using WorkflowAccountability.Procedure.Ledgers;
using WorkflowAccountability.Procedure.Regulation;
using WorkflowAccountability.Procedure.Site;
using WorkflowAccountability.Procedure.Stages;
using WorkflowAccountability.Procedure.WorkItems;

namespace WorkflowAccountability.Procedure.Deadlines;

/// <summary>The running deadlines of a case, with what they stand on; whoever may, extends and stops them here.</summary>
internal static class ShowDeadlines
{
    public static void Map(IEndpointRouteBuilder site)
    {
        site.MapGet("/cases/{id}/deadlines", HandleAsync);
        site.MapPost("/deadlines/{id}/extend", ExtendAsync);
        site.MapPost("/cases/{id}/stops", StopAsync);
    }

    private static async Task<IResult> HandleAsync(
        string id, Viewer viewer, AccountabilityDb db, StageCatalog stages, CalendarSource calendars, CancellationToken cancellationToken)
    {
        var file = await db.Cases.AsNoTracking().Where(CaseAccess.Sees(viewer.Actor, db)).Include(file => file.Submissions).Include(file => file.TeamMembers)
            .Include(file => file.Parties).Include(file => file.Exclusions).Include(file => file.Entries).AsSplitQuery().SingleOrDefaultAsync(file => file.Id == id, cancellationToken);
        if (file is null)
            return Pages.NotFound(viewer.Actor);
        file.Submissions.Sort((a, b) => a.Sequence.CompareTo(b.Sequence));
        var (today, calendar) = (BeijingTime.DayOf(viewer.Now), await calendars.CurrentAsync(db, cancellationToken));
        var running = await db.Deadlines.AsNoTracking().Include(deadline => deadline.Extensions)
            .Where(deadline => deadline.CaseId == id && deadline.Status == DeadlineStatus.Running)
            .OrderBy(deadline => deadline.DueAt).ThenBy(deadline => deadline.Id).ToListAsync(cancellationToken);
        var items = await db.WorkItems.AsNoTracking().Where(item => item.CaseId == id && item.Status == WorkItemStatus.Open).ToDictionaryAsync(item => item.Id, cancellationToken);
        var entries = (await EntryAccess.ReadableAsync(file, viewer.Actor, db, cancellationToken)).ToDictionary(entry => entry.Id);
        var behindWall = CaseAccess.IsBehindWall(file, viewer.Actor.PersonId);
        string? ActOf(Deadline deadline) => deadline.EntryId is { } begunBy ? entries.TryGetValue(begunBy, out var entry) ? EntryCatalog.NameOf(entry) : null
            : items.TryGetValue(deadline.Id, out var item) && (!deadline.Walled || behindWall) ? $"{stages.Of(item).Title}{(item.About is { } about ? $" · {about}" : "")}" : null;
        return Pages.Page<DeadlinesPage>(new
        {
            Viewer = viewer.Actor, File = file, Today = today, MayStop = StopDeadlines.MayRecord(file, viewer.Actor, today),
            Suspensions = (IReadOnlyList<Suspension>)await db.Suspensions.AsNoTracking().Where(stop => stop.CaseId == id).OrderBy(stop => stop.From).ToListAsync(cancellationToken),
            Rows = (IReadOnlyList<DeadlineRow>)[.. running.Select(deadline => (Deadline: deadline, Act: ActOf(deadline))).Where(row => row.Act is not null)
                .Select(row => DeadlineRow.Of(row.Deadline, file, viewer.Actor, row.Act!, calendar, today))],
        });
    }

    private static async Task<IResult> ExtendAsync(
        string id, IFormCollection posted, Viewer viewer, AccountabilityDb db, CommandRunner commands, CancellationToken cancellationToken)
    {
        var caseId = await db.Deadlines.Where(deadline => deadline.Id == id).Select(deadline => deadline.CaseId).SingleOrDefaultAsync(cancellationToken);
        if (caseId is null || !Envelope.TryRead(posted, out var envelope))
            return Pages.NotFound(viewer.Actor);
        _ = int.TryParse(posted["Length"], NumberStyles.None, CultureInfo.InvariantCulture, out var length);
        return Pages.Returned(await commands.RunAsync(new ExtendDeadline(envelope.CommandId, viewer.Actor.PersonId, caseId, id, length,
            Cut(posted["Reason"], 500), Cut(posted["DocumentNumber"], 100) is { Length: > 0 } number ? number : null), cancellationToken), posted,
            other => Pages.Answered(other, viewer.Actor));
    }

    private static async Task<IResult> StopAsync(string id, IFormCollection posted, Viewer viewer, CommandRunner commands, CancellationToken cancellationToken)
    {
        if (!Envelope.TryRead(posted, out var envelope))
            return Pages.NotFound(viewer.Actor);
        // What is no day lies before every case, and is refused as such.
        _ = DateOnly.TryParseExact(posted["On"], "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var on);
        return Pages.Answered(await commands.RunAsync(new StopDeadlines(envelope.CommandId, viewer.Actor.PersonId, id,
            posted["Suspension"].ToString() is { Length: > 0 } stop ? stop : null, posted["Code"].ToString(), on, Cut(posted["Reason"], 500)),
            cancellationToken), viewer.Actor);
    }

    private static string Cut(string? text, int most) => text is null ? "" : text.Length > most ? text[..most] : text;
}

/// <summary>A running deadline as the page shows it; the extension is null for who may not enter one.</summary>
public sealed record DeadlineRow(Deadline Deadline, string Act, string Name, string Citation, string Source, int Left, bool IsWindow, Extension? Extension)
{
    internal static DeadlineRow Of(Deadline deadline, CaseFile file, Actor actor, string act, WorkingCalendar calendar, DateOnly today)
    {
        var rule = ExtendDeadline.RuleOf(deadline, file, today);
        return new DeadlineRow(deadline, act, rule?.Title ?? "", rule?.Citation ?? "", rule?.Source ?? "", calendar.WorkingDaysBetween(today, deadline.DueOn) - calendar.WorkingDaysBetween(deadline.DueOn, today), rule is { Window: true },
            ExtendDeadline.MayEnter(deadline, file, actor, today) ? rule!.Extension : null);
    }
}
