using Microsoft.AspNetCore.Identity;
using SignInResult = Microsoft.AspNetCore.Identity.SignInResult;
using WorkflowAccountability.Procedure;
using WorkflowAccountability.Procedure.Organisations;
using WorkflowAccountability.Procedure.Oversight;
using WorkflowAccountability.Procedure.Site;

namespace WorkflowAccountability.Web.Account;

/// <summary>The door. The same sentence for an unknown name and a wrong password; five wrong ones lock the account for a quarter of an hour.</summary>
internal static class SignIn
{
    public static void Map(IEndpointRouteBuilder app)
    {
        app.MapGet("/sign-in", (string? returnUrl) => Page(returnUrl, name: "", message: null)).AllowAnonymous();
        app.MapPost("/sign-in", InAsync).AllowAnonymous();
        app.MapPost("/sign-out", async (IFormCollection _, SignInManager<Official> door) =>
        {
            await door.SignOutAsync();
            return new SeeOther("/sign-in");
        }).RequireAuthorization();
    }

    // Of nobody's password: an unknown name takes as long as a known one, or the clock would tell who has an account.
    private static readonly Official nobody = new() { PersonId = "" };
    private static string? nobodysHash;

    private static async Task<IResult> InAsync(
        IFormCollection posted, SignInManager<Official> door, UserManager<Official> officials, IPasswordHasher<Official> hasher, AccountabilityDb db,
        DirectorySource directories, TimeProvider clock, CancellationToken cancellationToken)
    {
        var (name, password, returnUrl) = (posted["Name"].ToString().Trim(), posted["Password"].ToString(), posted["ReturnUrl"].ToString());
        var official = await officials.FindByNameAsync(name);
        if (official is null)
            hasher.VerifyHashedPassword(nobody, nobodysHash ??= hasher.HashPassword(nobody, Guid.NewGuid().ToString()), password);
        var result = official is null ? SignInResult.Failed : await door.PasswordSignInAsync(official, password, isPersistent: false, lockoutOnFailure: true);
        if (!result.Succeeded)
            return Page(returnUrl, name, result.IsLockedOut ? "SignIn.Locked" : "SignIn.Wrong");
        if (SeeOther.IsOwn(returnUrl) && returnUrl != "/")
            return new SeeOther(returnUrl);
        var directory = await directories.CurrentAsync(db, cancellationToken);
        return new SeeOther(await FirstPage.OfAsync(directory.ActorOf(official!.PersonId, clock.GetUtcNow()), db, cancellationToken));
    }

    private static IResult Page(string? returnUrl, string name, string? message) => Pages.Page<SignInPage>(
        new { ReturnUrl = returnUrl ?? "/", Name = name, Message = message }, message is null ? StatusCodes.Status200OK : StatusCodes.Status401Unauthorized);
}
