using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using WorkflowAccountability.Procedure.Commands;
using WorkflowAccountability.Procedure.Forms;
using WorkflowAccountability.Procedure.Organisations;
using WorkflowAccountability.Procedure.Regulation;

namespace WorkflowAccountability.Procedure.Deadlines;

/// <summary>
/// 内部环节: the yearly notice takes effect. In one transaction the calendar gets its next version and every open deadline that it moves is counted anew,
/// with old day, new day and reason in its case's audit. What has fired stays fired; what has passed stays as it was.
/// </summary>
/// <param name="Version">The version of the calendar that the preview was made from.</param>
public sealed record ChangeCalendar(string Id, string PersonId, CalendarImport Import, int Version) : Command(Id, PersonId)
{
    /// <inheritdoc/>
    protected override string Payload => $"{Version}|{Import.Written}";

    internal override async Task<Answer> ApplyAsync(CommandScope scope, CancellationToken cancellationToken)
    {
        if (!scope.Actor.Holds(Roles.Administrator))
            return new Answer.NotFound();
        var known = await scope.Db.CalendarNotices.AsNoTracking().ToListAsync(cancellationToken);
        var version = known.Max(notice => (int?)notice.Version) ?? 0;
        if (version != Version)
            return Refused(Text.Of<DeadlineTexts>("Calendar.Changed.Reason"));
        if (Import.Faults(known) is { Count: > 0 } faults)
            return new Answer.Refused([.. faults.Select(fault => Ruling.Refuse("内部环节", fault, Text.Of<DeadlineTexts>("Calendar.Remedy")))]);

        var row = Import.Row(version + 1, $"{scope.Actor.PostText} {scope.Actor.Name}", scope.Now);
        scope.Db.CalendarNotices.Add(row);
        await scope.Db.SaveChangesAsync(cancellationToken);
        scope.Calendar = CalendarSource.Of([.. known, row]);
        var moved = await MovedDeadline.FindAsync(scope.Db, scope.Machinery.Deadlines, scope.Calendar, scope.Now, cancellationToken);
        foreach (var ofCase in moved.GroupBy(move => move.Deadline.CaseId).OrderBy(group => group.Key, StringComparer.Ordinal))
            await RecountAsync(scope, ofCase.Key, cancellationToken);
        foreach (var stop in await scope.Db.Suspensions.Where(stop => stop.To == null && stop.DueOn != null).ToListAsync(cancellationToken))
        {
            await scope.Db.Suspensions.Include(known => known.Rungs).Where(known => known.CaseId == stop.CaseId).LoadAsync(cancellationToken);
            StopLadder.Move(stop, scope);
        }
        await scope.RecordAdministrationAsync(JsonSerializer.Serialize(new
        {
            calendar = row.Version, layer = row.Layer, year = row.Year, rest = CalendarImport.Days(row.RestDays), work = CalendarImport.Days(row.Workdays), basis = row.Basis,
        }, FormJsonText.Options), cancellationToken);
        return new Answer.Done("/calendar");
    }

    private async Task RecountAsync(CommandScope scope, string caseId, CancellationToken cancellationToken)
    {
        await scope.Db.LockCaseAsync(caseId, cancellationToken);
        var file = await scope.CaseForDeadlinesAsync(caseId, cancellationToken);
        var open = scope.Db.Deadlines.Local.Where(deadline => deadline.CaseId == caseId && deadline.Status is DeadlineStatus.Running && deadline.DueAt >= scope.Now);
        // What lies behind the wall has an entry of its own, which only its members read.
        foreach (var side in open.ToLookup(deadline => deadline.Walled))
        {
            List<object> changes = [];
            foreach (var deadline in side)
            {
                var old = deadline.DueOn;
                var moved = scope.Machinery.Deadlines.Recount(deadline, scope, wholeLadder: false);
                scope.Db.WorkItems.Local.SingleOrDefault(item => item.Id == deadline.Id)?.TakeDueFrom(deadline);
                if (!moved)
                    continue;
                changes.Add(new { item = deadline.Id, deadline = deadline.Code, old, now = deadline.DueOn });
            }
            if (changes.Count == 0)
                continue;
            await scope.RecordAsync(file!, "内部环节", JsonSerializer.Serialize(new { changes, why = Import.Basis, calendar = scope.Calendar.Number },
                FormJsonText.Options), side.Key, cancellationToken);
            await scope.Db.SaveChangesAsync(cancellationToken);
        }
    }

    private static Answer.Refused Refused(Text reason) => new([Ruling.Refuse("内部环节", reason, Text.Of<DeadlineTexts>("Calendar.Remedy"))]);
}
