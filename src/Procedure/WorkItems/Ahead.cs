using Microsoft.EntityFrameworkCore;
using WorkflowAccountability.Engine.Execution;
using WorkflowAccountability.Engine.Instances;
using WorkflowAccountability.Procedure.Commands;
using WorkflowAccountability.Procedure.Stages;
using WorkflowAccountability.Procedure.Workflows;

namespace WorkflowAccountability.Procedure.WorkItems;

/// <summary>
/// Where an open item may lead. A stage that leaves no values behind cannot turn a condition: the engine is asked what each of its outcomes
/// would open now. For the others the definition names every possible way.
/// </summary>
internal static class Ahead
{
    /// <summary>A way on for every outcome by which the item may leave its stage; none where it cannot.</summary>
    public static async Task<IReadOnlyList<WayOn>> OfAsync(
        WorkItem item, AccountabilityDb db, Machinery machinery, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var stage = machinery.Stages.Of(item);
        if (!stage.MayLeaveFrom(item.Seat))
            return [];
        var instance = await db.Instances.AsNoTracking().SingleAsync(row => row.Id == item.InstanceId, cancellationToken);
        var definition = await machinery.Definitions.VersionAsync(db, instance.DefinitionVersionId, cancellationToken);
        IReadOnlyList<WayOn> ways = [.. new WaysOn(definition).From(item.ActivityId).Where(way => stage.Chooses(way.Outcome))];
        if (stage.Outputs.Count > 0)
            return ways;

        var state = WorkflowState.Parse(instance.State);
        return [.. ways.Select(way => Foretold(way, machinery.Engine.Resume(
            definition, state, item.BookmarkId, StageActivity.Left(new StageStep.Leaving(way.Outcome, new Dictionary<string, object?>())), now)))];
    }

    private static WayOn Foretold(WayOn way, Burst burst)
    {
        var opened = burst.Effects.OfType<BookmarkCreated>().Select(effect => effect.Bookmark.ActivityId).ToHashSet();
        var certain = way.To.Where(destination => opened.Contains(destination.ActivityId))
            .Select(destination => destination with { Depends = false, Waits = false });
        // What opens only when a parallel branch has come is still to be said.
        var waiting = way.To.Where(destination => destination.Waits && !opened.Contains(destination.ActivityId));
        return way with
        {
            To = [.. certain, .. opened.Count > 0 ? [] : waiting],
            Ends = burst.State.Status is WorkflowStatus.Finished,
        };
    }
}
