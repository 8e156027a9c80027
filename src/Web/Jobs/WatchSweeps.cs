using Microsoft.EntityFrameworkCore;
using WorkflowAccountability.Procedure;
using WorkflowAccountability.Procedure.Deadlines;
using WorkflowAccountability.Procedure.Notifications;

namespace WorkflowAccountability.Web.Jobs;

/// <summary>
/// Notices that the sweeps are silent, with a timer of its own: what wakes the sweeps cannot be asked whether it sleeps. It only says so; the alarm ends
/// when they come to their end again. A node that has just started waits as long before it
/// complains.
/// </summary>
public sealed class WatchSweeps(
    IDbContextFactory<AccountabilityDb> databases, SweepWatch watch, TimeProvider clock, ILogger<WatchSweeps> logger) : BackgroundService
{
    private static readonly TimeSpan between = TimeSpan.FromMinutes(1);

    /// <summary>Looks once.</summary>
    public async Task LookAsync(CancellationToken cancellationToken)
    {
        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        var now = clock.GetUtcNow();
        foreach (var (sweep, silence) in await watch.SilenceAsync(db, cancellationToken))
        {
            if (silence > SweepPulse.Patience)
                Logs.SweepSilent(logger, sweep, (long)silence.TotalMinutes);
            await Alarm.SetAsync(db, AlarmKind.SweepsSilent, sweep, silence > SweepPulse.Patience, now, cancellationToken);
        }
    }

    /// <inheritdoc/>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(between, clock);
        try
        {
            while (await timer.WaitForNextTickAsync(stoppingToken))
                await TryAsync(stoppingToken);
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // The site is stopping.
        }
    }

    private async Task TryAsync(CancellationToken stoppingToken)
    {
        try
        {
            await LookAsync(stoppingToken);
        }
        catch (Exception exception) when (!stoppingToken.IsCancellationRequested)
        {
            // A database that is away is reported by the health check; the watch goes on.
            Logs.WatchFailed(logger, exception);
        }
    }
}

/// <summary>Since when this node can say that a sweep is silent.</summary>
public sealed class SweepWatch(TimeProvider clock)
{
    private readonly DateTimeOffset started = clock.GetUtcNow();

    /// <summary>For how long each of them has been silent, as far as this node can say.</summary>
    public Task<IReadOnlyDictionary<string, TimeSpan>> SilenceAsync(AccountabilityDb db, CancellationToken cancellationToken) =>
        SweepPulse.SilenceAsync(db, started, clock.GetUtcNow(), cancellationToken);
}
