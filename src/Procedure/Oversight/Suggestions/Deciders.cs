using WorkflowAccountability.Procedure.Cases;
using WorkflowAccountability.Procedure.Deadlines;
using WorkflowAccountability.Procedure.Notifications;
using WorkflowAccountability.Procedure.Organisations;
using WorkflowAccountability.Procedure.WorkItems;
using WorkflowAccountability.Procedure.WorkItems.Verbs;

namespace WorkflowAccountability.Procedure.Oversight.Suggestions;

/// <summary>Who decides what is suggested: never anybody under inquiry, and for an item behind the wall nobody is asked from in front of it.</summary>
internal sealed class Deciders(WorkItem item, Deadline? deadline, CaseFile file, OrganisationDirectory directory, DateTimeOffset now)
{
    private readonly DateOnly today = BeijingTime.DayOf(now);
    private readonly Reach reach = new(item, file, directory, now);

    /// <summary>Whether somebody decides it himself.</summary>
    public bool Decides(SuggestedAct act, Actor actor) => act is SuggestedAct.Reassign ? reach.MayReassign(actor)
        : deadline is not null && ExtendDeadline.MayEnter(deadline, file, actor, today);

    /// <summary>Whether somebody may suggest it: the supervisors' office, where it does not decide and the deadline can be extended at all.</summary>
    public bool MaySuggest(SuggestedAct act, Actor actor) => actor.IsInOffice && actor.Holds(Roles.Oversight) && !item.Walled && !file.Concerns(actor.PersonId)
        && !Decides(act, actor) && (act is SuggestedAct.Reassign || (item.DueAt >= now && ExtendedBy is not null));

    /// <summary>Whom it is laid before; nobody where nobody is left.</summary>
    public IReadOnlyList<Recipient> Of(SuggestedAct act) => act is SuggestedAct.Extend
        ? ExtendedBy is { } role ? new Addressees(directory, file, now).OfRole(role) : []
        : [.. Reassigning().Distinct().Select(id => new Recipient(PersonId: id))];

    private string? ExtendedBy => deadline is null ? null : ExtendDeadline.RuleOf(deadline, file, today)?.Extension?.EnteredBy;

    // The head before the handler: of himself nobody need be told to give away his work. Where nobody can do it any more, whoever answers for the procedure.
    private IEnumerable<string> Reassigning()
    {
        var heads = directory.PostsOn(today).Where(post => post.Rank is PostRank.Head).Select(post => post.PersonId).Distinct()
            .Where(id => reach.IsHeadOverHolder(directory.ActorOf(id, now))).ToList();
        if (heads.Count > 0)
            return heads;
        if (reach.IsVacant)
            return directory.PeopleFor(Roles.Government, today).Concat(directory.PeopleFor(Roles.LeadEnv, today))
                .Where(id => reach.IsSteward(directory.ActorOf(id, now)));
        if (reach.Holder is { } holder)
            return [holder];
        var candidates = reach.Successors;
        return candidates.Where(id => directory.PostsOf(id, today).Any(post => post.Rank is PostRank.Head)).ToList() is [_, ..] leading ? leading : candidates;
    }
}
