using Microsoft.EntityFrameworkCore;
using WorkflowAccountability.Engine.Instances;
using WorkflowAccountability.Procedure;
using WorkflowAccountability.Procedure.Audit;
using WorkflowAccountability.Procedure.Deadlines;
using WorkflowAccountability.Procedure.WorkItems;

namespace WorkflowAccountability.Faults.Worlds;

/// <summary>What must hold in the rows of every case between two commands.</summary>
public static class CaseFaults
{
    /// <summary>Every contradiction; empty when all is well.</summary>
    public static async Task<IReadOnlyList<string>> OfAsync(AccountabilityDb db, string caseId)
    {
        var file = await db.Cases.AsNoTracking().SingleAsync(file => file.Id == caseId);
        var audit = await db.Audit.AsNoTracking().Where(entry => entry.CaseId == caseId).OrderBy(entry => entry.Sequence).ToListAsync();
        var commands = await db.Commands.Where(command => command.CaseId == caseId).Select(command => command.Id).ToListAsync();
        var items = await db.WorkItems.AsNoTracking().Where(item => item.CaseId == caseId).ToListAsync();
        var deadlines = await db.Deadlines.AsNoTracking().Include(deadline => deadline.Rungs)
            .Where(deadline => deadline.CaseId == caseId).ToListAsync();
        var notices = await db.Notices.CountAsync(notice => notice.CaseId == caseId);
        var messages = await db.Outbox.CountAsync(message => message.CaseId == caseId);
        var faults = new List<string>(AuditChain.Faults(audit, file.Version));
        faults.AddRange(commands.Where(id => audit.Count(entry => entry.CommandId == id) != 1)
            .Select(id => $"command {id}: {audit.Count(entry => entry.CommandId == id)} audit entries."));
        faults.AddRange(items.SelectMany(item => OfDeadline(item, deadlines.Find(deadline => deadline.Id == item.Id))));
        if (notices != messages)
            faults.Add($"outbox: {messages} messages for {notices} notices.");
        foreach (var instance in await db.Instances.AsNoTracking().Where(instance => instance.CaseId == caseId).ToListAsync())
            faults.AddRange(await OfInstanceAsync(db, instance, [.. items.Where(item => item.InstanceId == instance.Id)]));
        return faults;
    }

    private static async Task<IEnumerable<string>> OfInstanceAsync(
        AccountabilityDb db, WorkflowInstance instance, IReadOnlyList<WorkItem> items)
    {
        var state = WorkflowState.Parse(instance.State);
        var waiting = state.Bookmarks.Select(bookmark => bookmark.Id).Order().ToList();
        var bookmarks = await db.Bookmarks.Where(row => row.InstanceId == instance.Id).Select(row => row.Id).ToListAsync();
        var served = items.Where(item => item.Status is WorkItemStatus.Open).Select(item => item.BookmarkId).Distinct().Order().ToList();
        var journal = (await db.Journal.AsNoTracking().Where(row => row.InstanceId == instance.Id).OrderBy(row => row.Sequence).ToListAsync())
            .SelectMany(burst => burst.Read()).Select(entry => entry.Sequence).ToList();
        (bool Holds, string Otherwise)[] claims =
        [
            (waiting.SequenceEqual(bookmarks.Order()), "its state waits elsewhere than its bookmarks."),
            (waiting.SequenceEqual(served), "stuck, a bookmark has no open work item, or the reverse."),
            (instance.Status is WorkflowStatus.Running == waiting.Count > 0, $"{instance.Status} with {waiting.Count} bookmarks."),
            (journal.SequenceEqual(Enumerable.Range(1, journal.Count).Select(number => (long)number)), "its journal has a gap."),
        ];
        return claims.Where(claim => !claim.Holds).Select(claim => $"instance {instance.Id}: {claim.Otherwise}");
    }

    private static IEnumerable<string> OfDeadline(WorkItem item, Deadline? deadline)
    {
        if ((item.DeadlineCode is null) != (deadline is null))
            yield return $"work item {item.Id}: deadline '{item.DeadlineCode}' without its row, or the reverse.";
        if (deadline is null)
            yield break;
        var runs = item.Status is WorkItemStatus.Open;
        if (runs != deadline.Status is DeadlineStatus.Running)
            yield return $"deadline {deadline.Id}: {deadline.Status} while the work item is {item.Status}.";
        var pending = deadline.Rungs.Count(rung => rung.Status is RungStatus.Pending);
        if (deadline.Rungs.Count == 0 || (!runs && pending > 0))
            yield return $"deadline {deadline.Id}: {pending} of {deadline.Rungs.Count} rungs pending.";
    }
}
