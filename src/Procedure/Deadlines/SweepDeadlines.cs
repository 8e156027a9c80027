using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;
using WorkflowAccountability.Procedure.Commands;
using WorkflowAccountability.Procedure.Notifications;

namespace WorkflowAccountability.Procedure.Deadlines;

/// <summary>
/// Fires every rung whose time has come, in bounded batches, a command for each deadline. It may run twice, on two nodes, or not at all for a while:
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
        var skip = 0;
        for (var batch = 0; batch < Batches; batch++)
        {
            var due = await DueAsync(skip, cancellationToken);
            foreach (var rung in due)
                if (await FireAsync(rung, cancellationToken))
                    fired++;
                else
                    skip++;
            if (due.Count < Batch)
                break;
        }
        return fired;
    }

    private async Task<IReadOnlyList<DueRung>> DueAsync(int skip, CancellationToken cancellationToken)
    {
        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        if (await db.Set<FiringPause>().AnyAsync(pause => pause.ConfirmedAt == null, cancellationToken))
            return [];
        var now = clock.GetUtcNow();
        var rows = await db.Set<DeadlineRung>().AsNoTracking().Where(rung => rung.Status == RungStatus.Pending && rung.DueAt <= now)
            .OrderBy(rung => rung.DueAt).ThenBy(rung => rung.Id).Skip(skip).Take(Batch)
            .Join(db.Deadlines, rung => rung.DeadlineId, deadline => deadline.Id, (rung, deadline) => new { rung.Id, rung.DueAt, rung.DeadlineId, deadline.CaseId })
            .ToListAsync(cancellationToken);
        return [.. rows.GroupBy(row => row.DeadlineId).Select(rungs => rungs.MaxBy(row => row.DueAt)!)
            .Select(row => new DueRung(row.Id, row.CaseId, row.DeadlineId))];
    }

    private async Task<bool> FireAsync(DueRung rung, CancellationToken cancellationToken)
    {
        try
        {
            return await commands.RunAsync(new FireDeadline(rung.Id, rung.CaseId, rung.DeadlineId), cancellationToken) is Answer.Done;
        }
        catch (Exception exception) when (!cancellationToken.IsCancellationRequested)
        {
            Logs.RungFailed(logger, rung.Id, exception);
            await using var db = await databases.CreateDbContextAsync(cancellationToken);
            await Alarm.RaiseAsync(db, AlarmKind.ReminderFailed, rung.Id, rung.CaseId, clock.GetUtcNow(), cancellationToken);
            return false;
        }
    }

    private sealed record DueRung(string Id, string CaseId, string DeadlineId);
}
