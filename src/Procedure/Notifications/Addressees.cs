using WorkflowAccountability.Procedure.Cases;
using WorkflowAccountability.Procedure.Deadlines;
using WorkflowAccountability.Procedure.Organisations;
using WorkflowAccountability.Procedure.WorkItems;

namespace WorkflowAccountability.Procedure.Notifications;

/// <summary>Who stands behind an address at a moment. Nobody under inquiry is among them; for who has left office stands the head of his last unit.</summary>
internal sealed class Addressees(OrganisationDirectory directory, CaseFile file, DateTimeOffset now)
{
    private readonly DateOnly today = BeijingTime.DayOf(now);

    /// <summary>Whoever took the item and may still do it, else everybody who may; nobody where nobody is left.</summary>
    public IReadOnlyList<Recipient> Of(WorkItem item)
    {
        if (item.AssigneeId is { } assignee && item.IsFor(directory.ActorOf(assignee, now), file))
            return [new Recipient(PersonId: assignee)];
        return item.CandidateKey.Split(':', 2) switch
        {
            ["person", var personId] => OfPerson(personId),
            ["team", var team] => [.. file.Members(Enum.Parse<TeamKind>(team.Split('@')[0])).Select(member => member.PersonId).Distinct()
                .Where(MayKnow).Select(id => new Recipient(PersonId: id))],
            ["role", var role] => OfRole(role.Split('@')[0], role.Contains('@') ? role.Split('@')[1] : null),
            _ => throw new InvalidOperationException($"The work item {item.Id} is addressed to '{item.CandidateKey}', which is no address."),
        };
    }

    /// <summary>A role, or one organisation's holders of it; nobody where it has no holder who may know.</summary>
    public IReadOnlyList<Recipient> OfRole(string role, string? organisationId = null) =>
        Holders(role, organisationId).Any() ? [new Recipient(role, organisationId)] : [];

    /// <summary>The heads of the bodies that play a role; where there is none, the whole office.</summary>
    public IReadOnlyList<Recipient> HeadsOf(string role)
    {
        var heads = directory.OrganisationsFor(role, today).SelectMany(HeadsOfBody).Distinct().ToList();
        return heads.Count > 0 ? heads : OfRole(role);
    }

    /// <summary>A person; where he has left office, the heads of his last unit.</summary>
    public IReadOnlyList<Recipient> OfPerson(string personId)
    {
        if (directory.ActorOf(personId, now).IsInOffice)
            return file.Concerns(personId) ? [] : [new Recipient(PersonId: personId)];
        return directory.LastOrganisationOf(personId) is { } body
            ? [.. new[] { body }.Concat(directory.SuccessorsOf(body)).Select(HeadsOfBody).FirstOrDefault(heads => heads.Count > 0) ?? []] : [];
    }

    private List<Recipient> HeadsOfBody(string organisationId) =>
        [.. directory.PostsOn(today).Where(post => post.OrganisationId == organisationId && post.Rank is PostRank.Head && MayKnow(post.PersonId))
            .Select(post => new Recipient(PersonId: post.PersonId)).Distinct()];

    private IEnumerable<string> Holders(string role, string? organisationId) => directory.PeopleFor(role, today)
        .Where(id => MayKnow(id) && directory.ActorOf(id, now).Holds(role, organisationId));

    private bool MayKnow(string personId) => !file.Concerns(personId) && directory.ActorOf(personId, now).IsInOffice;
}
