using Microsoft.EntityFrameworkCore;
using WorkflowAccountability.Procedure.Administration;
using WorkflowAccountability.Procedure.Notifications;

namespace WorkflowAccountability.Procedure.Deadlines;

/// <summary>Everything that time alone makes happen. Jobs call the parts; a harness that moves the clock calls all of it.</summary>
public sealed class Sweeps(
    SweepPosts posts, SweepDeadlines deadlines, SweepOutbox outbox, Reconcile reconcile, IDbContextFactory<AccountabilityDb> databases, TimeProvider clock)
{
    /// <summary>Runs every sweep once; a second run at the same moment changes nothing.</summary>
    public async Task RunAsync(CancellationToken cancellationToken)
    {
        await PostsAsync(cancellationToken);
        await DeadlinesAsync(cancellationToken);
        await OutboxAsync(cancellationToken);
        await ReconcileAsync(cancellationToken);
    }

    /// <summary>Moves what people leave whose posts end by date; before deadlines fire, so that they reach who has it now.</summary>
    public Task PostsAsync(CancellationToken cancellationToken) => posts.RunAsync(cancellationToken);

    /// <summary>Fires what is due; answers how many deadlines fired.</summary>
    public Task<int> DeadlinesAsync(CancellationToken cancellationToken) => deadlines.RunAsync(cancellationToken);

    /// <summary>Distributes what was written and sends what waits, the morning's digests among it.</summary>
    public async Task OutboxAsync(CancellationToken cancellationToken)
    {
        await outbox.RunAsync(cancellationToken);
        await BeatAsync(SweepPulse.Outbox, cancellationToken);
    }

    /// <summary>Looks for what contradicts itself or waits too long; the last of what is done each minute.</summary>
    public async Task ReconcileAsync(CancellationToken cancellationToken)
    {
        await reconcile.RunAsync(cancellationToken);
        await BeatAsync(SweepPulse.Minute, cancellationToken);
    }

    private async Task BeatAsync(string sweep, CancellationToken cancellationToken)
    {
        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        await SweepPulse.BeatAsync(db, sweep, clock.GetUtcNow(), cancellationToken);
    }
}
