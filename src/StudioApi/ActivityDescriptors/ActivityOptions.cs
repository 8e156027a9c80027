using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using WorkflowAccountability.StudioApi.Door;

namespace WorkflowAccountability.StudioApi.ActivityDescriptors;

/// <summary>Choices of an input that depend on what else was chosen, or on the day: asked anew whenever an activity is selected.</summary>
internal static class ActivityOptions
{
    public static void Map(RouteGroupBuilder api) => api.MapPost("/descriptors/activities/{type}/options/{input}", (string type, string input, JsonObject? body, AtDesk _) =>
        Results.Json(new { Items = new JsonObject() })).AddEndpointFilter<ViewersOnly>();
}
