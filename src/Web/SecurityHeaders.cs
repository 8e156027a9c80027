namespace WorkflowAccountability.Web;

/// <summary>Every answer: no foreign content, no framing, no guessing of types, nothing kept by the browser but files whose address changes with them.</summary>
internal sealed class SecurityHeaders(RequestDelegate next)
{
    public Task InvokeAsync(HttpContext context)
    {
        // When the answer starts, because a fault clears everything that was set before.
        context.Response.OnStarting(Guard, context);
        return next(context);
    }

    private static Task Guard(object request)
    {
        var context = (HttpContext)request;
        var headers = context.Response.Headers;
        // Whoever came by TLS once is never again sent, or led, past it.
        if (context.Request.IsHttps)
            headers.StrictTransportSecurity = "max-age=31536000";
        // A document that is shown has a stricter one of its own.
        if (headers.ContentSecurityPolicy.Count == 0)
            headers.ContentSecurityPolicy = "default-src 'self'; img-src 'self' data:; object-src 'none'; base-uri 'self'; form-action 'self'; frame-ancestors 'none'";
        headers.XContentTypeOptions = "nosniff";
        headers["Referrer-Policy"] = "same-origin";
        if (headers.CacheControl.Count == 0)
            headers.CacheControl = "no-store";
        return Task.CompletedTask;
    }
}
