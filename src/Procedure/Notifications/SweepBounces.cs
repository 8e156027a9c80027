using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;

namespace WorkflowAccountability.Procedure.Notifications;

/// <summary>
/// Takes what came back: the message counts as given up, and an administrator hears of the person whom it did not reach, once. One that belongs to
/// nothing that was sent here changes nothing.
/// </summary>
public sealed class SweepBounces(
    IEnumerable<Bounces> sources, IDbContextFactory<AccountabilityDb> databases, TimeProvider clock, ILogger<SweepBounces> logger)
{
    private const int LongestReason = 500;

    /// <summary>Reads every place once. A mailbox that cannot be reached is tried again the next time.</summary>
    public async Task RunAsync(CancellationToken cancellationToken)
    {
        foreach (var source in sources)
            try
            {
                await source.ReadAsync(TakeAsync, cancellationToken);
            }
            catch (Exception exception) when (!cancellationToken.IsCancellationRequested)
            {
                Logs.BouncesUnread(logger, exception);
            }
    }

    private async Task TakeAsync(Bounce bounce, CancellationToken cancellationToken)
    {
        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        var (now, reason) = (clock.GetUtcNow(), bounce.Reason.Length > LongestReason ? bounce.Reason[..LongestReason] : bounce.Reason);
        var sent = await db.Deliveries.Where(row => (row.Id == bounce.MessageId || row.DigestId == bounce.MessageId) && row.Channel == ChannelKind.Mail
            && row.Status != DeliveryStatus.GivenUp).ToListAsync(cancellationToken);
        foreach (var delivery in sent)
        {
            (delivery.Status, delivery.LastError) = (DeliveryStatus.GivenUp, reason);
            await Alarm.AddAsync(db, AlarmKind.MessageGivenUp, $"{delivery.Channel}>{delivery.PersonId}", caseId: null, now, cancellationToken);
        }
        await db.SaveChangesAsync(cancellationToken);
    }
}
