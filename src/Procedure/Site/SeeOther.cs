using Microsoft.AspNetCore.Http;

namespace WorkflowAccountability.Procedure.Site;

/// <summary>303: the change is committed, look there. A reload of the page that follows never submits again.</summary>
public sealed class SeeOther(string path) : IResult
{
    /// <inheritdoc/>
    public Task ExecuteAsync(HttpContext httpContext)
    {
        httpContext.Response.StatusCode = StatusCodes.Status303SeeOther;
        httpContext.Response.Headers.Location = path;
        return Task.CompletedTask;
    }
}
