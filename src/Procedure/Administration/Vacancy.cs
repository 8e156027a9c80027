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
/// What becomes of open items when people leave office or offices end: what they had taken is free again for the others, what was given to them by
/// name goes to the head of their unit, what was an office's goes to the one that took over, and each is told so and sees from whom; where there is
/// none, whoever answers for the procedure is told to give it on. Behind the wall nothing is moved by an administrator's hand: the supervision side
/// is told, and gives on its own.
/// </summary>
internal sealed class Vacancy(OrganisationDirectory before, DateTimeOffset then, OrganisationDirectory after, DateTimeOffset now)
{
    private readonly DateOnly lastDay = BeijingTime.DayOf(then), today = BeijingTime.DayOf(now);
    private readonly HashSet<string> held = KeysOf(after, now);

    /// <summary>What a change of the directory makes of this very day.</summary>
    public Vacancy(OrganisationDirectory before, OrganisationDirectory after, DateTimeOffset now) : this(before, now, after, now)
    {
    }

    // Addresses under which somebody was reached until then, and nobody is any more.
    private List<string> Orphaned => [.. KeysOf(before, then).Except(held)];

    // Who holds fewer roles than before.
    private List<string> Losers =>
        [.. before.PeopleOn(lastDay).Where(id => before.ActorOf(id, then).Grants.Except(after.ActorOf(id, now).Grants).Any())];

    /// <summary>Numbers for the preview; what lies behind the wall is not even counted.</summary>
    public async Task<(int Freed, int Moved, int Stranded)> CountAsync(AccountabilityDb db, CancellationToken cancellationToken)
    {
        var (losers, orphaned) = (Losers, Orphaned);
        var open = db.WorkItems.Where(item => item.Status == WorkItemStatus.Open && !item.Walled);
        var left = await open.Where(item => orphaned.Contains(item.CandidateKey)).Select(item => item.CandidateKey).ToListAsync(cancellationToken);
        var stranded = left.Count(key => HeirOf(key) is null);
        return (await open.CountAsync(item => item.AssigneeId != null && losers.Contains(item.AssigneeId), cancellationToken), left.Count - stranded, stranded);
    }

    /// <summary>Frees and moves, with an entry in the audit of every case that it touches.</summary>
    public async Task FillAsync(CommandScope scope, CancellationToken cancellationToken)
    {
        foreach (var caseId in await CasesAsync(scope.Db, cancellationToken))
        {
            await scope.Db.LockCaseAsync(caseId, cancellationToken);
            await SettleAsync(scope, caseId, cancellationToken);
        }
    }

    /// <summary>The cases in which something is to be freed or moved, in the one order in which cases are locked.</summary>
    public async Task<IReadOnlyList<string>> CasesAsync(AccountabilityDb db, CancellationToken cancellationToken)
    {
        var (losers, orphaned) = (Losers, Orphaned);
        if (losers.Count == 0 && orphaned.Count == 0)
            return [];
        var cases = await db.WorkItems.Where(item => item.Status == WorkItemStatus.Open
                && ((item.AssigneeId != null && losers.Contains(item.AssigneeId)) || (item.DelegateId != null && losers.Contains(item.DelegateId))
                    || orphaned.Contains(item.CandidateKey)))
            .Select(item => item.CaseId).Distinct().ToListAsync(cancellationToken);
        return [.. cases.Order(StringComparer.Ordinal)];
    }

    /// <summary>Frees and moves in one case, whose row is locked.</summary>
    /// <returns>Whether there was anything to do.</returns>
    public async Task<bool> SettleAsync(CommandScope scope, string caseId, CancellationToken cancellationToken)
    {
        var (losers, orphaned) = (Losers, Orphaned);
        var file = (await scope.CaseAsync(caseId, cancellationToken))!;
        var touched = scope.Db.WorkItems.Local.Where(item => item.CaseId == caseId && item.Status == WorkItemStatus.Open && Settle(scope, file, item, orphaned, losers)).ToList();
        if (touched.Count > 0)
            await scope.RecordAsync(file, Citations.InternalStep, JsonSerializer.Serialize(new { items = touched.Select(item => item.Id) }, FormJsonText.Options),
                touched.Exists(item => item.Walled), cancellationToken);
        return touched.Count > 0;
    }

    private bool Settle(CommandScope scope, CaseFile file, WorkItem item, List<string> orphaned, List<string> losers)
    {
        var isTouched = item.TakeFrom(id => losers.Contains(id) && !item.IsFor(after.ActorOf(id, now), file));
        var left = item.CandidateKey;
        if (!orphaned.Contains(left))
            return isTouched;
        if (!item.Walled && HeirOf(left) is { } heir && !(AddressKey.PersonIn(heir) is { } head && file.Concerns(head)))
            MoveTo(heir, scope, file, item);
        else if (item.LeftBy != left)
            Tell(scope, file, item);
        else
            return isTouched;
        item.LeftBy = left;
        return true;
    }

    private void MoveTo(string heir, CommandScope scope, CaseFile file, WorkItem item)
    {
        var title = scope.Machinery.Stages.Of(item).Title;
        var (to, text) = AddressKey.PersonIn(heir) is { } head ? (new Recipient(PersonId: head), Text.Of<AdministrationTexts>("Vacancy.Notice", file.Number, title))
            : (AddressKey.RoleIn(heir), Text.Of<AdministrationTexts>("Vacancy.Heir", file.Number, title, Holder.OfKey(item.CandidateKey, before, lastDay)));
        (item.CandidateKey, item.AssigneeId, item.SeenAt) = (heir, null, null);
        item.Version++;
        file.Notify(to, text, now, item.Walled, NoticeKind.Reminder, item.Id);
    }

    private void Tell(CommandScope scope, CaseFile file, WorkItem item)
    {
        item.Version++;
        file.Notify(new Recipient(item.Walled ? Roles.Supervision : Roles.Government), Text.Of<VerbTexts>("vacant.Notice", file.Number,
            scope.Machinery.Stages.Of(item).Title, AddressKey.PersonIn(item.CandidateKey) is { } leaver ? before.NameOfPerson(leaver)
                : Holder.OfKey(item.CandidateKey, before, lastDay)), now, item.Walled, NoticeKind.Reminder);
    }

    // Of a person the head of the unit that he led or served until then (a head who leaves himself has none above him here), of an office its successor.
    private string? HeirOf(string key) => AddressKey.PersonIn(key) is { } person ? HeadAfter(person) is { } head ? AddressKey.OfPerson(head) : null
        : key.Split('@') is [var role, var office] ? after.SuccessorsOf(office).Select(heir => $"{role}@{heir}").FirstOrDefault(held.Contains) : null;

    private string? HeadAfter(string personId) => before.PostsOf(personId, lastDay)
        .SelectMany(post => (string[])[post.OrganisationId, .. after.SuccessorsOf(post.OrganisationId)])
        .SelectMany(unit => after.PeopleOf(unit, today).Where(id => id != personId
            && after.PostsOf(id, today).Any(post => post.OrganisationId == unit && post.Rank is PostRank.Head)))
        .FirstOrDefault();

    private static HashSet<string> KeysOf(OrganisationDirectory directory, DateTimeOffset at) =>
        [.. directory.PeopleOn(BeijingTime.DayOf(at)).SelectMany(id => directory.ActorOf(id, at).Keys)];
}
