using System.Globalization;
using WorkflowAccountability.Procedure.Cases;
using WorkflowAccountability.Procedure.Commands;
using WorkflowAccountability.Procedure.Ledgers;
using WorkflowAccountability.Procedure.Ledgers.Remedies;
using WorkflowAccountability.Procedure.Notifications;
using WorkflowAccountability.Procedure.Organisations;
using WorkflowAccountability.Procedure.Regulation;
using WorkflowAccountability.Procedure.WorkItems;

namespace WorkflowAccountability.Procedure.Deadlines;

/// <summary>Who is told that something falls due or is late, and in which words. Nobody under inquiry, nobody twice; where nobody is left, an alarm.</summary>
internal sealed class ReminderNotices
{
    private readonly CommandScope scope;
    private readonly CaseFile file;
    private readonly Deadline deadline;
    private readonly Addressees addressees;
    private readonly Text title;
    private readonly Text? missing;
    private readonly string? itemId;
    private readonly IReadOnlyList<Recipient> handlers;
    private readonly string handlerKey;
    private readonly HashSet<(Recipient, string)> told = [];
    private readonly List<string> unheard = [];

    /// <summary>For a work item: whoever holds it now, or may take it.</summary>
    public ReminderNotices(CommandScope scope, CaseFile file, Deadline deadline, WorkItem item)
    {
        (this.scope, this.file, this.deadline, itemId, addressees) = (scope, file, deadline, item.Id, new Addressees(scope.Directory, file, scope.Now));
        var stage = scope.Machinery.Stages.Of(item);
        (title, missing, handlers, handlerKey) = (stage.Title, stage.StillMissing(file), addressees.Of(item), item.CandidateKey);
    }

    /// <summary>
    /// For a period that an entry began: the office that made it. The person whom it is about has no account here, or reads nothing of the case; his
    /// office tells him. The words name the entry by its number and nobody.
    /// </summary>
    public ReminderNotices(CommandScope scope, CaseFile file, Deadline deadline, CaseEntry entry)
    {
        (this.scope, this.file, this.deadline, addressees) = (scope, file, deadline, new Addressees(scope.Directory, file, scope.Now));
        (title, handlerKey) = (Text.Of<DeadlineTexts>("Period." + deadline.Code, entry.Label), AddressKey.OfPerson(entry.PersonId));
        var offices = RemedyLane.Keepers.Where(role => role != Roles.LeadEnv || !file.ConcernsLeadBureau).ToList();
        handlers = offices.OrderByDescending(role => scope.Directory.ActorOf(entry.PersonId, scope.Now).Holds(role)).Select(role => addressees.OfRole(role))
            .FirstOrDefault(office => office.Count > 0) ?? [];
    }

    /// <summary>Tells whoever is to act.</summary>
    public void ToHandlers(DeadlineRung rung)
    {
        if (handlers.Count == 0)
            unheard.Add(handlerKey);
        var words = scope.Machinery.Deadlines.IsWindow(deadline) ? "Window" : "Reminder";
        foreach (var handler in handlers)
            Tell(handler, $"{words}.{(scope.Today < deadline.DueOn ? "Before" : scope.Today == deadline.DueOn ? "Today" : "Late")}", rung);
    }

    /// <summary>Tells an office, or its heads, that it is late.</summary>
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
            await Alarm.AddAsync(scope.Db, AlarmKind.NobodyToRemind, $"{deadline.Id}>{key}", file.Id, scope.Now, cancellationToken);
    }

    private void Tell(Recipient to, string key, DeadlineRung rung)
    {
        if (!told.Add((to, key)))
            return;
        var days = Math.Max(scope.Calendar.WorkingDaysBetween(deadline.DueOn, scope.Today), scope.Calendar.WorkingDaysBetween(scope.Today, deadline.DueOn));
        object?[] said = [file.Number, title, deadline.DueOn.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture), days.ToString(CultureInfo.InvariantCulture)];
        var text = Text.Of<DeadlineTexts>(key, missing is null ? said : [.. said, missing]);
        var id = $"{rung.Id}>{told.Count}";
        file.Notices.Add(itemId is null ? Notice.RemindOfPeriod(id, file, to, text, scope.Now, deadline.Walled)
            : Notice.Remind(id, file, to, text, scope.Now, deadline.Walled, itemId));
    }
}
