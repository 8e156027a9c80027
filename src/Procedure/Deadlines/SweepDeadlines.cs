using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;
using WorkflowAccountability.Procedure.Cases;
using WorkflowAccountability.Procedure.Commands;
using WorkflowAccountability.Procedure.Notifications;

namespace WorkflowAccountability.Procedure.Deadlines;

/// <summary>
/// Fires every rung whose time has come, in bounded batches, a command for each deadline, and for each stop that nobody has ended. It may run twice, on two nodes, or not at all for a while:
/// the rows say what is due. One deadline that cannot fire holds up no other.
/// </summary>
public sealed class SweepDeadlines(
    IDbContextFactory<AccountabilityDb> databases, CommandRunner commands, TimeProvider clock, ILogger<SweepDeadlines> logger)
{
    private const int Batch = 200;
    private const int Batches = 20;

    /// <summary>Fires what is due now; answers how many deadlines fired.</summary>
    public async Task<int> RunAsync(CancellationToken cancellationToken)
    {
        var fired = 0;
        HashSet<string> failed = [];
        for (var batch = 0; batch < Batches; batch++)
        {
            var due = await DueAsync(failed, cancellationToken);
            foreach (var rung in due.GroupBy(row => row.OfId).Select(rungs => rungs.MaxBy(row => row.DueAt)!))
                if (await FireAsync(rung, cancellationToken))
                    fired++;
                else
                    failed.Add(rung.OfId);
            if (due.Count < Batch)
                break;
        }
        return fired;
    }

    private async Task<List<DueRung>> DueAsync(IReadOnlyCollection<string> failed, CancellationToken cancellationToken)
    {
        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        if (await db.Set<FiringPause>().AnyAsync(pause => pause.ConfirmedAt == null, cancellationToken))
            return [];
        var now = clock.GetUtcNow();
        var due = await db.Set<DeadlineRung>().Where(rung => rung.Status == RungStatus.Pending && rung.DueAt <= now && !failed.Contains(rung.DeadlineId))
            .OrderBy(rung => rung.DueAt).ThenBy(rung => rung.Id).Take(Batch)
            .Join(db.Deadlines, rung => rung.DeadlineId, deadline => deadline.Id,
                (rung, deadline) => new DueRung(rung.Id, deadline.CaseId, rung.DeadlineId, rung.DueAt, false))
            .ToListAsync(cancellationToken);
        if (due.Count < Batch)
            due.AddRange(await db.Set<StopRung>().Where(rung => rung.Status == RungStatus.Pending && rung.DueAt <= now && !failed.Contains(rung.SuspensionId))
                .OrderBy(rung => rung.DueAt).ThenBy(rung => rung.Id).Take(Batch - due.Count)
                .Join(db.Suspensions.Where(stop => stop.To == null && db.Cases.Any(file => file.Id == stop.CaseId && file.Status == CaseStatus.Open)),
                    rung => rung.SuspensionId, stop => stop.Id, (rung, stop) => new DueRung(rung.Id, stop.CaseId, rung.SuspensionId, rung.DueAt, true))
                .ToListAsync(cancellationToken));
        return due;
    }

    private async Task<bool> FireAsync(DueRung rung, CancellationToken cancellationToken)
    {
        try
        {
            return await commands.RunAsync(
                rung.IsOfStop ? new FireStop(rung.Id, rung.CaseId, rung.OfId) : new FireDeadline(rung.Id, rung.CaseId, rung.OfId), cancellationToken) is Answer.Done;
        }
        catch (Exception exception) when (!cancellationToken.IsCancellationRequested)
        {
            Logs.RungFailed(logger, rung.Id, exception);
            await using var db = await databases.CreateDbContextAsync(cancellationToken);
            await Alarm.RaiseAsync(db, AlarmKind.ReminderFailed, rung.Id, rung.CaseId, clock.GetUtcNow(), cancellationToken);
            return false;
        }
    }

    private sealed record DueRung(string Id, string CaseId, string OfId, DateTimeOffset DueAt, bool IsOfStop);
}
