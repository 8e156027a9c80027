using System.Security.Claims;
using Microsoft.AspNetCore.Identity;
using WorkflowAccountability.Procedure.Organisations;
using WorkflowAccountability.Procedure.Regulation;
using WorkflowAccountability.Procedure.Site;

namespace WorkflowAccountability.Web.Account;

/// <summary>A password of one's own; whoever signs in for the first time comes here and nowhere else.</summary>
internal static class ChangePassword
{
    public static void Map(IEndpointRouteBuilder app)
    {
        app.MapGet("/password", (ClaimsPrincipal user) => Page(user, [])).RequireAuthorization();
        app.MapPost("/password", ChangeAsync).RequireAuthorization();
    }

    private static async Task<IResult> ChangeAsync(
        IFormCollection posted, ClaimsPrincipal user, UserManager<Official> officials, SignInManager<Official> door)
    {
        var (old, fresh, again) = (posted["Old"].ToString(), posted["New"].ToString(), posted["Again"].ToString());
        if (fresh != again)
            return Page(user, ["Password.Differ"]);
        if (fresh == old)
            return Page(user, ["Password.Same"]);
        var official = await officials.GetUserAsync(user) ?? throw new InvalidOperationException("A signed-in official has no account.");
        var result = await officials.ChangePasswordAsync(official, old, fresh);
        if (!result.Succeeded)
            return Page(user, [.. result.Errors.Select(error => error.Code == nameof(IdentityErrorDescriber.PasswordMismatch) ? "Password.WrongOld" : "Password.Rules").Distinct()]);
        official.MustChangePassword = false;
        await officials.UpdateAsync(official);
        await door.RefreshSignInAsync(official);
        return new SeeOther("/");
    }

    private static IResult Page(ClaimsPrincipal user, IReadOnlyList<string> wrong) => Pages.Page<PasswordPage>(
        new { First = user.HasClaim(claim => claim.Type == Accounts.MustChangePassword), Wrong = (IReadOnlyList<Text>)[.. wrong.Select(key => new Text(typeof(AccountTexts), key))] },
        wrong.Count == 0 ? StatusCodes.Status200OK : StatusCodes.Status422UnprocessableEntity);
}
