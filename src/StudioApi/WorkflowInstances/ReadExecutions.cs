using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using WorkflowAccountability.Engine.Designer;
using WorkflowAccountability.StudioApi.Door;

namespace WorkflowAccountability.StudioApi.WorkflowInstances;

/// <summary>The executions of activities: the badges of the viewer, and what is shown of the one that was clicked.</summary>
internal static class ReadExecutions
{
    public static void Map(RouteGroupBuilder api)
    {
        api.MapPost("/activity-executions/report", ReportAsync);
        api.MapGet("/activity-executions/list", (string? workflowInstanceId, string? activityNodeId, AtDesk at, IInstanceDesk desk, IDefinitionDesk definitions, CancellationToken cancellationToken) =>
            ListAsync(workflowInstanceId, activityNodeId, at, desk, definitions, (execution, names) => execution.Record(names), cancellationToken));
        api.MapGet("/activity-execution-summaries/list", (string? workflowInstanceId, string? activityNodeId, AtDesk at, IInstanceDesk desk, IDefinitionDesk definitions, CancellationToken cancellationToken) =>
            ListAsync(workflowInstanceId, activityNodeId, at, desk, definitions, (execution, names) => execution.Summary(names), cancellationToken));
        api.MapGet("/activity-executions/by-id", ByIdAsync);
        api.MapGet("/activity-executions/count", async (string? workflowInstanceId, AtDesk at, IInstanceDesk desk, CancellationToken cancellationToken) =>
            Results.Json(new { Count = (await ExecutionsAsync(workflowInstanceId, at, desk, cancellationToken)).Count }));
        api.MapGet("/activity-executions/{id}/call-stack", CallStackAsync);
    }

    private static async Task<IResult> ReportAsync(ReportOrder body, AtDesk at, IInstanceDesk desk, CancellationToken cancellationToken)
    {
        var asked = body.ActivityNodeIds?.ToHashSet();
        return Results.Json(new
        {
            Stats = (await ExecutionsAsync(body.WorkflowInstanceId, at, desk, cancellationToken)).GroupBy(execution => execution.NodeId)
                .Where(executions => asked is not { Count: > 0 } || asked.Contains(executions.Key)).Select(Execution.Stats),
        });
    }

    private static async Task<IResult> ListAsync(string? instanceId, string? nodeId, AtDesk at, IInstanceDesk desk, IDefinitionDesk definitions,
        Func<Execution, IReadOnlyDictionary<string, string>, object> shown, CancellationToken cancellationToken)
    {
        var sheet = instanceId is null ? null : await desk.FindAsync(at.Who, instanceId, cancellationToken);
        var names = InstanceJson.Names(sheet is null ? null : await definitions.VersionAsync(sheet.Line.DefinitionVersionId, cancellationToken));
        var executions = sheet is null ? [] : Execution.Of(sheet).Where(execution => nodeId is null || execution.NodeId == nodeId).ToList();
        return Results.Json(new { Items = executions.Select(execution => shown(execution, names)), executions.Count });
    }

    private static async Task<IResult> ByIdAsync(string? id, AtDesk at, IInstanceDesk desk, IDefinitionDesk definitions, CancellationToken cancellationToken)
    {
        var sheet = id is null ? null : await desk.FindAsync(at.Who, Execution.InstanceIn(id), cancellationToken);
        if (sheet is null || Execution.Of(sheet).FirstOrDefault(execution => execution.Id == id) is not { } found)
            return Answers.NotFound;
        return Results.Json(found.Record(InstanceJson.Names(await definitions.VersionAsync(sheet.Line.DefinitionVersionId, cancellationToken))));
    }

    // The containers around it, the outermost first, and it itself.
    private static async Task<IResult> CallStackAsync(string id, AtDesk at, IInstanceDesk desk, IDefinitionDesk definitions, CancellationToken cancellationToken)
    {
        var sheet = await desk.FindAsync(at.Who, Execution.InstanceIn(id), cancellationToken);
        var all = sheet is null ? [] : Execution.Of(sheet);
        if (all.FirstOrDefault(execution => execution.Id == id) is not { } found)
            return Answers.NotFound;
        var names = InstanceJson.Names(await definitions.VersionAsync(sheet!.Line.DefinitionVersionId, cancellationToken));
        var around = all.Where(execution => found.NodeId.StartsWith(execution.NodeId + ":", StringComparison.Ordinal) && execution.StartedAt <= found.StartedAt)
            .GroupBy(execution => execution.NodeId).Select(executions => executions.Last()).OrderBy(execution => execution.NodeId.Length).Append(found).ToList();
        return Results.Json(new { ActivityExecutionId = id, Items = around.Select(execution => execution.Record(names)), TotalCount = around.Count });
    }

    private static async Task<IReadOnlyList<Execution>> ExecutionsAsync(string? instanceId, AtDesk at, IInstanceDesk desk, CancellationToken cancellationToken) =>
        instanceId is not null && await desk.FindAsync(at.Who, instanceId, cancellationToken) is { } sheet ? Execution.Of(sheet) : [];

    private sealed record ReportOrder(string? WorkflowInstanceId, IReadOnlyList<string>? ActivityNodeIds);
}
