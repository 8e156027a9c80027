using WorkflowAccountability.Procedure.Administration;
using WorkflowAccountability.Procedure.Notifications;

namespace WorkflowAccountability.Procedure.Deadlines;

/// <summary>Everything that time alone makes happen. Jobs call the parts; a harness that moves the clock calls all of it.</summary>
public sealed class Sweeps(SweepPosts posts, SweepDeadlines deadlines, SweepOutbox outbox, Reconcile reconcile)
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
    public Task OutboxAsync(CancellationToken cancellationToken) => outbox.RunAsync(cancellationToken);

    /// <summary>Looks for what contradicts itself or waits too long.</summary>
    public Task ReconcileAsync(CancellationToken cancellationToken) => reconcile.RunAsync(cancellationToken);
}
