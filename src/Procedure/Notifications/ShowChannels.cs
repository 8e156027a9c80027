using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using WorkflowAccountability.Procedure.Organisations;
using WorkflowAccountability.Procedure.Regulation;
using WorkflowAccountability.Procedure.Site;

namespace WorkflowAccountability.Procedure.Notifications;

/// <summary>The ways out of the house, how they stand, and a trial of each, for administrators.</summary>
internal static class ShowChannels
{
    /// <summary>What the form calls the notice inside the site, which is no channel out of the house.</summary>
    public const string InApp = "InApp";

    public static void Map(IEndpointRouteBuilder site)
    {
        site.MapGet("/channels", (Viewer viewer, AccountabilityDb db, IEnumerable<Channel> channels, CancellationToken cancellationToken) =>
            PageAsync(viewer, db, channels, null, null, cancellationToken));
        site.MapPost("/channels/test", TestAsync);
    }

    private static async Task<IResult> TestAsync(
        IFormCollection posted, Viewer viewer, AccountabilityDb db, IEnumerable<Channel> channels, CancellationToken cancellationToken)
    {
        if (posted["Channel"] == InApp)
            return await TestInAppAsync(posted, viewer, db, channels, cancellationToken);
        var channel = channels.SingleOrDefault(channel => channel.Kind.ToString() == posted["Channel"]);
        if (!viewer.Actor.Holds(Roles.Administrator) || channel is null || !Envelope.TryRead(posted, out var envelope))
            return Pages.NotFound(viewer.Actor);
        var person = await db.People.AsNoTracking().SingleAsync(person => person.Id == viewer.Actor.PersonId, cancellationToken);
        var to = new OutgoingPerson(person.Id, person.Name, person.Email);
        if (!channel.Reaches(to))
            return await PageAsync(viewer, db, channels, null, Text.Of<NotificationTexts>("Channels.NoAddress"), cancellationToken);
        try
        {
            await channel.SendAsync(NoticeMessages.Test($"test:{envelope.CommandId}", to, viewer.Now), cancellationToken);
            return await PageAsync(viewer, db, channels, Text.Of<NotificationTexts>("Channels.Sent", new Text(typeof(NotificationTexts), "Channel." + channel.Kind)), null, cancellationToken);
        }
        catch (Exception exception) when (!cancellationToken.IsCancellationRequested)
        {
            return await PageAsync(viewer, db, channels, null, Text.Of<NotificationTexts>("Channels.Failed", exception.Message), cancellationToken);
        }
    }

    // The notice stands in his own box and raises his own count, as every other does; it is about no case, and nothing leaves the house for it.
    private static async Task<IResult> TestInAppAsync(
        IFormCollection posted, Viewer viewer, AccountabilityDb db, IEnumerable<Channel> channels, CancellationToken cancellationToken)
    {
        if (!viewer.Actor.Holds(Roles.Administrator) || !Envelope.TryRead(posted, out var envelope))
            return Pages.NotFound(viewer.Actor);
        var id = $"test:{envelope.CommandId}";
        if (!await db.Notices.AnyAsync(notice => notice.Id == id, cancellationToken))
            db.Notices.Add(Notice.Trial(id, new Recipient(PersonId: viewer.Actor.PersonId), Text.Of<NotificationTexts>("Channels.InApp.Notice"), viewer.Now, "/channels"));
        await db.SaveChangesAsync(cancellationToken);
        return await PageAsync(viewer, db, channels, Text.Of<NotificationTexts>("Channels.InApp.Sent"), null, cancellationToken);
    }

    private static async Task<IResult> PageAsync(
        Viewer viewer, AccountabilityDb db, IEnumerable<Channel> channels, Text? done, Text? failed, CancellationToken cancellationToken)
    {
        if (!viewer.Actor.Holds(Roles.Administrator))
            return Pages.NotFound(viewer.Actor);
        var states = new List<ChannelState>();
        foreach (var kind in Enum.GetValues<ChannelKind>())
        {
            var waiting = db.Deliveries.Where(row => row.Channel == kind && row.Status == DeliveryStatus.Waiting);
            states.Add(new ChannelState(kind, channels.Any(channel => channel.Kind == kind), await waiting.CountAsync(cancellationToken),
                await waiting.MinAsync(row => (DateTimeOffset?)row.DueAt, cancellationToken),
                await db.Deliveries.CountAsync(row => row.Channel == kind && row.Status == DeliveryStatus.GivenUp, cancellationToken),
                await db.Deliveries.Where(row => row.Channel == kind && row.LastError != null && row.Status == DeliveryStatus.Waiting)
                    .OrderByDescending(row => row.NotBefore).Select(row => row.LastError).FirstOrDefaultAsync(cancellationToken)));
        }
        return Pages.Page<ChannelsPage>(new { Viewer = viewer.Actor, States = (IReadOnlyList<ChannelState>)states, Done = done, Failed = failed },
            failed is null ? StatusCodes.Status200OK : StatusCodes.Status422UnprocessableEntity);
    }
}

/// <summary>How a channel stands.</summary>
public sealed record ChannelState(ChannelKind Kind, bool IsOn, int Waiting, DateTimeOffset? Oldest, int GivenUp, string? LastError);
