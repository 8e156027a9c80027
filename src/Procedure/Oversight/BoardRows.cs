using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using WorkflowAccountability.Procedure.Cases;
using WorkflowAccountability.Procedure.Deadlines;
using WorkflowAccountability.Procedure.Forms;
using WorkflowAccountability.Procedure.Notifications;
using WorkflowAccountability.Procedure.Organisations;
using WorkflowAccountability.Procedure.Oversight.Suggestions;
using WorkflowAccountability.Procedure.Site;
using WorkflowAccountability.Procedure.Stages;
using WorkflowAccountability.Procedure.WorkItems;
using WorkflowAccountability.Procedure.WorkItems.Verbs;

namespace WorkflowAccountability.Procedure.Oversight;

/// <summary>
/// Reads what belongs to a page of the board, in one query for each kind and never in one for each row, and leaves out what the reader may not
/// know: 内部环节: only the chain of supervision reads persons, that is who is told of the lateness by the ladder, the head of the office that
/// has the item, and behind the wall its team. Others with a right to the case read the office.
/// </summary>
public sealed class BoardRows(AccountabilityDb db, StageCatalog stages, CalendarSource calendars, BoardQueries queries)
{
    private static readonly string[] takings = [nameof(ClaimWorkItem), nameof(ReassignWorkItem)];

    /// <summary>The rows of the items, in their order.</summary>
    public async Task<IReadOnlyList<BoardRow>> ReadAsync(IReadOnlyList<BoardItem> items, Viewer viewer, CancellationToken cancellationToken)
    {
        var (ids, cases) = (items.Select(row => row.Item.Id).ToList(), items.Select(row => row.Item.CaseId).Distinct().ToList());
        var files = await db.Cases.AsNoTracking().Include(file => file.TeamMembers).Include(file => file.Parties).Include(file => file.Exclusions).AsSplitQuery()
            .Where(file => cases.Contains(file.Id)).ToDictionaryAsync(file => file.Id, cancellationToken);
        var seen = await db.Cases.Where(CaseAccess.Sees(viewer.Actor, db)).Where(file => cases.Contains(file.Id)).Select(file => file.Id).ToListAsync(cancellationToken);
        var reminders = (await db.Notices.AsNoTracking().Where(notice => notice.Kind == NoticeKind.Reminder && ids.Contains(notice.WorkItemId!))
                .Select(notice => new { notice.Id, notice.WorkItemId, notice.RecipientKey, notice.At, IsRead = db.NoticeReadings.Any(reading => reading.NoticeId == notice.Id) })
                .OrderByDescending(notice => notice.At).ToListAsync(cancellationToken))
            // What was urged or given on stands in its own place.
            .Where(notice => notice.Id.StartsWith("dl:", StringComparison.Ordinal)).ToLookup(notice => notice.WorkItemId);
        var urges = (await db.Set<Urge>().AsNoTracking().Where(urge => ids.Contains(urge.WorkItemId)).OrderByDescending(urge => urge.At)
            .ToListAsync(cancellationToken)).ToLookup(urge => urge.WorkItemId);
        var suggestions = (await db.Set<Suggestion>().AsNoTracking().Where(said => ids.Contains(said.WorkItemId)).OrderByDescending(said => said.At)
            .ToListAsync(cancellationToken)).ToLookup(said => said.WorkItemId);
        var explained = (await db.Set<DelayExplanation>().AsNoTracking().Where(said => ids.Contains(said.WorkItemId)).OrderByDescending(said => said.At)
            .ToListAsync(cancellationToken)).ToLookup(said => said.WorkItemId);
        var extended = await db.Set<DeadlineExtension>().Where(more => ids.Contains(more.DeadlineId)).GroupBy(more => more.DeadlineId)
            .Select(group => new { group.Key, Count = group.Count() }).ToDictionaryAsync(group => group.Key, group => group.Count, cancellationToken);
        var orders = (await db.Set<SupervisionOrder>().AsNoTracking().Where(order => ids.Contains(order.WorkItemId)
                && (order.Status == OrderStatus.Proposed || order.Status == OrderStatus.Open))
            .Select(order => new
            {
                order, Item = db.WorkItems.Where(item => item.InstanceId == order.InstanceId && item.CaseId == order.CaseId && item.Status == WorkItemStatus.Open)
                    .OrderBy(item => item.Place).Select(item => new { item.StageType, item.Title }).FirstOrDefault(),
            }).ToListAsync(cancellationToken)).ToDictionary(row => row.order.WorkItemId);
        var ofOrders = (await db.Set<SupervisionOrder>().Where(order => cases.Contains(order.CaseId)).Select(order => order.InstanceId).ToListAsync(cancellationToken)).ToHashSet();
        var taken = await TakenAsync(cases, cancellationToken);
        var leaders = await queries.LeadersAsync(items.Select(row => row.Item.CandidateKey), cancellationToken);
        var (today, calendar) = (BeijingTime.DayOf(viewer.Now), calendars.LastRead);
        var offices = new ItemOffices(viewer.Directory, today);
        var headed = viewer.Directory.PostsOf(viewer.Actor.PersonId, today).Where(post => post.Rank is PostRank.Head).Select(post => post.OrganisationId).ToHashSet();
        return [.. items.Select(RowOf)];

        BoardRow RowOf(BoardItem row)
        {
            var (item, file, stage) = (row.Item, files[row.Item.CaseId], stages.Of(row.Item));
            var office = offices.Of(item.CandidateKey, item.AssigneeId, leaders.GetValueOrDefault);
            var names = item.Walled || CaseAccess.IsChainOfSupervision(viewer.Actor) || (office is not null && headed.Contains(office));
            var since = item.AssigneeId is not null || item.IsByName ? taken.GetValueOrDefault(item.Id, item.OpenedAt) : item.OpenedAt;
            var may = !item.IsFor(viewer.Actor, file) || item.AssigneeId is not null ? UrgeWorkItem.May(item, file, viewer.Actor) : false;
            return new BoardRow(row, LightOf(row, viewer))
            {
                Act = stage.ActOf(item), Citation = stage.About.Citation, Rule = ExtendDeadline.RuleOf(row.Deadline, file, today),
                Due = item.DueAt is { } due ? DueWords.Of(due, row.Deadline.NearAt, viewer.Now, calendar) : null, Office = offices.NameOf(office), NamesPersons = names,
                Person = names && (item.AssigneeId ?? AddressKey.PersonIn(item.CandidateKey)) is { } personId
                    ? Holder.OfKey(AddressKey.OfPerson(personId), viewer.Directory, today) : null,
                Since = since, DaysHeld = calendar.WorkingDaysBetween(BeijingTime.DayOf(since), today),
                County = row.County is { } county ? viewer.Directory.ShortNameOf(county, today) : null,
                Reminders = [.. reminders[item.Id].Select(told => new BoardReminder(told.At, ToldTo(told.RecipientKey, names), told.IsRead))],
                Urges = [.. urges[item.Id]], Explanations = [.. explained[item.Id]], Extensions = extended.GetValueOrDefault(item.Id),
                Order = orders.GetValueOrDefault(item.Id)?.order, OrderStage = orders.GetValueOrDefault(item.Id)?.Item is { } at ? new StageChoice(at.StageType, at.Title).NameIn(stages) : null,
                MayOrder = StartSupervisionOrder.May(item, file, viewer.Actor) && !orders.ContainsKey(item.Id) && !ofOrders.Contains(item.InstanceId),
                SeesCase = seen.Contains(item.CaseId), MayUrge = may && item.AssigneeId != viewer.Actor.PersonId,
                Successors = SuccessorsOf(item, file), Suggestions = [.. suggestions[item.Id]], MaySuggest = [.. Enum.GetValues<SuggestedAct>().Where(act =>
                    new Deciders(item, row.Deadline, file, viewer.Directory, viewer.Now).MaySuggest(act, viewer.Actor)
                    && suggestions[item.Id].All(said => said.Act != act || said.AnsweredAt is not null))],
                Extension = item.DueAt is not null && ExtendDeadline.MayEnter(row.Deadline, file, viewer.Actor, today)
                    ? ExtendDeadline.RuleOf(row.Deadline, file, today)!.Extension : null,
                IsPast = item.DueAt < viewer.Now,
            };
        }

        IReadOnlyList<Choice>? SuccessorsOf(WorkItem item, CaseFile file)
        {
            var reach = new Reach(item, file, viewer.Directory, viewer.Now);
            return viewer.Actor.PrincipalId is null && reach.MayReassign(viewer.Actor) ? VerbSheet.ChoicesOf(reach.Successors.Where(id => id != reach.Holder), viewer) : null;
        }

        string ToldTo(string key, bool names) => names ? Holder.OfKey(key, viewer.Directory, today)
            : offices.NameOf(offices.Of(key, assigneeId: null, leaders.GetValueOrDefault));
    }

    private BoardLight LightOf(BoardItem row, Viewer viewer)
    {
        if (row.Item.DueAt is not { } due)
            return BoardLight.Stopped;
        if (due < viewer.Now)
            return row.Deadline.EscalatedAt is null ? BoardLight.Late : BoardLight.Escalated;
        var near = row.Deadline.NearAt is { } at ? at <= viewer.Now : due <= queries.NearEnds(viewer);
        return near ? BoardLight.Near : BoardLight.OnTime;
    }

    // Since when somebody has an item that he took, or was given: the audit knows, a change of hands is a command.
    private async Task<Dictionary<string, DateTimeOffset>> TakenAsync(List<string> cases, CancellationToken cancellationToken)
    {
        var taken = new Dictionary<string, DateTimeOffset>();
        foreach (var entry in await db.Audit.AsNoTracking().Where(entry => cases.Contains(entry.CaseId) && takings.Contains(entry.Act))
            .OrderBy(entry => entry.At).Select(entry => new { entry.At, entry.Details }).ToListAsync(cancellationToken))
        {
            using var details = JsonDocument.Parse(entry.Details);
            if (details.RootElement.TryGetProperty("item", out var item) && item.GetString() is { } id)
                taken[id] = entry.At;
        }
        return taken;
    }
}
