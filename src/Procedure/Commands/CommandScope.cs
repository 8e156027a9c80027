using Microsoft.EntityFrameworkCore;
using WorkflowAccountability.Procedure.Audit;
using WorkflowAccountability.Procedure.Cases;
using WorkflowAccountability.Procedure.Cases.Search;
using WorkflowAccountability.Procedure.Deadlines;
using WorkflowAccountability.Procedure.Ledgers.Life;
using WorkflowAccountability.Procedure.Notifications;
using WorkflowAccountability.Procedure.Organisations;
using WorkflowAccountability.Procedure.Regulation;
using WorkflowAccountability.Procedure.WorkItems;

namespace WorkflowAccountability.Procedure.Commands;

/// <summary>What a command works with inside its transaction: the actor with the rights of this moment, the directory, the clock's moment, the machinery.</summary>
public sealed class CommandScope(
    AccountabilityDb db, Command command, Actor actor, OrganisationDirectory directory, WorkingCalendar calendar, DateTimeOffset now, Machinery machinery)
{
    /// <summary>The context of the transaction.</summary>
    public AccountabilityDb Db { get; } = db;

    /// <summary>Who acts, with the rights that he has now.</summary>
    public Actor Actor { get; private set; } = actor;

    /// <summary>Organisations, people, posts, roles.</summary>
    public OrganisationDirectory Directory { get; } = directory;

    /// <summary>The working days as they are known now.</summary>
    public WorkingCalendar Calendar { get; internal set; } = calendar;

    /// <summary>The moment (UTC, whole milliseconds).</summary>
    public DateTimeOffset Now { get; } = now;

    /// <summary>The day in Beijing.</summary>
    public DateOnly Today { get; } = BeijingTime.DayOf(now);

    /// <summary>Stages, definitions, engine, deadline table.</summary>
    public Machinery Machinery { get; } = machinery;

    /// <summary>Loads a locked case whole, with its open work items and running deadlines; null when there is none.</summary>
    public async Task<CaseFile?> CaseAsync(string caseId, CancellationToken cancellationToken)
    {
        var file = await CaseFiles.Whole(Db).SingleOrDefaultAsync(file => file.Id == caseId, cancellationToken);
        if (file is null)
            return null;
        file.Submissions.Sort((a, b) => a.Sequence.CompareTo(b.Sequence));
        await LoadOpenAsync(caseId, cancellationToken);
        file.AskForPapers();
        return file;
    }

    /// <summary>Loads what deadlines ask of a locked case: who sits in its teams, who is under inquiry, its open items and running deadlines. No forms.</summary>
    public async Task<CaseFile?> CaseForDeadlinesAsync(string caseId, CancellationToken cancellationToken)
    {
        var file = await Db.Cases.Include(file => file.TeamMembers).Include(file => file.Parties).Include(file => file.Exclusions).AsSplitQuery()
            .SingleOrDefaultAsync(file => file.Id == caseId, cancellationToken);
        if (file is not null)
            await LoadOpenAsync(caseId, cancellationToken);
        return file;
    }

    /// <summary>The same, with the forms that tell the level of the event.</summary>
    public async Task<CaseFile?> CaseForLevelAsync(string caseId, CancellationToken cancellationToken)
    {
        var file = await CaseForDeadlinesAsync(caseId, cancellationToken);
        if (file is not null)
        {
            await Db.Entry(file).Collection(file => file.Submissions).LoadAsync(cancellationToken);
            await Db.Entry(file).Collection(file => file.Entries).LoadAsync(cancellationToken);
        }
        file?.Submissions.Sort((a, b) => a.Sequence.CompareTo(b.Sequence));
        return file;
    }

    /// <summary>
    /// Opens a work item for a change: it exists for the actor, it is open, nobody else has taken it, and it is as the actor saw it. From then on
    /// he acts as whom the item lets him act: himself, or his principal's proxy. The answer is set where the item cannot be opened.
    /// </summary>
    /// <param name="version">The version that the form was opened from; null where any will do.</param>
    /// <param name="byOthers">Who may besides the candidates; such a person need not wait for whoever has taken it.</param>
    internal async Task<(CaseFile File, WorkItem Item, Answer? Otherwise)> OpenItemAsync(
        string caseId, string itemId, long? version, CancellationToken cancellationToken, Func<WorkItem, CaseFile, bool>? byOthers = null)
    {
        var file = await CaseAsync(caseId, cancellationToken);
        var item = file is null ? null : await Db.WorkItems.FindAsync([itemId], cancellationToken);
        if (file is null || item is null || item.CaseId != file.Id)
            return (null!, null!, new Answer.NotFound());
        var isOther = byOthers?.Invoke(item, file) is true;
        if (!isOther && !item.IsFor(Actor, file))
            return (null!, null!, new Answer.NotFound());
        Actor = item.ActingFor(Actor, file);
        return (file, item, item.Status is not WorkItemStatus.Open ? new Answer.TooLate(item)
            : file.Status is CaseStatus.Suspended && !SuspendCase.LeavesOpen(file, item) ? new Answer.Refused([Resting(file)])
            : (!isOther && item.IsClaimedByAnother(this, file)) || (version is { } seen && item.Version != seen) ? new Answer.Stale(item) : null);
    }

    /// <summary>内部环节: nothing is done in a case that rests.</summary>
    internal static Ruling Resting(CaseFile file) =>
        Ruling.Refuse(Citations.InternalStep, Text.Of<CaseTexts>("Resting.Reason", file.Number), Text.Of<CaseTexts>("Resting.Remedy"));

    /// <summary>Writes the audit entry of this command, moves the case's version (the audit's sequence), and puts new notices into the outbox.</summary>
    public async Task RecordAsync(CaseFile file, string citation, string details, bool walled, CancellationToken cancellationToken)
    {
        var previous = file.Version == 0 ? null : await Db.Audit.AsNoTracking()
            .SingleAsync(entry => entry.CaseId == file.Id && entry.Sequence == file.Version, cancellationToken);
        file.Version++;
        await CaseTerms.RefreshAsync(Db, file, cancellationToken);
        // Whoever came under inquiry gives back what he had taken, or nobody else would find it.
        foreach (var item in Db.WorkItems.Local.Where(item => item.Status is WorkItemStatus.Open && item.CaseId == file.Id))
        {
            item.TakeFrom(file.Concerns);
            item.Urgency = InboxPlace.UrgencyOf(file.Level);
        }
        Db.Audit.Add(AuditEntry.After(previous, file, Actor, Now, command.Kind, command.Id, citation, details, walled));
        var count = 0;
        foreach (var notice in file.Notices.Where(notice => Db.Entry(notice).State is EntityState.Added or EntityState.Detached).ToList())
            Db.Outbox.Add(new OutboxMessage
            {
                Id = $"ob:{file.Id}:{file.Version}:{++count}", CaseId = file.Id, Kind = nameof(Notice), Payload = notice.Id, NotBefore = Now,
            });
    }

    private async Task LoadOpenAsync(string caseId, CancellationToken cancellationToken)
    {
        await Db.WorkItems.Where(item => item.CaseId == caseId && item.Status == WorkItemStatus.Open).LoadAsync(cancellationToken);
        await Db.Deadlines.Include(deadline => deadline.Rungs).Include(deadline => deadline.Extensions).AsSplitQuery()
            .Where(deadline => deadline.CaseId == caseId && deadline.Status == DeadlineStatus.Running).LoadAsync(cancellationToken);
        await Db.Suspensions.Include(stop => stop.Rungs).Where(stop => stop.CaseId == caseId).LoadAsync(cancellationToken);
    }

    /// <summary>Writes a notice about the procedure itself, and puts it into the outbox.</summary>
    /// <param name="id">Makes it unique: a repeat is the same notice.</param>
    internal void Announce(Recipient to, Text text, string id, string page)
    {
        Db.Notices.Add(Notice.OfProcedure(id, to, text, Now, page));
        Db.Outbox.Add(new OutboxMessage { Id = $"ob:{id}", CaseId = null, Kind = nameof(Notice), Payload = id, NotBefore = Now });
    }

    /// <summary>Writes the entry of this command into the administrators' chain.</summary>
    /// <param name="details">What was changed, JSON.</param>
    public async Task RecordAdministrationAsync(string details, CancellationToken cancellationToken)
    {
        var previous = await Db.Administration.AsNoTracking().OrderByDescending(entry => entry.Sequence).FirstOrDefaultAsync(cancellationToken);
        Db.Administration.Add(AdministrativeEntry.After(previous, Actor, Now, command.Kind, command.Id, details));
    }

    /// <summary>Says that organisations, people, posts or roles have changed.</summary>
    public async Task MoveDirectoryAsync(CancellationToken cancellationToken)
    {
        var stamp = await Db.Set<DirectoryStamp>().SingleOrDefaultAsync(cancellationToken);
        if (stamp is null)
            Db.Add(stamp = new DirectoryStamp());
        stamp.Version++;
    }
}
