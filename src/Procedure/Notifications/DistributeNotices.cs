using System.Globalization;
using Microsoft.EntityFrameworkCore;
using WorkflowAccountability.Procedure.Deadlines;
using WorkflowAccountability.Procedure.Organisations;

namespace WorkflowAccountability.Procedure.Notifications;

/// <summary>Who is reached by a notice is settled when it leaves: its addressees of that moment, without those under inquiry, each by each channel once.</summary>
public sealed class DistributeNotices(
    IDbContextFactory<AccountabilityDb> databases, DirectorySource directories, IEnumerable<Channel> channels, TimeProvider clock)
{
    private const int Batch = 200;

    /// <summary>Distributes one batch; the rest waits for the next sweep.</summary>
    public async Task RunAsync(CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        var waiting = await db.Outbox.AsNoTracking().Where(message => message.SentAt == null && message.NotBefore <= now)
            .OrderBy(message => message.NotBefore).ThenBy(message => message.Id).Take(Batch).Select(message => message.Id).ToListAsync(cancellationToken);
        foreach (var id in waiting)
            await DistributeAsync(id, now, cancellationToken);
    }

    private async Task DistributeAsync(string messageId, DateTimeOffset now, CancellationToken cancellationToken)
    {
        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        var message = await db.Outbox.SingleAsync(row => row.Id == messageId, cancellationToken);
        var notice = await db.Notices.AsNoTracking().SingleAsync(row => row.Id == message.Payload, cancellationToken);
        var file = notice.CaseId is null ? null
            : await db.Cases.AsNoTracking().Include(file => file.Parties).Include(file => file.Exclusions).AsSplitQuery().SingleAsync(file => file.Id == notice.CaseId, cancellationToken);
        var directory = await directories.CurrentAsync(db, cancellationToken);
        foreach (var personId in notice.ReadersAmong(directory, file, now))
            await AddAsync(db, message, notice, personId, now, cancellationToken);
        message.SentAt = now;
        try
        {
            await db.SaveChangesAsync(cancellationToken);
        }
        catch (DbUpdateException exception) when (db.IsPassing(exception))
        {
            // Another node was first; its rows are these.
        }
    }

    private async Task AddAsync(
        AccountabilityDb db, OutboxMessage message, Notice notice, string personId, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var settings = await db.Set<NoticeSettings>().FindAsync([personId], cancellationToken) ?? new NoticeSettings { PersonId = personId };
        var person = await db.People.AsNoTracking().SingleAsync(row => row.Id == personId, cancellationToken);
        // Rest is rest: what a person chose holds for every way out of the house, a gateway's short messages above all.
        if (!settings.Mail && !settings.Digest)
            return;
        var from = settings.NotBefore(now);
        foreach (var channel in channels)
        {
            // The notice stands on the site; who cannot be reached is an alarm of its own, one for all.
            if (!channel.Reaches(new OutgoingPerson(person.Id, person.Name, person.Email)))
                continue;
            db.Deliveries.Add(new Delivery
            {
                Id = $"msg:{message.Id}:{personId}:{channel.Kind}", NoticeId = notice.Id, CaseId = notice.CaseId, PersonId = personId, Channel = channel.Kind,
                DigestId = settings.Digest ? DigestOf(personId, from, channel.Kind) : null,
                DueAt = from, NotBefore = from,
            });
        }
    }

    // One for each channel: what one side took, the other may still wait for.
    private static string DigestOf(string personId, DateTimeOffset from, ChannelKind channel) =>
        $"digest:{personId}:{BeijingTime.DayOf(from).ToString("yyyyMMdd", CultureInfo.InvariantCulture)}{(channel is ChannelKind.Mail ? "" : $":{channel}")}";
}
