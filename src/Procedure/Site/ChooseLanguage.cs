using System.Globalization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Localization;
using Microsoft.AspNetCore.Routing;

namespace WorkflowAccountability.Procedure.Site;

/// <summary>The reader chooses his language; a cookie remembers it for a year. It works before the door too, and changes nothing else.</summary>
internal static class ChooseLanguage
{
    public const string LanguageField = "Language", BackField = "Back";

    public static void Map(IEndpointRouteBuilder app) => app.MapPost("/language", Choose).AllowAnonymous();

    private static IResult Choose(IFormCollection posted, HttpContext context)
    {
        var (language, back) = (posted[LanguageField].ToString(), posted[BackField].ToString());
        if (Languages.All.Contains(language))
            context.Response.Cookies.Append(CookieRequestCultureProvider.DefaultCookieName,
                CookieRequestCultureProvider.MakeCookieValue(new RequestCulture(CultureInfo.InvariantCulture.Name, language)),
                new CookieOptions { MaxAge = TimeSpan.FromDays(365), HttpOnly = true, SameSite = SameSiteMode.Lax, IsEssential = true, Secure = context.Request.IsHttps });
        return new SeeOther(SeeOther.IsOwn(back) ? back : "/");
    }
}

/// <summary>The languages of the interface; the first is the one of the offices.</summary>
public static class Languages
{
    /// <summary>The codes, as browsers send them.</summary>
    public static IReadOnlyList<string> All { get; } = ["zh-CN", "en"];
}
