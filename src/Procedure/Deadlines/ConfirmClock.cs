using Microsoft.EntityFrameworkCore;
using WorkflowAccountability.Procedure.Commands;
using WorkflowAccountability.Procedure.Notifications;
using WorkflowAccountability.Procedure.Organisations;

namespace WorkflowAccountability.Procedure.Deadlines;

/// <summary>内部环节: an administrator has looked at the clock after it jumped; reminders go on, and none is missing.</summary>
public sealed record ConfirmClock(string Id, string PersonId) : Command(Id, PersonId)
{
    /// <inheritdoc/>
    protected override string Payload => "";

    internal override async Task<Answer> ApplyAsync(CommandScope scope, CancellationToken cancellationToken)
    {
        if (!scope.Actor.Holds(Roles.Administrator))
            return new Answer.NotFound();
        var by = $"{scope.Actor.PostText} {scope.Actor.Name}";
        foreach (var pause in await scope.Db.Set<FiringPause>().Where(pause => pause.ConfirmedAt == null).ToListAsync(cancellationToken))
            (pause.ConfirmedAt, pause.ConfirmedBy) = (scope.Now, by);
        foreach (var alarm in await scope.Db.Alarms.Where(alarm => alarm.Kind == AlarmKind.ClockJumped && alarm.SettledAt == null).ToListAsync(cancellationToken))
            (alarm.SettledAt, alarm.SettledBy) = (scope.Now, by);
        await scope.RecordAdministrationAsync("{}", cancellationToken);
        return new Answer.Done("/alarms");
    }
}
