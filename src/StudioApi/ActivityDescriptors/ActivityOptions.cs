using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using WorkflowAccountability.Engine.Activities;
using WorkflowAccountability.Engine.Activities.Descriptions;
using WorkflowAccountability.Engine.Designer;
using WorkflowAccountability.StudioApi.Door;

namespace WorkflowAccountability.StudioApi.ActivityDescriptors;

/// <summary>Choices of an input that depend on what else was chosen, or on the day: asked anew whenever an activity is selected.</summary>
internal static class ActivityOptions
{
    public static void Map(RouteGroupBuilder api) => api.MapPost("/descriptors/activities/{type}/options/{input}", HandleAsync).AddEndpointFilter<ViewersOnly>();

    private static async Task<IResult> HandleAsync(
        string type, string input, JsonObject? body, AtDesk _, IChoiceDesk desk, ActivityRegistry activities, CancellationToken cancellationToken)
    {
        var items = new JsonObject();
        var descriptor = activities.Find(type)?.Inputs.FirstOrDefault(one => one.Name.Equals(input, StringComparison.OrdinalIgnoreCase));
        if (descriptor is not null && await desk.ChoicesAsync(type, descriptor.Name, Given(body?["context"]), cancellationToken) is { } choices)
            items[descriptor.UiHint] = InputDescription.ChoicesFor(descriptor.UiHint, choices);
        return Results.Json(new { Items = items });
    }

    // What stands there outright; anything else says nothing before it runs.
    private static Dictionary<string, string> Given(JsonNode? context)
    {
        var given = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var (name, value) in context as JsonObject ?? [])
            if (value is JsonObject wrapped && wrapped["expression"] is JsonObject { } expression && expression["value"] is JsonValue text && text.TryGetValue<string>(out var word))
                given[name] = word;
        return given;
    }
}
