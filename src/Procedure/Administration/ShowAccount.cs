using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using WorkflowAccountability.Procedure.Commands;
using WorkflowAccountability.Procedure.Organisations;
using WorkflowAccountability.Procedure.Site;

namespace WorkflowAccountability.Procedure.Administration;

/// <summary>A person's account: how it stands, what can be done, what each act does. A one-time password is shown once, in the answer to the act.</summary>
internal static class ShowAccount
{
    public static void Map(IEndpointRouteBuilder site)
    {
        site.MapGet("/people/accounts/{id}", async (string id, Viewer viewer, AccountabilityDb db, CancellationToken cancellationToken) =>
            await PageAsync(id, viewer, db, password: null, cancellationToken));
        site.MapPost("/people/accounts/{id}", ActAsync);
    }

    private static async Task<IResult> ActAsync(string id, IFormCollection posted, Viewer viewer, AccountabilityDb db, CommandRunner commands,
        IPasswordHasher<Official> hasher, CancellationToken cancellationToken)
    {
        if (!Envelope.TryRead(posted, out var envelope) || !Enum.TryParse<AccountAct>(posted["Act"].ToString(), out var act) || !Enum.IsDefined(act))
            return Pages.NotFound(viewer.Actor);
        var password = act is AccountAct.Create or AccountAct.Reset ? OneTimePassword.Make() : null;
        var hash = password is null ? null : hasher.HashPassword(new Official { PersonId = id }, password);
        var answer = await commands.RunAsync(new ChangeAccount(envelope.CommandId, viewer.Actor.PersonId, id, act, hash), cancellationToken);
        // A repeat made no password: the one that counts was shown in the first answer.
        return answer is Answer.Done { Repeated: false } && password is not null
            ? await PageAsync(id, viewer, db, password, cancellationToken) : Pages.Answered(answer, viewer.Actor);
    }

    private static async Task<IResult> PageAsync(string id, Viewer viewer, AccountabilityDb db, string? password, CancellationToken cancellationToken)
    {
        if (!viewer.Actor.Holds(Roles.Administrator) || !viewer.Directory.KnowsPerson(id))
            return Pages.NotFound(viewer.Actor);
        var account = await db.Users.AsNoTracking().SingleOrDefaultAsync(official => official.PersonId == id, cancellationToken);
        return Pages.Page<AccountPage>(new
        {
            Viewer = viewer.Actor, PersonId = id, Name = viewer.Directory.NameOfPerson(id), Account = account, Password = password,
            IsLocked = account?.LockoutEnd > viewer.Now,
        });
    }
}
