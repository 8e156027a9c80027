using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using WorkflowAccountability.Procedure.Commands;
using WorkflowAccountability.Procedure.Forms;
using WorkflowAccountability.Procedure.Organisations;

namespace WorkflowAccountability.Procedure.Administration;

/// <summary>What an administrator does to an account; never to what its owner may do, which comes from posts.</summary>
public enum AccountAct
{
    /// <summary>A new account with a one-time password.</summary>
    Create,

    /// <summary>Wrong passwords are forgotten.</summary>
    Unlock,

    /// <summary>A one-time password takes the place of the old one; all sessions end.</summary>
    Reset,

    /// <summary>All sessions end with their next request.</summary>
    SignOut,
}

/// <summary>内部环节: an administrator makes, unlocks or resets an account, or ends its sessions.</summary>
/// <param name="PasswordHash">The hash of the one-time password; null where none is set. It is in no audit and no comparison of commands.</param>
public sealed record ChangeAccount(string Id, string PersonId, string OwnerId, AccountAct Act, string? PasswordHash) : Command(Id, PersonId)
{
    /// <inheritdoc/>
    protected override string Payload => $"{OwnerId}|{Act}";

    internal override async Task<Answer> ApplyAsync(CommandScope scope, CancellationToken cancellationToken)
    {
        if (!scope.Actor.Holds(Roles.Administrator) || !scope.Directory.KnowsPerson(OwnerId))
            return new Answer.NotFound();
        var account = await scope.Db.Users.SingleOrDefaultAsync(official => official.PersonId == OwnerId, cancellationToken);
        if ((account is null) != (Act is AccountAct.Create))
            return new Answer.NotFound();
        if (account is null)
            scope.Db.Users.Add(account = new Official { PersonId = OwnerId, UserName = OwnerId, NormalizedUserName = OwnerId.ToUpperInvariant(), LockoutEnabled = true });
        if (Act is AccountAct.Create or AccountAct.Reset)
            (account.PasswordHash, account.MustChangePassword) = (PasswordHash ?? throw new InvalidOperationException($"{Act} needs a password."), true);
        if (Act is AccountAct.Unlock or AccountAct.Reset)
            (account.LockoutEnd, account.AccessFailedCount) = (null, 0);
        if (Act is not AccountAct.Unlock)
            account.SecurityStamp = Guid.NewGuid().ToString("n");
        account.ConcurrencyStamp = Guid.NewGuid().ToString();
        await scope.RecordAdministrationAsync(JsonSerializer.Serialize(new { account = OwnerId, act = Act }, FormJsonText.Options), cancellationToken);
        return new Answer.Done($"/people/accounts/{OwnerId}");
    }
}
