using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using WorkflowAccountability.Procedure.Cases;
using WorkflowAccountability.Procedure.Commands;
using WorkflowAccountability.Procedure.Forms;
using WorkflowAccountability.Procedure.Organisations;
using WorkflowAccountability.Procedure.Regulation;
using WorkflowAccountability.Procedure.Site;
using WorkflowAccountability.Procedure.WorkItems;
using WorkflowAccountability.Procedure.WorkItems.Verbs;

namespace WorkflowAccountability.Procedure.Oversight;

/// <summary>内部环节 (督办): the supervisors' office begins an order for an open item; whoever begins it fills in the filing himself.</summary>
public sealed record StartSupervisionOrder(string Id, string PersonId, string Case, string WorkItemId) : Command(Id, PersonId)
{
    /// <inheritdoc/>
    public override string CaseId => Case;

    /// <inheritdoc/>
    protected override string Payload => WorkItemId;

    internal override async Task<Answer> ApplyAsync(CommandScope scope, CancellationToken cancellationToken)
    {
        var file = await scope.CaseAsync(Case, cancellationToken);
        var item = file is null ? null : await scope.Db.WorkItems.FindAsync([WorkItemId], cancellationToken);
        if (file is null || item is null || item.CaseId != file.Id || !May(item, file, scope.Actor))
            return new Answer.NotFound();
        if (VerbDesk.Refusal(await OrderDesk.RulingsAsync(scope.Db, item, cancellationToken)) is { } refusal)
            return refusal;

        var order = await OrderDesk.ProposeAsync(scope, file, item, Id, rung: null, cancellationToken)
            ?? throw new InvalidOperationException($"The definition '{SupervisionOrder.Definition}' is not published.");
        var filing = scope.Db.WorkItems.Local.Single(each => each.InstanceId == order.InstanceId);
        filing.AssigneeId = PersonId;
        await scope.RecordAsync(file, Citations.InternalStep, JsonSerializer.Serialize(new { stage = item.StageType, item = item.Id, order = order.Id },
            FormJsonText.Options), walled: false, cancellationToken);
        return new Answer.Done($"/work-items/{filing.Id}");
    }

    internal static void Map(IEndpointRouteBuilder site) => site.MapPost("/work-items/{id}/order",
        async (string id, IFormCollection posted, Viewer viewer, AccountabilityDb db, CommandRunner commands, CancellationToken cancellationToken) =>
        {
            var caseId = await db.WorkItems.Where(item => item.Id == id).Select(item => item.CaseId).SingleOrDefaultAsync(cancellationToken);
            return caseId is null || !Envelope.TryRead(posted, out var envelope) ? Pages.NotFound(viewer.Actor)
                : Pages.Answered(await commands.RunAsync(new StartSupervisionOrder(envelope.CommandId, viewer.Actor.PersonId, caseId, id), cancellationToken), viewer.Actor);
        });

    /// <summary>Whether somebody may begin one at all: never for what lies behind the wall, which nobody in front of it knows.</summary>
    internal static bool May(WorkItem item, CaseFile file, Actor actor) => actor.Holds(Roles.Oversight) && !item.Walled && !file.Concerns(actor.PersonId);
}
