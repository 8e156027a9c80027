using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;
using WorkflowAccountability.Procedure.Organisations;

namespace WorkflowAccountability.Procedure.Notifications;

/// <summary>
/// Sends what waits: claims a row, sends it, marks it. A node that dies in between leaves the claim to run out, and the next one sends again under the
/// same message id. After ten tries it is given up and somebody hears of it.
/// </summary>
public sealed class SendDeliveries(
    IDbContextFactory<AccountabilityDb> databases, DirectorySource directories, NoticeMessages messages, IEnumerable<Channel> channels,
    TimeProvider clock, ILogger<SendDeliveries> logger)
{
    /// <summary>After so many tries a message is given up.</summary>
    public const int Tries = 10;

    private const int Batch = 100;
    private static readonly TimeSpan claim = TimeSpan.FromMinutes(2), longestWait = TimeSpan.FromHours(1);

    /// <summary>Sends one batch; the rest waits for the next sweep.</summary>
    public async Task RunAsync(CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        var waiting = await db.Deliveries.AsNoTracking().Where(row => row.Status == DeliveryStatus.Waiting && row.NotBefore <= now
                && (row.ClaimedUntil == null || row.ClaimedUntil < now))
            .OrderBy(row => row.NotBefore).ThenBy(row => row.Id).Take(Batch).ToListAsync(cancellationToken);
        foreach (var together in waiting.GroupBy(row => row.DigestId ?? row.Id))
            await SendAsync(together.Key, together.First().DigestId is not null, [.. together.Select(row => row.Id)], cancellationToken);
    }

    private async Task SendAsync(string messageId, bool isDigest, IReadOnlyList<string> ids, CancellationToken cancellationToken)
    {
        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        var now = clock.GetUtcNow();
        var (until, all) = (now + claim, ids.ToList());
        var claimed = await db.Deliveries.Where(row => all.Contains(row.Id) && row.Status == DeliveryStatus.Waiting && (row.ClaimedUntil == null || row.ClaimedUntil < now))
            .ExecuteUpdateAsync(row => row.SetProperty(delivery => delivery.ClaimedUntil, until), cancellationToken);
        if (claimed != all.Count)
            return;
        var deliveries = await db.Deliveries.Where(row => all.Contains(row.Id)).OrderBy(row => row.DueAt).ThenBy(row => row.Id).ToListAsync(cancellationToken);
        try
        {
            await DropAsync(db, deliveries, now, cancellationToken);
            if (deliveries is [var first, ..])
                await HandOverAsync(db, messageId, isDigest, first, deliveries, cancellationToken);
            foreach (var delivery in deliveries)
                (delivery.Status, delivery.SentAt, delivery.LastError) = (DeliveryStatus.Sent, clock.GetUtcNow(), null);
        }
        catch (Exception exception) when (!cancellationToken.IsCancellationRequested)
        {
            foreach (var delivery in deliveries)
                await FailedAsync(db, delivery, exception, cancellationToken);
        }
        foreach (var delivery in db.Deliveries.Local)
            delivery.ClaimedUntil = null;
        await db.SaveChangesAsync(cancellationToken);
    }

    private async Task HandOverAsync(
        AccountabilityDb db, string messageId, bool isDigest, Delivery first, IReadOnlyList<Delivery> deliveries, CancellationToken cancellationToken)
    {
        var channel = channels.SingleOrDefault(channel => channel.Kind == first.Channel)
            ?? throw new UndeliverableException($"{first.Channel} is no longer configured.");
        var person = await db.People.AsNoTracking().SingleAsync(row => row.Id == first.PersonId, cancellationToken);
        var to = new OutgoingPerson(person.Id, person.Name, person.Email);
        if (!channel.Reaches(to))
            throw new UndeliverableException("no address");
        await channel.SendAsync(isDigest ? await messages.DigestAsync(db, messageId, deliveries, to, cancellationToken)
            : await messages.OfAsync(db, first, to, cancellationToken), cancellationToken);
    }

    // Between writing and sending somebody may have come under inquiry, left, or given up the office that the notice went to.
    private async Task DropAsync(AccountabilityDb db, List<Delivery> deliveries, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var directory = await directories.CurrentAsync(db, cancellationToken);
        foreach (var delivery in deliveries.ToList())
        {
            var notice = await db.Notices.AsNoTracking().SingleAsync(row => row.Id == delivery.NoticeId, cancellationToken);
            var file = delivery.CaseId is null ? null : await db.Cases.AsNoTracking().Include(row => row.Parties).Include(row => row.Exclusions)
                .SingleAsync(row => row.Id == delivery.CaseId, cancellationToken);
            if (notice.ReadersAmong(directory, file, now).Contains(delivery.PersonId))
                continue;
            delivery.Status = DeliveryStatus.Dropped;
            deliveries.Remove(delivery);
        }
    }

    private async Task FailedAsync(AccountabilityDb db, Delivery delivery, Exception exception, CancellationToken cancellationToken)
    {
        delivery.Attempts++;
        delivery.LastError = $"{exception.GetType().Name}: {exception.Message}"[..Math.Min(500, exception.GetType().Name.Length + 2 + exception.Message.Length)];
        Logs.MessageFailed(logger, delivery.Id, delivery.Attempts, exception);
        if (exception is UndeliverableException || delivery.Attempts >= Tries)
        {
            delivery.Status = DeliveryStatus.GivenUp;
            await Alarm.AddAsync(db, AlarmKind.MessageGivenUp, $"{delivery.Channel}>{delivery.PersonId}", caseId: null, clock.GetUtcNow(), cancellationToken);
        }
        var wait = TimeSpan.FromSeconds(30 * Math.Pow(2, delivery.Attempts - 1));
        delivery.NotBefore = clock.GetUtcNow() + (wait < longestWait ? wait : longestWait);
    }
}
