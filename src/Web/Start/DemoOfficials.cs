using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using WorkflowAccountability.Procedure;
using WorkflowAccountability.Procedure.Organisations;

namespace WorkflowAccountability.Web.Start;

/// <summary>An account for every invented official, all with one password: a demonstration holds nothing secret.</summary>
internal sealed class DemoOfficials(AccountabilityDb db, IPasswordHasher<Official> hasher, ILookupNormalizer normalizer)
{
    /// <summary>The password of every demo account.</summary>
    public const string Password = "Changji-2016-59";

    public async Task RunAsync(CancellationToken cancellationToken)
    {
        var known = await db.Users.Select(official => official.PersonId).ToHashSetAsync(cancellationToken);
        // Hashed once: a hash takes a tenth of a second, and there are a hundred accounts.
        var hash = hasher.HashPassword(new Official { PersonId = "" }, Password);
        db.Users.AddRange((await db.People.Select(person => person.Id).ToListAsync(cancellationToken)).Where(id => !known.Contains(id))
            .Select(id => new Official
            {
                PersonId = id, UserName = id, NormalizedUserName = normalizer.NormalizeName(id), PasswordHash = hash,
                SecurityStamp = Guid.NewGuid().ToString("n"), LockoutEnabled = true,
            }));
        await db.SaveChangesAsync(cancellationToken);
    }
}
