using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using WorkflowAccountability.Procedure;
using WorkflowAccountability.Procedure.Administration;
using WorkflowAccountability.Procedure.Deadlines;
using WorkflowAccountability.Procedure.Organisations;

namespace WorkflowAccountability.Web.Start;

/// <summary>The first start of a real site makes one administrator with a password that is printed once and must be changed at once.</summary>
internal sealed class FirstAdministrator(AccountabilityDb db, UserManager<Official> officials, TimeProvider clock)
{
    private const string Name = "administrator";

    public async Task RunAsync(CancellationToken cancellationToken)
    {
        if (await db.Users.AnyAsync(cancellationToken))
            return;
        var today = BeijingTime.DayOf(clock.GetUtcNow());
        var office = await db.RoleBindings.Where(binding => binding.Role == Roles.Administrator).Select(binding => binding.OrganisationId).FirstAsync(cancellationToken);
        db.People.Add(new Person { Id = Name, Name = "系统管理员" });
        db.Posts.Add(new Post { Id = Name, PersonId = Name, OrganisationId = office, Title = "系统管理员", Rank = PostRank.Staff, From = today });
        await db.SaveChangesAsync(cancellationToken);

        var password = OneTimePassword.Make();
        var made = await officials.CreateAsync(new Official { PersonId = Name, UserName = Name, MustChangePassword = true }, password);
        if (!made.Succeeded)
            throw new StartRefusedException(string.Join(' ', made.Errors.Select(error => error.Description)));
        await Console.Out.WriteLineAsync($"First administrator: {Name}   one-time password: {password}   (to be changed at the first sign-in)");
    }
}
