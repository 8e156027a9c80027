using Microsoft.EntityFrameworkCore;

namespace WorkflowAccountability.Procedure.Organisations;

/// <summary>Puts the shipped organisations, and for a demonstration the invented officials, into an empty database.</summary>
public static class StoreOrganisations
{
    /// <summary>Does nothing where organisations are already there.</summary>
    public static async Task RunAsync(AccountabilityDb db, bool withPeople, CancellationToken cancellationToken)
    {
        if (await db.Organisations.AnyAsync(cancellationToken))
            return;
        var register = OrganisationSeed.Load();
        db.AddRange(register.Organisations);
        db.AddRange(register.Names);
        db.AddRange(register.Successions);
        db.AddRange(register.RoleBindings);
        if (withPeople)
        {
            db.AddRange(register.People);
            db.AddRange(register.Posts);
        }
        db.Add(new DirectoryStamp { Version = 1 });
        await db.SaveChangesAsync(cancellationToken);
    }
}
