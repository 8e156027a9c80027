using Microsoft.AspNetCore.Http;

namespace WorkflowAccountability.Procedure.Site;

/// <summary>303: the change is committed, look there. A reload of the page that follows never submits again.</summary>
public sealed class SeeOther(string path) : IResult
{
    /// <summary>Whether a posted address is one of this site: browsers read a backslash as a slash and skip tabs, and a header holds ASCII only.</summary>
    public static bool IsOwn(string url) => url is ['/', ..] and not ['/', '/' or '\\', ..] && url.All(letter => letter is > ' ' and <= '~');

    /// <summary>Where a form says that it came from; null where it says nothing, or another site.</summary>
    public static string? ReturnOf(IFormCollection posted) => posted["Return"].ToString() is { Length: > 0 } there && IsOwn(there) ? there : null;

    /// <inheritdoc/>
    public Task ExecuteAsync(HttpContext httpContext)
    {
        httpContext.Response.StatusCode = StatusCodes.Status303SeeOther;
        httpContext.Response.Headers.Location = path;
        return Task.CompletedTask;
    }
}
