using Microsoft.EntityFrameworkCore;
using WorkflowAccountability.Procedure.Organisations;

namespace WorkflowAccountability.Procedure.Notifications;

/// <summary>Who is to get mail and cannot: in office, mail not declined, no address that mail could go to. What is written for him stands on the site.</summary>
internal static class WithoutAddress
{
    /// <summary>The ids of these people, in order.</summary>
    public static async Task<IReadOnlyList<string>> FindAsync(
        AccountabilityDb db, Channel mail, OrganisationDirectory directory, DateOnly today, CancellationToken cancellationToken)
    {
        var declined = await db.Set<NoticeSettings>().Where(settings => !settings.Mail && !settings.Digest)
            .Select(settings => settings.PersonId).ToHashSetAsync(cancellationToken);
        var inOffice = directory.PeopleOn(today).ToHashSet();
        var people = await db.People.AsNoTracking().OrderBy(person => person.Id).ToListAsync(cancellationToken);
        return [.. people.Where(person => inOffice.Contains(person.Id) && !declined.Contains(person.Id)
            && !mail.Reaches(new OutgoingPerson(person.Id, person.Name, person.Email))).Select(person => person.Id)];
    }
}
