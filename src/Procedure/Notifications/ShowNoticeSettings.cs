using System.Globalization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using WorkflowAccountability.Procedure.Commands;
using WorkflowAccountability.Procedure.Site;

namespace WorkflowAccountability.Procedure.Notifications;

/// <summary>My address, my morning mail, my quiet hours.</summary>
internal static class ShowNoticeSettings
{
    public static void Map(IEndpointRouteBuilder site)
    {
        site.MapGet("/settings/notices", HandleAsync);
        site.MapPost("/settings/notices", SaveAsync);
    }

    private static async Task<IResult> HandleAsync(
        Viewer viewer, AccountabilityDb db, IEnumerable<Channel> channels, CancellationToken cancellationToken, string? saved = null)
    {
        var personId = viewer.Actor.PersonId;
        return Pages.Page<NoticeSettingsPage>(new
        {
            Viewer = viewer.Actor, Saved = saved is not null, NeedsAddress = NeedsAddress(viewer, channels),
            Email = await db.People.Where(person => person.Id == personId).Select(person => person.Email).SingleOrDefaultAsync(cancellationToken),
            Settings = await db.Set<NoticeSettings>().AsNoTracking().SingleOrDefaultAsync(row => row.PersonId == personId, cancellationToken)
                ?? new NoticeSettings { PersonId = personId },
        });
    }

    private static async Task<IResult> SaveAsync(
        IFormCollection posted, Viewer viewer, IEnumerable<Channel> channels, CommandRunner commands, CancellationToken cancellationToken)
    {
        if (!Envelope.TryRead(posted, out var envelope))
            return Pages.NotFound(viewer.Actor);
        return Pages.Answered(await commands.RunAsync(new SaveNoticeSettings(envelope.CommandId, viewer.Actor.PersonId,
            posted["Email"].ToString().Trim() is { Length: > 0 } email ? email : null, posted["How"] == "each", posted["How"] == "digest",
            TimeOf(posted["QuietFrom"]), TimeOf(posted["QuietTo"]), posted["After"] == "list", NeedsAddress(viewer, channels)), cancellationToken), viewer.Actor);
    }

    // A gateway finds people by their number in the house.
    private static bool NeedsAddress(Viewer viewer, IEnumerable<Channel> channels) =>
        !channels.Any(channel => channel.Reaches(new OutgoingPerson(viewer.Actor.PersonId, viewer.Actor.Name, null)));

    private static TimeOnly? TimeOf(string? text) =>
        TimeOnly.TryParseExact(text, "HH:mm", CultureInfo.InvariantCulture, DateTimeStyles.None, out var time) ? time : null;
}
