using Microsoft.EntityFrameworkCore;
using WorkflowAccountability.Procedure.Audit;
using WorkflowAccountability.Procedure.Cases;
using WorkflowAccountability.Procedure.Deadlines;
using WorkflowAccountability.Procedure.Diagrams;
using WorkflowAccountability.Procedure.Forms;
using WorkflowAccountability.Procedure.Notifications;
using WorkflowAccountability.Procedure.Organisations;
using WorkflowAccountability.Procedure.Regulation;
using WorkflowAccountability.Procedure.Site;
using WorkflowAccountability.Procedure.Stages;
using WorkflowAccountability.Procedure.WorkItems;

namespace WorkflowAccountability.Procedure.Play;

/// <summary>What waits in a sandbox, who has it, and who may do it.</summary>
public sealed record PlayItem(WorkItem Item, Stage Stage, string Holder, IReadOnlyList<Choice> People, Deadline? Deadline);

/// <summary>A notice that would have been sent.</summary>
public sealed record PlayNotice(DateTimeOffset At, bool IsReminder, string To, string Persons, string Words);

/// <summary>A step that was done, and by which way it was left.</summary>
public sealed record PlayPassage(DateTimeOffset At, string Who, string What, string? Outcome);

/// <summary>All that the page of a sandbox shows: with the eyes of whoever tries, to whom nothing in it is closed.</summary>
/// <param name="Shown">The item whose form is open; null where nothing waits.</param>
/// <param name="Acting">As whom it would be submitted.</param>
public sealed record PlaySheet(PlayRoom Room, CaseFile File, string? Acting, IReadOnlyList<PlayItem> Items, PlayItem? Shown, FormView? View)
{
    private const int MostNamed = 6;

    /// <summary>What refused the submission.</summary>
    public IReadOnlyList<Ruling> Refusals { get; init; } = [];

    /// <summary>What was said of what was just tried.</summary>
    public Text? Said { get; init; }

    /// <summary>The workflows of the case.</summary>
    public IReadOnlyList<CaseDiagram> Diagrams { get; init; } = [];

    /// <summary>What was done, newest first.</summary>
    public IReadOnlyList<PlayPassage> Passages { get; init; } = [];

    /// <summary>Who would have been told what, newest first.</summary>
    public IReadOnlyList<PlayNotice> Told { get; init; } = [];

    /// <summary>Activities that failed.</summary>
    public IReadOnlyList<(string Step, string Why)> Incidents { get; init; } = [];

    /// <summary>When somebody is to be reminded next; null where nobody is.</summary>
    public DateTimeOffset? NextReminder { get; init; }

    /// <summary>When the next item is due; null where none is.</summary>
    public DateTimeOffset? NextDue { get; init; }

    /// <summary>Today in the sandbox.</summary>
    public DateOnly Today => BeijingTime.DayOf(Room.Clock.GetUtcNow());

    /// <summary>The form as its stage fills it in.</summary>
    internal static FormValues FirstShown(PlayRoom room, WorkItem item) =>
        new(item.Prefill is null ? null : FormJsonText.Read(item.Prefill, room.Machinery.Stages.Form(item.FormName)));

    /// <summary>The form with what the script types into it. What the script did on its way is of today, everything else as far away as it was there.</summary>
    internal static FormValues Example(PlayRoom room, WorkItem item)
    {
        if (room.Script.StepFor(item) is not { } step)
            return FirstShown(room, item);
        var (today, began, done) = (BeijingTime.DayOf(room.Clock.GetUtcNow()), BeijingTime.DayOf(room.Script.Begins), BeijingTime.DayOf(step.At));
        return FirstShown(room, item).With(PlayScript.Moved(step.Fields, day => day >= began && day <= done ? today : day.AddDays(today.DayNumber - done.DayNumber)));
    }

    /// <summary>Reads it.</summary>
    /// <param name="itemId">The item that is wanted; else the oldest.</param>
    /// <param name="personId">Who is to act; else the first who may, or whom the script names.</param>
    /// <param name="values">What the form holds; null for the form as the stage fills it in.</param>
    internal static async Task<PlaySheet> ReadAsync(
        PlayRoom room, string? itemId, string? personId, Func<WorkItem, FormValues>? values, IReadOnlyList<FieldError> errors, CancellationToken cancellationToken)
    {
        await using var db = room.OpenDb();
        var (now, stages) = (room.Clock.GetUtcNow(), room.Machinery.Stages);
        var today = BeijingTime.DayOf(now);
        var directory = await room.Machinery.Directory.CurrentAsync(db, cancellationToken);
        var file = await CaseFiles.Whole(db).AsNoTracking().SingleAsync(file => file.Id == room.CaseId, cancellationToken);
        file.Submissions.Sort((one, other) => one.Sequence.CompareTo(other.Sequence));
        var items = await ItemsAsync(db, room, file, directory, now, cancellationToken);
        var shown = items.FirstOrDefault(one => one.Item.Id == itemId) ?? (items.Count > 0 ? items[0] : null);
        var acting = (shown?.People.FirstOrDefault(person => person.Value == personId) ?? shown?.People.FirstOrDefault(person => person.Value == room.Script.StepFor(shown.Item)?.As)
            ?? (shown?.People is [var first, ..] ? first : null))?.Value;
        var staged = shown is null ? [] : await db.StagedFiles.AsNoTracking().Where(own => own.Target == shown.Item.Id).ToListAsync(cancellationToken);
        var instances = await db.Instances.AsNoTracking().Where(instance => instance.CaseId == file.Id).Select(instance => instance.Id).ToListAsync(cancellationToken);
        var eyes = new Viewer(directory.ActorOf(acting ?? file.OpenedBy, now), directory, now);
        return new PlaySheet(room, file, acting, items, shown, shown is null ? null : new FormView(stages.PlanOf(shown.Item), shown.Stage.GetType(),
            values?.Invoke(shown.Item) ?? FirstShown(room, shown.Item), errors, ChoiceLists.For(file, directory, today, acting ?? "", staged))
        { DraftAction = $"/play/{Uri.EscapeDataString(room.Version.DefinitionId)}/form" })
        {
            Diagrams = await CaseDiagram.OfAsync(file, eyes, db, stages, room.Machinery.Definitions, cancellationToken, isInvented: true),
            Passages = await PassagesAsync(db, file, stages, cancellationToken),
            Told = [.. file.Notices.OrderByDescending(notice => notice.At).ThenByDescending(notice => notice.Id).Select(notice => ToldBy(notice, file, directory))],
            Incidents = [.. (await db.Incidents.AsNoTracking().Where(incident => instances.Contains(incident.InstanceId) && incident.ResolvedAt == null)
                .OrderBy(incident => incident.Timestamp).ToListAsync(cancellationToken)).Select(incident => (incident.ActivityId, incident.Message))],
            NextReminder = await room.NextReminderAsync(cancellationToken),
            NextDue = items.Where(item => item.Item.DueAt > now).Min(item => item.Item.DueAt),
        };
    }

    private static async Task<IReadOnlyList<PlayItem>> ItemsAsync(
        AccountabilityDb db, PlayRoom room, CaseFile file, OrganisationDirectory directory, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var today = BeijingTime.DayOf(now);
        var open = await db.WorkItems.AsNoTracking().Where(item => item.CaseId == file.Id && item.Status == WorkItemStatus.Open)
            .OrderBy(item => item.OpenedAt).ThenBy(item => item.Id).ToListAsync(cancellationToken);
        var ids = open.Select(item => item.Id).ToList();
        var deadlines = await db.Deadlines.AsNoTracking().Include(deadline => deadline.Rungs).Where(deadline => ids.Contains(deadline.Id)).ToDictionaryAsync(deadline => deadline.Id, cancellationToken);
        var actors = directory.PeopleOn(today).Select(id => directory.ActorOf(id, now)).ToList();
        return [.. open.Select(item => new PlayItem(item, room.Machinery.Stages.Of(item), Holder.Of(item, directory, today),
            [.. actors.Where(actor => item.IsFor(actor, file)).Select(actor => new Choice(actor.PersonId, $"{actor.PostText} {actor.Name}"))], deadlines.GetValueOrDefault(item.Id)))];
    }

    private static async Task<IReadOnlyList<PlayPassage>> PassagesAsync(AccountabilityDb db, CaseFile file, StageCatalog stages, CancellationToken cancellationToken)
    {
        var outcomes = await SubmittedOutcomes.OfAsync(db, file.Id, cancellationToken);
        return [.. file.Submissions.OrderByDescending(submission => submission.Sequence).Select(submission =>
        {
            var stage = stages.Of(submission);
            return new PlayPassage(submission.At, $"{submission.PostText} {submission.PersonName}", stage.SeatName(submission.Seat) is { } seat ? $"{stage.Title} · {seat}" : stage.Title.ToString(),
                outcomes.TryGetValue(submission.Id, out var outcome) ? stage.OutcomeName(outcome).ToString() : null);
        })];
    }

    private static PlayNotice ToldBy(Notice notice, CaseFile file, OrganisationDirectory directory)
    {
        List<string> readers = [.. notice.ReadersAmong(directory, file, notice.At).Select(directory.NameOfPerson)];
        return new PlayNotice(notice.At, notice.Kind is NoticeKind.Reminder, Holder.OfKey(notice.RecipientKey, directory, BeijingTime.DayOf(notice.At)),
            string.Join("、", readers.Take(MostNamed)) + (readers.Count > MostNamed ? " …" : ""), notice.Text.ToString());
    }
}
