using Microsoft.EntityFrameworkCore;
using WorkflowAccountability.Procedure.Cases;
using WorkflowAccountability.Procedure.Deadlines;
using WorkflowAccountability.Procedure.Organisations;
using WorkflowAccountability.Procedure.Proxies;
using WorkflowAccountability.Procedure.WorkItems;
using WorkflowAccountability.Procedure.WorkItems.Verbs;

namespace WorkflowAccountability.Procedure.Handovers;

/// <summary>What somebody has to hand over, read from his items, drafts and proxies as they are now.</summary>
internal sealed class HandoverList(AccountabilityDb db, OrganisationDirectory directory, DateTimeOffset now)
{
    /// <summary>Every line that the giver may know of, cases in the order in which they were opened, proxies last.</summary>
    public async Task<IReadOnlyList<HandoverRow>> NowAsync(Handover handover, CancellationToken cancellationToken)
    {
        var (giver, key) = (handover.GiverId, AddressKey.OfPerson(handover.GiverId));
        var items = await db.WorkItems.AsNoTracking().Where(item => item.Status == WorkItemStatus.Open && (item.CandidateKey == key || item.AssigneeId == giver
                || item.DelegateId == giver || db.Drafts.Any(draft => draft.WorkItemId == item.Id && draft.PersonId == giver)))
            .OrderBy(item => item.OpenedAt).ToListAsync(cancellationToken);
        var drafts = await db.Drafts.AsNoTracking().Where(draft => draft.PersonId == giver).Select(draft => draft.WorkItemId).ToListAsync(cancellationToken);
        var actor = directory.ActorOf(giver, now);
        var rows = new List<HandoverRow>();
        foreach (var ofCase in items.GroupBy(item => item.CaseId))
        {
            var file = await CaseFiles.Whole(db).AsNoTracking().SingleAsync(file => file.Id == ofCase.Key, cancellationToken);
            rows.AddRange(ofCase.Where(item => item.IsFor(actor, file)).Select(item => new HandoverRow(
                Line(handover, item.Id, Names(item, giver) ? HandoverMatter.Item : HandoverMatter.Draft, item.CaseId, ObstacleOf(item, file, handover)),
                item, file, drafts.Contains(item.Id), null)));
        }
        rows.AddRange((await ProxiesAsync(giver, cancellationToken)).Select(proxy =>
            new HandoverRow(Line(handover, proxy.Id, HandoverMatter.Proxy, null, null), null, null, HasDraft: false, proxy)));
        return rows;
    }

    /// <summary>The lines that the giver confirmed, with what speaks against each of them now.</summary>
    public async Task<IReadOnlyList<HandoverRow>> ConfirmedAsync(Handover handover, CancellationToken cancellationToken)
    {
        var lines = await db.Set<HandoverLine>().AsNoTracking().Where(line => line.HandoverId == handover.Id).ToListAsync(cancellationToken);
        var subjects = lines.Select(line => line.Subject).ToList();
        var items = await db.WorkItems.AsNoTracking().Where(item => subjects.Contains(item.Id)).OrderBy(item => item.OpenedAt).ToListAsync(cancellationToken);
        var proxies = await db.Set<Proxy>().AsNoTracking().Where(proxy => subjects.Contains(proxy.Id)).OrderBy(proxy => proxy.From).ToListAsync(cancellationToken);
        var rows = new List<HandoverRow>();
        foreach (var ofCase in items.GroupBy(item => item.CaseId))
        {
            var file = await CaseFiles.Whole(db).AsNoTracking().SingleAsync(file => file.Id == ofCase.Key, cancellationToken);
            foreach (var item in ofCase)
            {
                var line = lines.Single(line => line.Subject == item.Id);
                if (handover.IsOpen)
                    line.Obstacle = ObstacleOf(item, file, handover);
                rows.Add(new HandoverRow(line, item, file, line.WithDraft, null));
            }
        }
        return [.. rows, .. proxies.Select(proxy => new HandoverRow(lines.Single(line => line.Subject == proxy.Id), null, null, HasDraft: false, proxy))];
    }

    /// <summary>What speaks against the receiver's taking an item over on the day of the handover; null where nothing does.</summary>
    public HandoverObstacle? ObstacleOf(WorkItem item, CaseFile file, Handover handover)
    {
        var day = handover.On > BeijingTime.DayOf(now) ? BeijingTime.At(handover.On, TimeOnly.MinValue) : now;
        return item.Status is not WorkItemStatus.Open ? HandoverObstacle.NotHis
            : item.Walled ? HandoverObstacle.Walled
            : item.DelegateId == handover.GiverId && !Names(item, handover.GiverId) ? HandoverObstacle.Delegated
            : item.AssigneeId is { } taker && taker != handover.GiverId && taker != handover.ReceiverId ? HandoverObstacle.NotHis
            : item.IsByName && !Names(item, handover.GiverId) && item.CandidateKey != AddressKey.OfPerson(handover.ReceiverId) ? HandoverObstacle.NotHis
            : file.Concerns(handover.ReceiverId) ? HandoverObstacle.Party
            : !new Reach(item, file, directory, day).Successors.Contains(handover.ReceiverId) ? HandoverObstacle.NotCandidate : null;
    }

    /// <summary>His proxies that have not ended, given and held.</summary>
    private Task<List<Proxy>> ProxiesAsync(string personId, CancellationToken cancellationToken)
    {
        var today = BeijingTime.DayOf(now);
        return db.Set<Proxy>().AsNoTracking().Where(proxy => (proxy.PrincipalId == personId || proxy.ProxyId == personId) && proxy.EndedAt == null && proxy.Until >= today)
            .OrderBy(proxy => proxy.From).ToListAsync(cancellationToken);
    }

    private static bool Names(WorkItem item, string personId) => item.CandidateKey == AddressKey.OfPerson(personId) || item.AssigneeId == personId;

    private static HandoverLine Line(Handover handover, string subject, HandoverMatter matter, string? caseId, HandoverObstacle? obstacle) =>
        new() { HandoverId = handover.Id, Subject = subject, Matter = matter, CaseId = caseId, Obstacle = obstacle };
}

/// <summary>A line with what it is about.</summary>
/// <param name="HasDraft">Whether the giver has a draft of it; of a confirmed line, whether its text goes along.</param>
public sealed record HandoverRow(HandoverLine Line, WorkItem? Item, CaseFile? File, bool HasDraft, Proxy? Proxy);
