using System.Text.Json;
using WorkflowAccountability.Procedure.Commands;
using WorkflowAccountability.Procedure.Organisations;

namespace WorkflowAccountability.Procedure.Notifications;

/// <summary>内部环节: an administrator says that an alarm is settled.</summary>
public sealed record SettleAlarm(string Id, string PersonId, string AlarmId) : Command(Id, PersonId)
{
    /// <inheritdoc/>
    protected override string Payload => AlarmId;

    internal override async Task<Answer> ApplyAsync(CommandScope scope, CancellationToken cancellationToken)
    {
        // A clock is confirmed, not waved through, and a state ends by itself.
        if (!scope.Actor.Holds(Roles.Administrator) || await scope.Db.Alarms.FindAsync([AlarmId], cancellationToken) is not { } alarm
            || alarm.Kind is AlarmKind.ClockJumped || Alarm.IsOfAState(alarm.Kind))
            return new Answer.NotFound();
        await scope.RecordAdministrationAsync(JsonSerializer.Serialize(new { alarm = AlarmId }), cancellationToken);
        if (alarm.SettledAt is null)
            (alarm.SettledAt, alarm.SettledBy) = (scope.Now, $"{scope.Actor.PostText} {scope.Actor.Name}");
        return new Answer.Done("/alarms");
    }
}
