using Microsoft.AspNetCore.Http;

namespace WorkflowAccountability.StudioApi.Door;

/// <summary>
/// Studio sends the session's cookie and no token of a form. So whatever changes something must say by its headers, which no foreign page can set, that a
/// page of this site sent it.
/// </summary>
internal sealed class SameOriginOnly(RequestDelegate next)
{
    public Task InvokeAsync(HttpContext context)
    {
        var request = context.Request;
        if (!request.Path.StartsWithSegments(StudioApiEndpoints.Root, StringComparison.Ordinal) || HttpMethods.IsGet(request.Method)
            || HttpMethods.IsHead(request.Method) || IsOwn(request))
            return next(context);
        return Results.Problem(Words.Of("ForeignPage"), statusCode: StatusCodes.Status403Forbidden).ExecuteAsync(context);
    }

    private static bool IsOwn(HttpRequest request)
    {
        if (request.Headers.Origin.ToString() is { Length: > 0 } origin
            && !(Uri.TryCreate(origin, UriKind.Absolute, out var from) && from.Authority == request.Host.Value))
            return false;
        return request.Headers["Sec-Fetch-Site"].ToString() switch
        {
            "same-origin" => true,
            "" => request.Headers.Origin.Count > 0,
            _ => false,
        };
    }
}
