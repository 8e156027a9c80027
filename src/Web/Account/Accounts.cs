using System.Security.Claims;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Options;
using WorkflowAccountability.Procedure;
using WorkflowAccountability.Procedure.Organisations;
using WorkflowAccountability.Procedure.Site;

namespace WorkflowAccountability.Web.Account;

/// <summary>Sign-in with ASP.NET Core Identity: lockout, password rules, change at first sign-in, the security stamp checked on every request.</summary>
internal static class Accounts
{
    /// <summary>The claim of an account whose password is not its owner's yet.</summary>
    public const string MustChangePassword = "must-change-password";

    public static IServiceCollection AddAccounts(this IServiceCollection services)
    {
        services.AddIdentity<Official, IdentityRole>(identity =>
        {
            identity.Lockout.MaxFailedAccessAttempts = 5;
            identity.Lockout.DefaultLockoutTimeSpan = TimeSpan.FromMinutes(15);
            identity.Password.RequiredLength = 10;
            identity.Password.RequireNonAlphanumeric = false;
        }).AddEntityFrameworkStores<AccountabilityDb>().AddClaimsPrincipalFactory<OfficialClaims>();
        services.ConfigureApplicationCookie(cookie =>
        {
            cookie.LoginPath = "/sign-in";
            cookie.AccessDeniedPath = "/password";
            cookie.Cookie.Name = "accountability";
            // Only a password that is not one's own yet leads elsewhere; what is not for somebody does not exist for him.
            cookie.Events.OnRedirectToAccessDenied = context =>
            {
                if (context.HttpContext.User.HasClaim(claim => claim.Type == MustChangePassword))
                    context.Response.Redirect(context.RedirectUri);
                else
                    context.Response.StatusCode = StatusCodes.Status404NotFound;
                return Task.CompletedTask;
            };
            cookie.Cookie.SameSite = SameSiteMode.Lax;
        });
        // A right that was taken away a second ago must be gone in the next request, not in half an hour.
        services.Configure<SecurityStampValidatorOptions>(validator => validator.ValidationInterval = TimeSpan.Zero);
        services.AddAuthorizationBuilder()
            .SetFallbackPolicy(new AuthorizationPolicyBuilder().RequireAuthenticatedUser().Build())
            .AddPolicy(Viewer.Policy, policy => policy.RequireAuthenticatedUser()
                .RequireAssertion(context => !context.User.HasClaim(claim => claim.Type == MustChangePassword)));
        return services;
    }

    public static void MapAccounts(this IEndpointRouteBuilder app)
    {
        SignIn.Map(app);
        ChangePassword.Map(app);
    }
}

/// <summary>Ties the account to its person.</summary>
internal sealed class OfficialClaims(UserManager<Official> officials, IOptions<IdentityOptions> options)
    : UserClaimsPrincipalFactory<Official>(officials, options)
{
    protected override async Task<ClaimsIdentity> GenerateClaimsAsync(Official user)
    {
        var identity = await base.GenerateClaimsAsync(user);
        identity.AddClaim(new Claim(Viewer.PersonClaim, user.PersonId));
        if (user.MustChangePassword)
            identity.AddClaim(new Claim(Accounts.MustChangePassword, "true"));
        return identity;
    }
}
