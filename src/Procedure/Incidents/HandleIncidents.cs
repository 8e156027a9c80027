using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using WorkflowAccountability.Procedure.Commands;
using WorkflowAccountability.Procedure.Organisations;
using WorkflowAccountability.Procedure.Site;

namespace WorkflowAccountability.Procedure.Incidents;

/// <summary>What an administrator may order about a workflow that failed; the list stands on the page of the alarms.</summary>
internal static class HandleIncidents
{
    public static void Map(IEndpointRouteBuilder site)
    {
        site.MapPost("/incidents/{id}/retry", (string id, IFormCollection posted, Viewer viewer, AccountabilityDb db, CommandRunner commands, CancellationToken cancellationToken) =>
            DoAsync(id, posted, viewer, db, commands, (command, caseId) => new RetryIncident(command, viewer.Actor.PersonId, caseId, id), cancellationToken));
        site.MapPost("/incidents/{id}/cancel", (string id, IFormCollection posted, Viewer viewer, AccountabilityDb db, CommandRunner commands, CancellationToken cancellationToken) =>
            DoAsync(id, posted, viewer, db, commands, (command, caseId) =>
                new CancelWorkflow(command, viewer.Actor.PersonId, caseId, id, posted["Words"].ToString().Trim()), cancellationToken));
    }

    private static async Task<IResult> DoAsync(string id, IFormCollection posted, Viewer viewer, AccountabilityDb db, CommandRunner commands,
        Func<string, string, Command> order, CancellationToken cancellationToken)
    {
        var caseId = !viewer.Actor.Holds(Roles.Administrator) ? null : await db.Incidents.Where(incident => incident.Id == id)
            .Join(db.Instances, incident => incident.InstanceId, instance => instance.Id, (_, instance) => instance.CaseId).SingleOrDefaultAsync(cancellationToken);
        return caseId is null || !Envelope.TryRead(posted, out var envelope) ? Pages.NotFound(viewer.Actor)
            : Pages.Answered(await commands.RunAsync(order(envelope.CommandId, caseId), cancellationToken), viewer.Actor);
    }
}
