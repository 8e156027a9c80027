using System.Text.Json.Nodes;
using WorkflowAccountability.Engine.Definitions;
using WorkflowAccountability.Engine.Designer;
using WorkflowAccountability.Engine.Journal;

namespace WorkflowAccountability.StudioApi.WorkflowInstances;

/// <summary>Instances and executions on the wire, made from what the person may know.</summary>
internal static class InstanceJson
{
    public static object Line(InstanceLine line) => new
    {
        line.Id, line.DefinitionId, line.DefinitionVersionId, line.Version, Status = line.Status.ToString(), SubStatus = line.SubStatus.ToString(),
        line.CorrelationId, line.Name, line.IncidentCount, IsSystem = false, line.CreatedAt, line.UpdatedAt, line.FinishedAt,
    };

    public static object Sheet(InstanceSheet sheet)
    {
        var line = sheet.Line;
        return new
        {
            line.Id, line.DefinitionId, line.DefinitionVersionId, line.Version, Status = line.Status.ToString(), SubStatus = line.SubStatus.ToString(),
            line.CorrelationId, line.Name, line.IncidentCount, IsSystem = false, line.CreatedAt, line.UpdatedAt, line.FinishedAt,
            WorkflowState = new
            {
                line.Id, line.DefinitionId, line.DefinitionVersionId, DefinitionVersion = line.Version, line.CorrelationId, line.Name,
                Status = line.Status.ToString(), SubStatus = line.SubStatus.ToString(), IsExecuting = false,
                Bookmarks = sheet.Journal.Where(entry => entry.EventName == "Started" && sheet.Waiting.ContainsKey(entry.ActivityInstanceId)).Select(entry => new
                {
                    Id = entry.ActivityInstanceId, Name = entry.ActivityType, Hash = "", entry.ActivityId, entry.ActivityNodeId, entry.ActivityInstanceId,
                    CreatedAt = entry.Timestamp, AutoBurn = true, AutoComplete = true,
                }),
                Incidents = sheet.Incidents.Select(incident => new
                {
                    incident.ActivityId, incident.ActivityType, ActivityNodeId = sheet.Journal.LastOrDefault(entry => entry.ActivityId == incident.ActivityId)?.ActivityNodeId,
                    incident.Message, incident.Timestamp,
                }),
                CompletionCallbacks = Array.Empty<object>(), ActivityExecutionContexts = Array.Empty<object>(), ScheduledActivities = Array.Empty<object>(),
                Input = new { }, Output = new { }, Properties = new { }, line.CreatedAt, line.UpdatedAt, line.FinishedAt,
            },
        };
    }

    public static object Entry(string instanceId, JournalEntry entry, IReadOnlyDictionary<string, string> names) => new
    {
        Id = $"{instanceId}-{entry.Sequence}", ActivityInstanceId = Execution.IdOf(instanceId, entry.ActivityInstanceId), entry.ActivityId, entry.ActivityType, ActivityTypeVersion = 1,
        ActivityName = names.GetValueOrDefault(entry.ActivityId, entry.ActivityId), NodeId = entry.ActivityNodeId, entry.Timestamp, entry.Sequence, entry.EventName, entry.Message,
        ActivityState = new { },
        Payload = entry.Outcomes.Count == 0 ? null : new { entry.Outcomes },
    };

    /// <summary>What people call each activity of a version, by its id.</summary>
    public static IReadOnlyDictionary<string, string> Names(WorkflowDefinitionVersion? version)
    {
        if (version is null || JsonNode.Parse(version.Json) is not JsonObject definition)
            return new Dictionary<string, string>();
        var names = new Dictionary<string, string>();
        foreach (var activity in ActivityNodes.Of(definition))
            names[activity["id"]?.ToString() ?? ""] = (activity["metadata"] as JsonObject)?["displayText"]?.ToString() ?? activity["name"]?.ToString() ?? "";
        return names;
    }
}
