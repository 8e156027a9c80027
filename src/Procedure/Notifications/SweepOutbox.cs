using Microsoft.EntityFrameworkCore;

namespace WorkflowAccountability.Procedure.Notifications;

/// <summary>Brings out what commands wrote: first a row for each person and channel, then the sending. Both may run on several nodes at once.</summary>
public sealed class SweepOutbox(DistributeNotices distribution, SendDeliveries sending, IEnumerable<Channel> channels, IDbContextFactory<AccountabilityDb> databases, TimeProvider clock)
{
    /// <summary>Distributes and sends what is due now.</summary>
    public async Task RunAsync(CancellationToken cancellationToken)
    {
        if (!channels.Any())
        {
            await using var db = await databases.CreateDbContextAsync(cancellationToken);
            var now = clock.GetUtcNow();
            await db.Outbox.Where(message => message.SentAt == null && message.NotBefore <= now)
                .ExecuteUpdateAsync(message => message.SetProperty(row => row.SentAt, now), cancellationToken);
            return;
        }
        await distribution.RunAsync(cancellationToken);
        await sending.RunAsync(cancellationToken);
    }
}
