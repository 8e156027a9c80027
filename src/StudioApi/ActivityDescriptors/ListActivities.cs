using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using WorkflowAccountability.Engine.Activities;
using WorkflowAccountability.StudioApi.Door;

namespace WorkflowAccountability.StudioApi.ActivityDescriptors;

/// <summary>
/// Every type of activity, in the reader's language. Studio asks again after every save, so the answer is made once for each language; a type that is missing
/// here leaves its canvas empty without a word.
/// </summary>
internal static class ListActivities
{
    public static void Map(RouteGroupBuilder api)
    {
        api.MapGet("/descriptors/activities", (AtDesk _, ActivityRegistry activities) =>
        {
            var items = activities.Descriptors.Select(Described).ToList();
            return Results.Json(new { Items = items, items.Count });
        });
        api.MapGet("/descriptors/activities/{type}", (string type, AtDesk _, ActivityRegistry activities) =>
            activities.Descriptors.FirstOrDefault(descriptor => descriptor.TypeName == type) is { } found ? Results.Json(Described(found)) : Answers.NotFound);
    }

    private static object Described(ActivityDescriptor d) => new
    {
        d.TypeName, Namespace = d.TypeName[..d.TypeName.LastIndexOf('.')], Name = d.TypeName[(d.TypeName.LastIndexOf('.') + 1)..], Version = 1, d.Category, d.DisplayName, d.Description,
        Inputs = d.Inputs.Select((input, order) => new { Name = char.ToUpperInvariant(input.Name[0]) + input.Name[1..], input.TypeName, input.DisplayName, input.Description, Order = order, IsBrowsable = true, input.IsWrapped, input.UiHint, UiSpecifications = new { } }),
        Outputs = d.Outputs.Select((output, order) => new { Name = char.ToUpperInvariant(output.Name[0]) + output.Name[1..], output.TypeName, output.DisplayName, output.Description, Order = order, IsBrowsable = true }),
        d.Kind, Ports = d.Outcomes.Select(port => new { Name = port, DisplayName = port, Type = "Flow", IsBrowsable = true }), CustomProperties = new { }, ConstructionProperties = new { }, d.IsContainer, IsBrowsable = true, IsStart = false, d.IsTerminal,
    };
}
