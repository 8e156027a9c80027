using System.Security.Claims;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Options;
using WorkflowAccountability.Procedure;
using WorkflowAccountability.Procedure.Organisations;
using WorkflowAccountability.Procedure.Site;
using WorkflowAccountability.StudioApi;

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
            var led = cookie.Events.OnRedirectToLogin;
            cookie.Events.OnRedirectToLogin = context =>
            {
                // The designer asks by script: it is told, and its page leads to the door.
                if (context.Request.Path.StartsWithSegments(StudioApiEndpoints.Root, StringComparison.Ordinal))
                {
                    context.Response.Headers.Location = context.Options.LoginPath.Value;
                    return Results.Problem(statusCode: StatusCodes.Status401Unauthorized).ExecuteAsync(context.HttpContext);
                }
                // Where a session ended in mid-sentence the way back is the page of the form; its own address answers nothing to whoever only looks.
                if (!HttpMethods.IsGet(context.Request.Method) && !HttpMethods.IsHead(context.Request.Method))
                    context.RedirectUri = context.Options.LoginPath + QueryString.Create(context.Options.ReturnUrlParameter, PageOf(context.Request));
                return led(context);
            };
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

    // The page that the browser names if it is one of this site's, else the thing that was to be changed: /work-items/1/complete lies below its item.
    private static string PageOf(HttpRequest request) =>
        Uri.TryCreate(request.Headers.Referer, UriKind.Absolute, out var page) && page.Authority == request.Host.Value && SeeOther.IsOwn(page.PathAndQuery)
            ? page.PathAndQuery : request.Path.Value is { } path && path.LastIndexOf('/') is > 0 and var end && SeeOther.IsOwn(path) ? path[..end] : "/";

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
