using Hangfire.Dashboard;
using WorkflowAccountability.Procedure.Organisations;
using WorkflowAccountability.Procedure.Site;

namespace WorkflowAccountability.Web.Jobs;

/// <summary>Hangfire's dashboard, on top of the site's own policy: for who administers this system in an office that he holds now.</summary>
internal sealed class AdministratorsOnly : IDashboardAsyncAuthorizationFilter
{
    public async Task<bool> AuthorizeAsync(DashboardContext context) =>
        (await Viewer.BindAsync(context.GetHttpContext())).Actor.Holds(Roles.Administrator);
}
