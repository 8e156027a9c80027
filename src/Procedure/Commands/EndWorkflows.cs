using Microsoft.EntityFrameworkCore;
using WorkflowAccountability.Engine.Instances;
using WorkflowAccountability.Procedure.Cases;
using WorkflowAccountability.Procedure.Oversight;
using WorkflowAccountability.Procedure.Stages;
using WorkflowAccountability.Procedure.WorkItems;

namespace WorkflowAccountability.Procedure.Commands;

/// <summary>A case ends as a whole: every workflow of it is called off, with all that waits in it and every deadline.</summary>
internal static class EndWorkflows
{
    /// <summary>An open item is owed by nobody any more: it lapses, and with the last of its stage the stage is left.</summary>
    /// <param name="outcome">By which outcome the stage is left; null where other items of it are still owed.</param>
    public static async Task WithdrawAsync(CommandScope scope, CaseFile file, WorkItem item, string? outcome, CancellationToken cancellationToken)
    {
        var instance = await scope.Db.Instances.SingleAsync(row => row.Id == item.InstanceId, cancellationToken);
        await scope.Db.Bookmarks.Where(row => row.InstanceId == instance.Id).LoadAsync(cancellationToken);
        var effects = new BurstEffects(scope, file, instance);
        effects.Close(item, WorkItemStatus.Lapsed, by: null);
        if (outcome is null)
            return;
        var definition = await scope.Machinery.Definitions.VersionAsync(scope.Db, instance.DefinitionVersionId, cancellationToken);
        effects.Take(scope.Machinery.Engine.Resume(definition, WorkflowState.Parse(instance.State), item.BookmarkId,
            StageActivity.Left(new StageStep.Leaving(outcome, new Dictionary<string, object?>())), scope.Now));
    }

    /// <param name="status">How the case stands from now on.</param>
    /// <param name="by">The entry that ended it, for the engine's record.</param>
    public static async Task OfAsync(CommandScope scope, CaseFile file, CaseStatus status, string by, CancellationToken cancellationToken)
    {
        // First, so that the end of the last workflow does not close the case.
        (file.Status, file.ClosedAt) = (status, scope.Now);
        var db = scope.Db;
        var running = await db.Instances.Where(instance => instance.CaseId == file.Id && instance.Status == WorkflowStatus.Running).ToListAsync(cancellationToken);
        foreach (var instance in running)
        {
            await db.Bookmarks.Where(bookmark => bookmark.InstanceId == instance.Id).LoadAsync(cancellationToken);
            var definition = await scope.Machinery.Definitions.VersionAsync(db, instance.DefinitionVersionId, cancellationToken);
            new BurstEffects(scope, file, instance).Take(scope.Machinery.Engine.Cancel(definition, WorkflowState.Parse(instance.State), $"Ended by {by}.", scope.Now));
            foreach (var incident in await db.Incidents.Where(incident => incident.InstanceId == instance.Id && incident.ResolvedAt == null).ToListAsync(cancellationToken))
                incident.ResolvedAt = scope.Now;
        }
        foreach (var order in file.Orders.Where(order => order.IsAlive))
            (order.Status, order.ClosedAt) = (OrderStatus.Ended, scope.Now);
    }
}
