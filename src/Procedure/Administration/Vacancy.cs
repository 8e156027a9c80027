using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using WorkflowAccountability.Procedure.Cases;
using WorkflowAccountability.Procedure.Commands;
using WorkflowAccountability.Procedure.Deadlines;
using WorkflowAccountability.Procedure.Forms;
using WorkflowAccountability.Procedure.Notifications;
using WorkflowAccountability.Procedure.Organisations;
using WorkflowAccountability.Procedure.Regulation;
using WorkflowAccountability.Procedure.WorkItems;
using WorkflowAccountability.Procedure.WorkItems.Verbs;

namespace WorkflowAccountability.Procedure.Administration;

/// <summary>
/// What becomes of open items when people leave office: what they had taken is free again for the others, what was given to them by name goes to
/// the head of their unit, who is told so; where there is none, whoever answers for the procedure is told to give it on. Behind the wall nothing is
/// moved by an administrator's hand: the supervision side is told, and gives on its own.
/// </summary>
internal sealed class Vacancy(OrganisationDirectory before, OrganisationDirectory after, DateTimeOffset now)
{
    private readonly DateOnly today = BeijingTime.DayOf(now);

    /// <summary>Who holds fewer roles today than a moment before.</summary>
    public IReadOnlyList<string> Losers =>
        [.. before.PeopleOn(today).Where(id => before.ActorOf(id, now).Grants.Except(after.ActorOf(id, now).Grants).Any())];

    /// <summary>Numbers for the preview; what lies behind the wall is not even counted.</summary>
    public async Task<(int Freed, int Moved, int Stranded)> CountAsync(AccountabilityDb db, CancellationToken cancellationToken)
    {
        var (losers, gone) = (Losers, Gone);
        var keys = gone.Select(AddressKey.OfPerson).ToList();
        var open = db.WorkItems.Where(item => item.Status == WorkItemStatus.Open && !item.Walled);
        var named = await open.Where(item => keys.Contains(item.CandidateKey)).Select(item => item.CandidateKey).ToListAsync(cancellationToken);
        var stranded = named.Count(key => HeadAfter(AddressKey.PersonIn(key)!) is null);
        return (await open.CountAsync(item => item.AssigneeId != null && losers.Contains(item.AssigneeId), cancellationToken), named.Count - stranded, stranded);
    }

    /// <summary>Frees and moves, with an entry in the audit of every case that it touches.</summary>
    public async Task FillAsync(CommandScope scope, CancellationToken cancellationToken)
    {
        var losers = Losers;
        var keys = Gone.Select(AddressKey.OfPerson).ToList();
        var cases = await scope.Db.WorkItems.Where(item => item.Status == WorkItemStatus.Open
                && ((item.AssigneeId != null && losers.Contains(item.AssigneeId)) || (item.DelegateId != null && losers.Contains(item.DelegateId))
                    || keys.Contains(item.CandidateKey)))
            .Select(item => item.CaseId).Distinct().ToListAsync(cancellationToken);
        foreach (var caseId in cases.Order(StringComparer.Ordinal))
        {
            await scope.Db.LockCaseAsync(caseId, cancellationToken);
            var file = (await scope.CaseAsync(caseId, cancellationToken))!;
            var touched = scope.Db.WorkItems.Local.Where(item => item.CaseId == caseId && item.Status == WorkItemStatus.Open && Settle(scope, file, item, keys, losers)).ToList();
            if (touched.Count > 0)
                await scope.RecordAsync(file, "内部环节", JsonSerializer.Serialize(new { items = touched.Select(item => item.Id) }, FormJsonText.Options),
                    touched.Exists(item => item.Walled), cancellationToken);
        }
    }

    private bool Settle(CommandScope scope, CaseFile file, WorkItem item, List<string> gone, IReadOnlyList<string> losers)
    {
        var isTouched = item.TakeFrom(id => losers.Contains(id) && !item.IsFor(after.ActorOf(id, now), file));
        if (!gone.Contains(item.CandidateKey))
            return isTouched;
        var leaver = AddressKey.PersonIn(item.CandidateKey)!;
        if (!item.Walled && HeadAfter(leaver) is { } head && !file.Concerns(head))
            MoveTo(head, scope, file, item);
        else
            file.Notify(new Recipient(item.Walled ? Roles.Supervision : Roles.Government), Text.Of<VerbTexts>("vacant.Notice", file.Number,
                scope.Machinery.Stages[item.StageType].Title, before.NameOfPerson(leaver)), now, item.Walled, NoticeKind.Reminder);
        return true;
    }

    private void MoveTo(string head, CommandScope scope, CaseFile file, WorkItem item)
    {
        item.CandidateKey = AddressKey.OfPerson(head);
        item.AssigneeId = null;
        item.Version++;
        file.Notify(new Recipient(PersonId: head), Text.Of<AdministrationTexts>("Vacancy.Notice", file.Number, scope.Machinery.Stages[item.StageType].Title),
            now, item.Walled, NoticeKind.Reminder, item.Id);
    }

    private List<string> Gone => [.. before.PeopleOn(today).Where(id => after.PostsOf(id, today) is [])];

    // Of the unit that he led or served until today; a head who leaves himself has none above him here.
    private string? HeadAfter(string personId) => before.PostsOf(personId, today)
        .SelectMany(post => after.PeopleOf(post.OrganisationId, today).Where(id => id != personId
            && after.PostsOf(id, today).Any(held => held.OrganisationId == post.OrganisationId && held.Rank is PostRank.Head)))
        .FirstOrDefault();
}
