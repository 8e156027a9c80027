using Microsoft.EntityFrameworkCore;
using WorkflowAccountability.Procedure.Audit;
using WorkflowAccountability.Procedure.Cases;
using WorkflowAccountability.Procedure.Cases.Search;
using WorkflowAccountability.Procedure.Deadlines;
using WorkflowAccountability.Procedure.Notifications;
using WorkflowAccountability.Procedure.Organisations;
using WorkflowAccountability.Procedure.WorkItems;

namespace WorkflowAccountability.Procedure.Commands;

/// <summary>What a command works with inside its transaction: the actor with the rights of this moment, the directory, the clock's moment, the machinery.</summary>
public sealed class CommandScope(AccountabilityDb db, Command command, Actor actor, OrganisationDirectory directory, DateTimeOffset now, Machinery machinery)
{
    /// <summary>The context of the transaction.</summary>
    public AccountabilityDb Db { get; } = db;

    /// <summary>Who acts, with the rights that he has now.</summary>
    public Actor Actor { get; } = actor;

    /// <summary>Organisations, people, posts, roles.</summary>
    public OrganisationDirectory Directory { get; } = directory;

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
        await Db.WorkItems.Where(item => item.CaseId == caseId && item.Status == WorkItemStatus.Open).LoadAsync(cancellationToken);
        await Db.Deadlines.Include(deadline => deadline.Rungs)
            .Where(deadline => deadline.CaseId == caseId && deadline.Status == DeadlineStatus.Running).LoadAsync(cancellationToken);
        return file;
    }

    /// <summary>Writes the audit entry of this command, moves the case's version (the audit's sequence), and puts new notices into the outbox.</summary>
    public async Task RecordAsync(CaseFile file, string citation, string details, bool walled, CancellationToken cancellationToken)
    {
        var previous = file.Version == 0 ? null : await Db.Audit.AsNoTracking()
            .SingleAsync(entry => entry.CaseId == file.Id && entry.Sequence == file.Version, cancellationToken);
        file.Version++;
        await CaseTerms.RefreshAsync(Db, file, cancellationToken);
        // Whoever came under inquiry gives back what he had taken, or nobody else would find it.
        foreach (var item in Db.WorkItems.Local.Where(item => item.Status is WorkItemStatus.Open && item.AssigneeId is { } id && file.Concerns(id)))
        {
            item.AssigneeId = null;
            item.Version++;
        }
        foreach (var item in Db.WorkItems.Local.Where(item => item.Status is WorkItemStatus.Open && item.CaseId == file.Id))
            item.Urgency = InboxPlace.UrgencyOf(file.Level);
        Db.Audit.Add(AuditEntry.After(previous, file, Actor, Now, command.Kind, command.Id, citation, details, walled));
        var count = 0;
        foreach (var notice in file.Notices.Where(notice => Db.Entry(notice).State is EntityState.Added or EntityState.Detached).ToList())
            Db.Outbox.Add(new OutboxMessage
            {
                Id = $"ob:{file.Id}:{file.Version}:{++count}", CaseId = file.Id, Kind = nameof(Notice), Payload = notice.Id, NotBefore = Now,
            });
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
