using System.Globalization;
using WorkflowAccountability.Procedure.Cases;
using WorkflowAccountability.Procedure.Forms;
using WorkflowAccountability.Procedure.Organisations;
using WorkflowAccountability.Procedure.Regulation;

namespace WorkflowAccountability.Procedure.WorkItems;

/// <summary>Who has a work item, and why it came to somebody, in words.</summary>
public static class Holder
{
    private const int MostOffices = 3;

    /// <summary>Who claimed it, or else everybody who may: a person with his post, a team, or an office by its name of the day.</summary>
    public static string Of(WorkItem item, OrganisationDirectory directory, DateOnly day) =>
        item.AssigneeId is { } assignee ? Person(assignee, directory, day) : OfKey(item.CandidateKey, directory, day);

    /// <summary>An address in words.</summary>
    public static string OfKey(string key, OrganisationDirectory directory, DateOnly day)
    {
        var (kind, rest) = (key[..key.IndexOf(':')], key[(key.IndexOf(':') + 1)..]);
        return kind switch
        {
            "person" => Person(rest, directory, day),
            "team" => new Text(typeof(SheetTexts), "Team." + rest.Split('@')[0]).ToString(),
            _ when rest.Contains('@') => directory.ShortNameOf(rest[(rest.IndexOf('@') + 1)..], day),
            _ => OfRole(rest, directory, day),
        };
    }

    /// <summary>The offices that play a role on a day, or the role itself where they are many.</summary>
    public static string OfRole(string role, OrganisationDirectory directory, DateOnly day)
    {
        var offices = role == Roles.AnyOffice ? [] : directory.OrganisationsFor(role, day);
        return offices.Count is > 0 and <= MostOffices
            ? string.Join("、", offices.Select(office => directory.ShortNameOf(office, day))) : Roles.Find(role)?.Name ?? role;
    }

    /// <summary>Why the item is somebody's to do: by name, by a team, or by an office that plays a role, with the basis of each.</summary>
    public static Text Why(WorkItem item, Actor actor, CaseFile file, OrganisationDirectory directory, DateOnly day)
    {
        if (item.CandidateKey == AddressKey.OfPerson(actor.PersonId))
            return Text.Of<SheetTexts>("Why.Person");
        foreach (var team in Enum.GetValues<TeamKind>().Where(team => item.CandidateKey == AddressKey.OfTeam(team, file.Id)))
            if (file.Members(team).FirstOrDefault(member => member.PersonId == actor.PersonId) is { } seat)
                return Text.Of<SheetTexts>("Why.Team", new Text(typeof(SheetTexts), "Team." + team), new Text(typeof(FormTexts), "TeamFunction." + seat.Function),
                    team is TeamKind.Investigation ? "第八条" : "第十条第一句");
        var grant = actor.Grants.FirstOrDefault(grant =>
            item.CandidateKey == AddressKey.OfRole(grant.Role) || item.CandidateKey == AddressKey.OfRole(grant.Role, grant.OrganisationId));
        if (grant == default)
            return Text.Of<SheetTexts>("Why.Given");
        var since = directory.BindingOf(grant.OrganisationId, grant.Role, day)?.From;
        return Text.Of<SheetTexts>(since is null ? "Why.Office" : "Why.Role", actor.PostText, directory.ShortNameOf(grant.OrganisationId, day),
            Roles.Find(grant.Role)?.Name, Roles.Find(grant.Role)?.Basis, since?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
    }

    private static string Person(string personId, OrganisationDirectory directory, DateOnly day) =>
        directory.PostOf(personId, day) is { Length: > 0 } post ? $"{post} {directory.NameOfPerson(personId)}" : directory.NameOfPerson(personId);
}
