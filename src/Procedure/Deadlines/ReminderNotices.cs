using System.Globalization;
using WorkflowAccountability.Procedure.Cases;
using WorkflowAccountability.Procedure.Commands;
using WorkflowAccountability.Procedure.Notifications;
using WorkflowAccountability.Procedure.Regulation;
using WorkflowAccountability.Procedure.WorkItems;

namespace WorkflowAccountability.Procedure.Deadlines;

/// <summary>Who is told that a work item falls due or is late, and in which words. Nobody under inquiry, nobody twice; where nobody is left, an alarm.</summary>
internal sealed class ReminderNotices(CommandScope scope, CaseFile file, WorkItem item, Deadline deadline)
{
    private readonly Addressees addressees = new(scope.Directory, file, scope.Now);
    private readonly HashSet<(Recipient, string)> told = [];
    private readonly List<string> unheard = [];

    /// <summary>Tells whoever holds the item now, or may take it.</summary>
    public void ToHandlers(DeadlineRung rung)
    {
        var handlers = addressees.Of(item);
        if (handlers.Count == 0)
            unheard.Add(item.CandidateKey);
        foreach (var handler in handlers)
            Tell(handler, scope.Today < deadline.DueOn ? "Reminder.Before" : scope.Today == deadline.DueOn ? "Reminder.Today" : "Reminder.Late", rung);
    }

    /// <summary>Tells an office, or its heads, that the item is late.</summary>
    public void ToOffice(DeadlineRung rung)
    {
        var offices = rung.ToHead ? addressees.HeadsOf(rung.ToRole!) : addressees.OfRole(rung.ToRole!);
        if (offices.Count == 0)
            unheard.Add(AddressKey.OfRole(rung.ToRole!));
        foreach (var office in offices)
            Tell(office, rung.ToHead ? "Reminder.Leader" : "Reminder.Office", rung);
    }

    /// <summary>Whom nothing reached becomes an alarm that an administrator sees.</summary>
    public async Task RaiseAsync(CancellationToken cancellationToken)
    {
        foreach (var key in unheard)
            await Alarm.AddAsync(scope.Db, AlarmKind.NobodyToRemind, $"{item.Id}>{key}", file.Id, scope.Now, cancellationToken);
    }

    private void Tell(Recipient to, string key, DeadlineRung rung)
    {
        if (!told.Add((to, key)))
            return;
        var days = Math.Max(scope.Calendar.WorkingDaysBetween(deadline.DueOn, scope.Today), scope.Calendar.WorkingDaysBetween(scope.Today, deadline.DueOn));
        var text = Text.Of<DeadlineTexts>(key, file.Number, scope.Machinery.Stages.Of(item).Title,
            deadline.DueOn.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture), days.ToString(CultureInfo.InvariantCulture));
        file.Notices.Add(Notice.Remind($"{rung.Id}>{told.Count}", file, to, text, scope.Now, deadline.Walled, item.Id));
    }
}
