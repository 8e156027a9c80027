using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using WorkflowAccountability.Engine.Activities;
using WorkflowAccountability.Engine.Definitions;
using WorkflowAccountability.Engine.Designer;
using WorkflowAccountability.StudioApi.Door;

namespace WorkflowAccountability.StudioApi.WorkflowDefinitions;

/// <summary>A part of a version, for going into a container and for finding the way to an activity within.</summary>
internal static class Subgraphs
{
    public static void Map(RouteGroupBuilder api)
    {
        api.MapGet("/workflow-definitions/subgraph/{id}", async (string id, string? parentNodeId, AtDesk at, IDefinitionDesk desk, IInstanceDesk instances,
            ActivityRegistry activities, CancellationToken cancellationToken) =>
            Find(await SheetAsync(id, at, desk, instances, activities, cancellationToken), parentNodeId) is { } part ? Results.Json(Node(part)) : Answers.NotFound);
        api.MapGet("/workflow-definitions/subgraph/segments/{id}", SegmentsAsync);
    }

    private static async Task<IResult> SegmentsAsync(string id, string childNodeId, AtDesk at, IDefinitionDesk desk, IInstanceDesk instances,
        ActivityRegistry activities, CancellationToken cancellationToken)
    {
        var sheet = await SheetAsync(id, at, desk, instances, activities, cancellationToken);
        if (Find(sheet, childNodeId) is not { } child)
            return Answers.NotFound;
        var around = ActivityNodes.Of(sheet!).Where(activity => childNodeId.StartsWith(PathOf(activity) + ":", StringComparison.Ordinal)).ToList();
        return Results.Json(new
        {
            ChildNode = Node(child), Container = around is [.., var container] ? Node(container) : Node(child),
            PathSegments = around.Select(activity => new
            {
                ActivityNodeId = PathOf(activity), ActivityId = Text(activity, "id"), ActivityType = Text(activity, "type"), PortName = "Root",
                ActivityName = Text(activity, "name"),
            }),
        });
    }

    private static async Task<JsonObject?> SheetAsync(
        string id, AtDesk at, IDefinitionDesk desk, IInstanceDesk instances, ActivityRegistry activities, CancellationToken cancellationToken) =>
        (at.Who.MayView || await instances.RunsAsync(at.Who, id, cancellationToken)) && await desk.VersionAsync(id, cancellationToken) is { } version
            ? DefinitionSheet.Of(version, activities, at.Who) : null;

    private static JsonObject? Find(JsonObject? sheet, string? path) => sheet is null ? null
        : ActivityNodes.Of(sheet).FirstOrDefault(activity => path is null or "Workflow1" || PathOf(activity) == path);

    private static object Node(JsonObject activity) => new { NodeId = PathOf(activity), Port = "Root", Activity = activity, Children = Array.Empty<object>() };

    private static string PathOf(JsonObject activity) => Text(activity, "nodeId");

    private static string Text(JsonObject activity, string key) => activity[key]?.ToString() ?? "";
}
