using System.Linq.Expressions;
using WorkflowAccountability.Procedure.Organisations;
using WorkflowAccountability.Procedure.Proxies;
using WorkflowAccountability.Procedure.Regulation;
using WorkflowAccountability.Procedure.Stages;
using WorkflowAccountability.Procedure.WorkItems;
using WorkflowAccountability.Procedure.WorkItems.Inbox;

namespace WorkflowAccountability.Procedure.Cases;

/// <summary>
/// Need-to-know, said once. A case exists for who registered it, who was given an open part of it, who sits in one of its teams, and for
/// the offices that the regulation makes answerable for all of it. Being under inquiry, or recused, beats every grant. The wall (第十条第一句: 独立组成)
/// follows membership of persons: what lies behind it is read only by the supervision team, its author, and who was given that very item.
/// </summary>
public static class CaseAccess
{
    private static readonly string[] answerable = [Roles.Government, Roles.Supervision];

    /// <summary>The cases that exist for a person.</summary>
    public static Expression<Func<CaseFile, bool>> Sees(Actor actor, AccountabilityDb db)
    {
        if (!actor.IsInOffice)
            return file => false;
        // What was asked of a whole office is shown by itself; it opens the file to nobody.
        // An order of the supervisors' office neither: it hangs on the case, and the office follows up an item, not the matter.
        var keys = actor.Keys.Where(key => !key.StartsWith(AddressKey.OfRole(Roles.AnyOffice), StringComparison.Ordinal)
            && !key.StartsWith(AddressKey.OfRole(Roles.Oversight), StringComparison.Ordinal)).ToList();
        var personId = actor.PersonId;
        var isAnswerable = answerable.Any(role => actor.Holds(role));
        var isLeadBureau = actor.Holds(Roles.LeadEnv);
        // What he prepares for another, or does in another's place, opens the case while he has it, and no longer.
        var lent = actor.Represents.Select(proxy => db.WorkItems.Where(Lent(proxy, db)).Select(item => item.CaseId))
            .Aggregate((IQueryable<string>?)null, (all, cases) => all is null ? cases : all.Union(cases)) ?? db.WorkItems.Where(item => false).Select(item => item.CaseId);
        var hasNone = actor.Represents.Count == 0;
        return file => !file.Exclusions.Any(exclusion => exclusion.PersonId == personId)
            && (isAnswerable || file.OpenedBy == personId || (isLeadBureau && !file.ConcernsLeadBureau)
                || file.TeamMembers.Any(member => member.PersonId == personId && member.To == null)
                // 并案: the team of the case in which it goes on reads what was done before.
                || (file.MergedInto != null && db.Set<TeamMember>().Any(member => member.CaseId == file.MergedInto && member.PersonId == personId && member.To == null))
                || db.WorkItems.Any(item => item.CaseId == file.Id && !item.Walled
                    && (keys.Contains(item.CandidateKey) || (item.DelegateId == personId && item.Status == WorkItemStatus.Open)))
                || (!hasNone && lent.Contains(file.Id)));
    }

    /// <summary>The open work items that a person may do, in his own right, for whoever asked him to prepare them, or as a proxy.</summary>
    public static IQueryable<WorkItem> InboxOf(Actor actor, AccountabilityDb db)
    {
        var mine = InboxEntriesOf(actor, db).Select(entry => entry.Id);
        return db.WorkItems.Where(item => mine.Contains(item.Id));
    }

    /// <summary>
    /// The same, as lists and numbers need them. Each way by which an item comes to somebody is a query of its own over an index: one condition over
    /// all of them would read every open item there is.
    /// </summary>
    public static IQueryable<InboxEntry> InboxEntriesOf(Actor actor, AccountabilityDb db)
    {
        if (!actor.IsInOffice)
            return EntriesOf(db.WorkItems.Where(item => false));
        var keys = actor.Keys.ToList();
        var personId = actor.PersonId;
        var open = db.WorkItems.Where(item => item.Status == WorkItemStatus.Open);
        var free = open.Where(item => item.AssigneeId == null || item.AssigneeId == personId);
        var teams = db.Set<TeamMember>().Where(member => member.PersonId == personId && member.To == null);
        var mine = EntriesOf(free.Where(item => keys.Contains(item.CandidateKey)))
            .Union(EntriesOf(open.Where(item => item.DelegateId == personId)))
            .Union(EntriesOf(teams.Join(free, member => member.CaseId, item => item.CaseId, (member, item) => new { member, item })
                .Where(row => row.item.CandidateKey == "team:" + (row.member.Team == TeamKind.Supervision ? "Supervision" : "Investigation") + "@" + row.member.CaseId)
                .Select(row => row.item)));
        foreach (var proxy in actor.Represents)
            mine = mine.Union(EntriesOf(db.WorkItems.Where(Lent(proxy, db))));
        return mine.Where(entry => !db.Set<Exclusion>().Any(exclusion => exclusion.CaseId == entry.CaseId && exclusion.PersonId == personId));
    }

    private static IQueryable<InboxEntry> EntriesOf(IQueryable<WorkItem> items) => items.Select(item =>
        new InboxEntry { Id = item.Id, CaseId = item.CaseId, Place = item.Place, IsReturned = item.IsReturned, SeenAt = item.SeenAt });

    /// <summary>
    /// The open items with a deadline whose lateness a person may know of. The chain of supervision (内部环节: 督查机构 and 州人民政府, whom the
    /// ladder of reminders tells) knows all in front of the wall, others those of the cases that exist for them; behind it only the team does.
    /// </summary>
    public static IQueryable<WorkItem> SupervisedBy(Actor actor, AccountabilityDb db)
    {
        var personId = actor.PersonId;
        var (isInOffice, isChain) = (actor.IsInOffice, IsChainOfSupervision(actor));
        var seen = db.Cases.Where(Sees(actor, db)).Select(file => file.Id);
        return db.WorkItems.Where(item => isInOffice && item.Status == WorkItemStatus.Open && item.DeadlineCode != null
            && !db.Set<Exclusion>().Any(exclusion => exclusion.CaseId == item.CaseId && exclusion.PersonId == personId)
            && (item.Walled ? db.Set<TeamMember>().Any(member => member.CaseId == item.CaseId && member.PersonId == personId
                    && member.Team == TeamKind.Supervision && member.To == null)
                : isChain || seen.Contains(item.CaseId)));
    }

    /// <summary>内部环节: the offices that hear of lateness, by the copies of the overdue ladder.</summary>
    public static bool IsChainOfSupervision(Actor actor) => actor.Holds(Roles.Oversight) || actor.Holds(Roles.Government);

    // What WorkItem.ProxyFor says, for a query: the principal's by his post, in front of the wall, in a stage of the proxy, taken by nobody else,
    // and neither of the two under inquiry (of the actor himself the caller says so).
    /// <summary>第十条第一句: the seats that a person has now in teams behind the wall, as a part of other questions.</summary>
    internal static IQueryable<TeamMember> SeatsBehindWall(AccountabilityDb db, string personId) =>
        db.Set<TeamMember>().Where(member => member.PersonId == personId && member.Team == TeamKind.Supervision && member.To == null);

    private static Expression<Func<WorkItem, bool>> Lent(Representation proxy, AccountabilityDb db)
    {
        var keys = proxy.PostKeys.ToList();
        var chosen = proxy.Stages.Select(StageChoice.Of).ToLookup(stage => stage.Title is null);
        var (stages, titles) = (chosen[true].Select(stage => stage.Type).ToList(), chosen[false].Select(stage => stage.Title!).ToList());
        var all = proxy.Stages.Count == 0;
        var principalId = proxy.Principal.PersonId;
        return item => item.Status == WorkItemStatus.Open && !item.Walled && keys.Contains(item.CandidateKey)
            && (all || stages.Contains(item.StageType) || (item.Title != null && titles.Contains(item.Title))) && (item.AssigneeId == null || item.AssigneeId == principalId)
            && !db.Set<Exclusion>().Any(exclusion => exclusion.CaseId == item.CaseId && exclusion.PersonId == principalId);
    }

    /// <summary>Whether the person may read what lies behind the wall of a case.</summary>
    [Clause("第十条第一句", "独立组成责任追究调查组")]
    public static bool IsBehindWall(CaseFile file, string personId) =>
        !file.Concerns(personId) && file.Members(TeamKind.Supervision).Any(member => member.PersonId == personId);

    /// <summary>Whether a submission is open to a person who sees the case.</summary>
    public static bool MayRead(Submission submission, CaseFile file, string personId) =>
        !submission.Walled || submission.PersonId == personId || IsBehindWall(file, personId);
}
