using System.Text.Json.Nodes;
using WorkflowAccountability.Engine.Activities.Flowcharts;
using WorkflowAccountability.Engine.Bookmarks;
using WorkflowAccountability.Engine.Definitions;
using WorkflowAccountability.Engine.Designer;
using WorkflowAccountability.Engine.Instances;
using WorkflowAccountability.Engine.Journal;
using WorkflowAccountability.Procedure.Diagrams;
using WorkflowAccountability.Procedure.Stages;

namespace WorkflowAccountability.Procedure.Workflows.Watching;

/// <summary>
/// As much of an instance's record as a person may know. Outside the wall (第十条第一句: 独立组成) these are the activities that his diagram of the case
/// shows open: neither the walled stages nor the conditions and variables that tell of them, nor when something moved there.
/// </summary>
internal static class KnownPart
{
    public static InstanceSheet Of(
        WorkflowDefinition definition, StageCatalog stages, bool isBehindWall, WorkflowInstance instance, (string Title, string Number) about,
        IReadOnlyList<JournalEntry> journal, IReadOnlyList<StoredBookmark> bookmarks, IReadOnlyList<StoredIncident> incidents)
    {
        var all = isBehindWall || !definition.AllActivities().OfType<StageActivity>().Any(stage => stages.Of(stage).About.Walled);
        var open = all ? null : Open(FlowOutline.Of((Flowchart)definition.Root, stage => stages.Of(stage).About.Walled)).Append(definition.Root.Id).ToHashSet();
        bool IsKnown(string activityId) => open is null || open.Contains(activityId);

        // Counted anew among them: a gap would tell that something moved behind the wall.
        List<JournalEntry> known = [.. journal.Where(entry => IsKnown(entry.ActivityId)).Select((entry, at) => open is null ? entry : entry with { Sequence = at + 1 })];
        List<StoredIncident> failed = [.. incidents.Where(incident => IsKnown(incident.ActivityId))];
        var moved = all || instance.FinishedAt is not null || known.Count == 0 ? instance.UpdatedAt : known[^1].Timestamp;
        return new InstanceSheet(
            new InstanceLine(instance.Id, instance.DefinitionId, instance.DefinitionVersionId, instance.DefinitionVersion, instance.Status, instance.SubStatus,
                about.Title, about.Number, failed.Count, instance.CreatedAt, moved, instance.FinishedAt),
            known, bookmarks.Where(bookmark => IsKnown(bookmark.ActivityId)).ToDictionary(bookmark => bookmark.ActivityInstanceId,
                bookmark => bookmark.Payload is { } payload ? JsonNode.Parse(payload) : null),
            failed, all ? Variables(definition, instance) : []);
    }

    private static IEnumerable<string> Open(FlowOutline outline) => outline.Nodes.Where(node => node.Kind is not BoxKind.Closed)
        .SelectMany(node => node.Inside is { } inside ? Open(inside).Append(node.Id) : [node.Id]);

    private static List<InstanceVariable> Variables(WorkflowDefinition definition, WorkflowInstance instance)
    {
        var state = WorkflowState.Parse(instance.State);
        return [.. definition.Variables.Select(variable => new InstanceVariable(variable.Id, variable.Name, state.Variable(variable.Name)))];
    }
}
