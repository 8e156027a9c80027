using System.Text.Json.Nodes;
using WorkflowAccountability.Engine.Designer;
using WorkflowAccountability.Engine.Journal;

namespace WorkflowAccountability.StudioApi.WorkflowInstances;

/// <summary>One execution of an activity, read from the journal.</summary>
internal sealed record Execution(
    string Id, string InstanceId, string ActivityId, string NodeId, string Type, DateTimeOffset StartedAt, DateTimeOffset? CompletedAt, string Status, bool HasBookmarks,
    IReadOnlyList<string> Outcomes, string? Message, JsonNode? Remembers)
{
    /// <summary>Every execution that the person may know of, in the order of their beginnings.</summary>
    public static IReadOnlyList<Execution> Of(InstanceSheet sheet) =>
        [.. sheet.Journal.GroupBy(entry => entry.ActivityInstanceId).Select(entries => Of(sheet, [.. entries]))];

    /// <summary>The id under which Studio asks for one execution; it tells the instance too, so that no index over executions is needed.</summary>
    public static string IdOf(string instanceId, string activityInstanceId) => $"{instanceId}:{activityInstanceId}";

    /// <summary>The instance in such an id.</summary>
    public static string InstanceIn(string id) => id.Split(':')[0];

    /// <summary>How often an activity was begun and completed, as the badges of the viewer show it.</summary>
    public static object Stats(IGrouping<string, Execution> executions) => new
    {
        executions.Last().ActivityId, ActivityNodeId = executions.Key, StartedCount = executions.Count(),
        CompletedCount = executions.Count(execution => execution.Status == "Completed"), UncompletedCount = executions.Count(execution => execution.Status is "Running" or "Faulted"),
        IsBlocked = executions.Any(execution => execution.HasBookmarks), IsFaulted = executions.Any(execution => execution.Status == "Faulted"), AggregateFaultCount = 0,
        Metadata = new { },
    };

    /// <summary>The line of a list.</summary>
    public object Summary(IReadOnlyDictionary<string, string> names) => new
    {
        Id, WorkflowInstanceId = InstanceId, ActivityId, ActivityNodeId = NodeId, ActivityType = Type, ActivityTypeVersion = 1,
        ActivityName = names.GetValueOrDefault(ActivityId, ActivityId), StartedAt, HasBookmarks, Status, CompletedAt, AggregateFaultCount = 0, Metadata = new { }, CallStackDepth = 0,
    };

    /// <summary>All of it.</summary>
    public object Record(IReadOnlyDictionary<string, string> names) => new
    {
        Id, WorkflowInstanceId = InstanceId, ActivityId, ActivityNodeId = NodeId, ActivityType = Type, ActivityTypeVersion = 1,
        ActivityName = names.GetValueOrDefault(ActivityId, ActivityId), StartedAt, HasBookmarks, Status, CompletedAt, AggregateFaultCount = 0, CallStackDepth = 0,
        ActivityState = Remembers as JsonObject ?? [], Outputs = new { }, Payload = Outcomes.Count == 0 ? null : new { Outcomes }, Properties = new { }, Metadata = new { },
        Exception = Message is null ? null : new { Type = "", Message },
    };

    private static Execution Of(InstanceSheet sheet, IReadOnlyList<JournalEntry> entries)
    {
        var (first, last) = (entries[0], entries.LastOrDefault(entry => entry.EventName is "Completed" or "Canceled" or "Faulted"));
        return new Execution(IdOf(sheet.Line.Id, first.ActivityInstanceId), sheet.Line.Id, first.ActivityId, first.ActivityNodeId, first.ActivityType, first.Timestamp,
            last is { EventName: not "Faulted" } ? last.Timestamp : null, last?.EventName ?? "Running", sheet.Waiting.ContainsKey(first.ActivityInstanceId),
            last?.Outcomes ?? [], last is { EventName: "Faulted" } ? last.Message ?? "" : null,
            sheet.Waiting.GetValueOrDefault(first.ActivityInstanceId));
    }
}
