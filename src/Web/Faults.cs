using System.Data.Common;
using System.Diagnostics;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using WorkflowAccountability.Procedure.Documents;
using WorkflowAccountability.Procedure.Site;
using WorkflowAccountability.StudioApi;

namespace WorkflowAccountability.Web;

/// <summary>The one place where an exception becomes a page: the database is away, the form has expired, or something is broken. In every case nothing was half written.</summary>
internal sealed class Faults(RequestDelegate next, IServiceScopeFactory scopes, ILogger<Faults> logger)
{
    public async Task InvokeAsync(HttpContext context)
    {
        try
        {
            await next(context);
            if (!context.Response.HasStarted && context.Response is { ContentLength: null, ContentType: null })
                await EmptyAsync(context);
        }
        catch (Exception exception) when (!context.Response.HasStarted && !context.RequestAborted.IsCancellationRequested)
        {
            var mark = Activity.Current?.TraceId.ToString() ?? context.TraceIdentifier;
            var away = IsDatabase(exception);
            Logs.RequestFailed(logger, mark, exception);
            context.Response.Clear();
            // What failed may have been the rendering itself: the page about it is made by services that were not part of it.
            await using var fresh = scopes.CreateAsyncScope();
            context.RequestServices = fresh.ServiceProvider;
            if (context.Request.Path.StartsWithSegments(StudioApiEndpoints.Root, StringComparison.Ordinal))
                await Results.Problem(statusCode: away ? StatusCodes.Status503ServiceUnavailable : StatusCodes.Status500InternalServerError, extensions: [new("mark", mark)])
                    .ExecuteAsync(context);
            else
                await Execute(context, away ? Pages.Problem("Unavailable", StatusCodes.Status503ServiceUnavailable, viewer: null)
                    : Pages.Problem("Failed", StatusCodes.Status500InternalServerError, viewer: null, mark));
        }
    }

    private static Task EmptyAsync(HttpContext context) => context.Response.StatusCode switch
    {
        StatusCodes.Status400BadRequest or StatusCodes.Status413PayloadTooLarge when IsTooLarge(context) =>
            Execute(context, Pages.Problem("TooLarge", StatusCodes.Status413PayloadTooLarge, viewer: null,
                context.RequestServices.GetRequiredService<DocumentOptions>().Megabytes)),
        StatusCodes.Status400BadRequest => Execute(context, Pages.Problem("Expired", StatusCodes.Status400BadRequest, viewer: null)),
        StatusCodes.Status404NotFound => Execute(context, Pages.NotFound(viewer: null)),
        _ => Task.CompletedTask,
    };

    private static bool IsTooLarge(HttpContext context) =>
        context.Request.ContentLength > context.Features.Get<IHttpMaxRequestBodySizeFeature>()?.MaxRequestBodySize;

    private static Task Execute(HttpContext context, RazorComponentResult<ProblemPage> page) => page.ExecuteAsync(context);

    private static bool IsDatabase(Exception? exception) => exception switch
    {
        null => false,
        DbException or TimeoutException or DbUpdateException => true,
        _ => IsDatabase(exception.InnerException),
    };
}
