using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using WorkflowAccountability.Procedure.Commands;
using WorkflowAccountability.Procedure.Deadlines;
using WorkflowAccountability.Procedure.Incidents;
using WorkflowAccountability.Procedure.Organisations;
using WorkflowAccountability.Procedure.Site;

namespace WorkflowAccountability.Procedure.Notifications;

/// <summary>What nobody else would notice, for administrators.</summary>
internal static class ShowAlarms
{
    public static void Map(IEndpointRouteBuilder site)
    {
        site.MapGet("/alarms", HandleAsync);
        site.MapPost("/alarms/settle", (IFormCollection posted, Viewer viewer, CommandRunner commands, CancellationToken cancellationToken) =>
            DoAsync(posted, viewer, commands, id => new SettleAlarm(id, viewer.Actor.PersonId, posted["Alarm"].ToString()), cancellationToken));
        // The form is bound for its token: a post from elsewhere is refused.
        site.MapPost("/alarms/check", (IFormCollection _, Viewer viewer, Reconcile reconcile, CompareWhole whole, CancellationToken cancellationToken) =>
            CheckAsync(viewer, reconcile, whole, cancellationToken));
        site.MapPost("/alarms/clock", (IFormCollection posted, Viewer viewer, CommandRunner commands, CancellationToken cancellationToken) =>
            DoAsync(posted, viewer, commands, id => new ConfirmClock(id, viewer.Actor.PersonId), cancellationToken));
    }

    private static async Task<IResult> HandleAsync(
        Viewer viewer, AccountabilityDb db, IncidentDesk incidents, IEnumerable<Channel> channels, CancellationToken cancellationToken)
    {
        if (!viewer.Actor.Holds(Roles.Administrator))
            return Pages.NotFound(viewer.Actor);
        var alarms = await Alarm.Standing(db).AsNoTracking().OrderBy(alarm => alarm.At).Take(500).ToListAsync(cancellationToken);
        var mail = channels.FirstOrDefault(channel => channel.Kind is ChannelKind.Mail);
        return Pages.Page<AlarmsPage>(new
        {
            Viewer = viewer.Actor, viewer.Directory, Alarms = (IReadOnlyList<Alarm>)alarms, Incidents = await incidents.WaitingAsync(viewer.Actor, db, cancellationToken),
            WithoutAddress = mail is null ? [] : await WithoutAddress.FindAsync(db, mail, viewer.Directory, BeijingTime.DayOf(viewer.Now), cancellationToken),
        });
    }

    // Changes nothing but what stands on the page; twice is once.
    private static async Task<IResult> CheckAsync(Viewer viewer, Reconcile reconcile, CompareWhole whole, CancellationToken cancellationToken)
    {
        if (!viewer.Actor.Holds(Roles.Administrator))
            return Pages.NotFound(viewer.Actor);
        await reconcile.RunAsync(cancellationToken);
        await whole.RunAsync(cancellationToken);
        return Results.Redirect("/alarms");
    }

    private static async Task<IResult> DoAsync(
        IFormCollection posted, Viewer viewer, CommandRunner commands, Func<string, Command> command, CancellationToken cancellationToken) =>
        Envelope.TryRead(posted, out var envelope)
            ? Pages.Answered(await commands.RunAsync(command(envelope.CommandId), cancellationToken), viewer.Actor) : Pages.NotFound(viewer.Actor);
}
