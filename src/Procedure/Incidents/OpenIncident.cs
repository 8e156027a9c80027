using Microsoft.EntityFrameworkCore;
using WorkflowAccountability.Engine.Activities.Flowcharts;
using WorkflowAccountability.Engine.Definitions;
using WorkflowAccountability.Engine.Execution;
using WorkflowAccountability.Engine.Instances;
using WorkflowAccountability.Engine.Journal;
using WorkflowAccountability.Procedure.Cases;
using WorkflowAccountability.Procedure.Diagrams;
using WorkflowAccountability.Procedure.Oversight;
using WorkflowAccountability.Procedure.Stages;
using WorkflowAccountability.Procedure.Workflows;

namespace WorkflowAccountability.Procedure.Incidents;

/// <summary>A workflow that failed at one activity, as an operator is shown it: where, in which definition, why; nothing of the case but its number.</summary>
/// <param name="Place">What is called so in the definition; null where even this lies behind the wall.</param>
/// <param name="Message">The engine's words; null behind the wall.</param>
/// <param name="MayCancel">Whether the workflow may be ended from here.</param>
public sealed record OpenIncident(
    string Id, string CaseId, string CaseNumber, DateTimeOffset At, string Workflow, int Version, string? Place, string? Message, bool MayCancel);

/// <summary>What of the workflows failed and still waits, and what an operator may know and do about it (内部环节).</summary>
public sealed class IncidentDesk(StageCatalog stages, DefinitionCatalog definitions)
{
    private const int Most = 200;

    /// <summary>Those that still wait, oldest first, without the cases in which the reader is under inquiry.</summary>
    public async Task<IReadOnlyList<OpenIncident>> WaitingAsync(Actor actor, AccountabilityDb db, CancellationToken cancellationToken)
    {
        var personId = actor.PersonId;
        var rows = await (from incident in db.Incidents.AsNoTracking()
                          where incident.ResolvedAt == null
                          join instance in db.Instances.AsNoTracking() on incident.InstanceId equals instance.Id
                          join file in db.Cases.AsNoTracking() on instance.CaseId equals file.Id
                          where !file.Exclusions.Any(exclusion => exclusion.PersonId == personId)
                          orderby incident.Timestamp
                          select new { incident, instance, file.Id, file.Number, file.RunningWorkflows }).Take(Most).ToListAsync(cancellationToken);
        var waiting = new List<OpenIncident>();
        foreach (var row in rows.Where(row => IsOpen(row.incident, WorkflowState.Parse(row.instance.State))))
        {
            var definition = await definitions.VersionAsync(db, row.instance.DefinitionVersionId, cancellationToken);
            var isHidden = IsBehindWall(definition, row.incident.ActivityId);
            waiting.Add(new OpenIncident(row.incident.Id, row.Id, row.Number, row.incident.Timestamp, definition.Name, row.instance.DefinitionVersion,
                isHidden ? null : PlaceOf(row.incident), isHidden ? null : row.incident.Message, MayCancel(row.instance, row.RunningWorkflows)));
        }
        return waiting;
    }

    /// <summary>Whether what failed still waits; a return may have taken its branch back.</summary>
    public static bool IsOpen(StoredIncident row, WorkflowState state) => Find(row, state) is not null;

    /// <summary>What failed, in the state; null where it waits no more.</summary>
    public static Incident? Find(StoredIncident row, WorkflowState state) => state.Incidents.FirstOrDefault(incident =>
        incident.ActivityId == row.ActivityId && incident.Timestamp == row.Timestamp);

    /// <summary>
    /// The procedure itself is ended by its last stage and nothing else, and neither is the last workflow of a case: that would close it.
    /// What runs beside may be ended.
    /// </summary>
    public static bool MayCancel(WorkflowInstance instance, int runningWorkflows) =>
        instance.DefinitionId == SupervisionOrder.Definition || (instance.DefinitionId == OpenSuperiorTrack.Definition && runningWorkflows > 1);

    /// <summary>Whether an activity belongs to a branch of which nobody outside the supervision team knows, or decides about it.</summary>
    public bool IsBehindWall(WorkflowDefinition definition, string activityId) =>
        definition.Root is Flowchart root && Touches(FlowOutline.Of(root, _ => false), activityId);

    private bool Touches(FlowOutline outline, string activityId)
    {
        var walled = outline.Nodes.Where(IsWalled).Select(node => node.Id).ToHashSet();
        return walled.Contains(activityId) || outline.Nodes.Any(node => node.Inside is { } inside && Touches(inside, activityId))
            || outline.Links.Any(link => (walled.Contains(link.Source) || walled.Contains(link.Target)) && link.Hops.Skip(1).Any(hop => hop.Activity == activityId));
    }

    private bool IsWalled(OutlineNode node) => node.Activity is StageActivity stage ? stages.Of(stage).About.Walled
        : node.Inside is { Nodes: var inside } && inside.Where(each => each.Activity is StageActivity).ToList() is { Count: > 0 } all && all.TrueForAll(IsWalled);

    private string PlaceOf(StoredIncident row) =>
        stages.All.FirstOrDefault(stage => stage.About.Type == row.ActivityType) is { } known ? $"{known.Title} · {row.ActivityId}" : row.ActivityId;
}
