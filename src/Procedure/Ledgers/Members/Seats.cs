using WorkflowAccountability.Procedure.Cases;
using WorkflowAccountability.Procedure.Organisations;

namespace WorkflowAccountability.Procedure.Ledgers.Members;

/// <summary>第八条第二句: what a changed seat moves with it.</summary>
internal static class Seats
{
    /// <summary>Somebody leaves a team, somebody else takes a seat in it; the others stay.</summary>
    public static void Change(EntryContext context, TeamKind team, string? leaves, (string PersonId, string Unit, TeamFunction Function)? joins)
    {
        var stay = context.File.Members(team).Where(member => member.PersonId != leaves)
            .Select(member => (member.PersonId, member.OrganisationId, member.Function)).ToList();
        context.File.Seat(team, joins is { } seat ? [.. stay, seat] : stay, context.Now);
    }

    /// <summary>What was given by name to somebody who may no longer do it goes to who replaces him, else to who answers for the team, else to the office.</summary>
    public static void PassOn(EntryContext context, string from, TeamKind? team, string? replacement)
    {
        foreach (var item in context.Open.Where(item => item.CandidateKey == AddressKey.OfPerson(from)))
        {
            item.CandidateKey = !string.IsNullOrEmpty(replacement) ? AddressKey.OfPerson(replacement)
                : Head(context.File, team ?? (item.Walled ? TeamKind.Supervision : TeamKind.Investigation)) is { } head ? AddressKey.OfPerson(head.PersonId)
                : AddressKey.OfRole(item.Walled ? Roles.Supervision : Roles.Government);
            (item.AssigneeId, item.DelegateId, item.SeenAt) = (null, null, null);
            item.Version++;
        }
    }

    private static TeamMember? Head(CaseFile file, TeamKind team)
    {
        var impartial = file.Members(team).Where(member => !file.Concerns(member.PersonId)).ToList();
        return impartial.Find(member => member.Function == TeamFunction.Leader) ?? impartial.Find(member => member.Function == TeamFunction.Deputy);
    }
}
