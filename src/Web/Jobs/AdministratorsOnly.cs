using WorkflowAccountability.Procedure.Organisations;
using WorkflowAccountability.Procedure.Site;

namespace WorkflowAccountability.Web.Jobs;

/// <summary>On top of the site's own policy: Hangfire's dashboard exists for who administers this system in an office that he holds now, and for nobody else.</summary>
internal sealed class AdministratorsOnly(RequestDelegate next)
{
    public async Task InvokeAsync(HttpContext context)
    {
        if (!context.Request.Path.StartsWithSegments(Jobs.Dashboard, StringComparison.OrdinalIgnoreCase)
            || (await Viewer.BindAsync(context)) is { Actor: var actor } && actor.Holds(Roles.Administrator))
            await next(context);
        else
            context.Response.StatusCode = StatusCodes.Status404NotFound;
    }
}
