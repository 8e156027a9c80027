using System.Globalization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using WorkflowAccountability.Engine.Activities;
using WorkflowAccountability.Engine.Activities.Descriptions;
using WorkflowAccountability.StudioApi.Door;

namespace WorkflowAccountability.StudioApi.ActivityDescriptors;

/// <summary>Every type of activity, in the reader's language. A type that is missing here leaves Studio's canvas empty without a word.</summary>
internal static class ListActivities
{
    public static void Map(RouteGroupBuilder api)
    {
        api.MapGet("/descriptors/activities", (HttpContext context, AtDesk _, ActivitySheets sheets) => sheets.GiveAsync(context));
        api.MapGet("/descriptors/activities/{type}", (string type, AtDesk _, ActivityRegistry activities) =>
            activities.Descriptors.FirstOrDefault(descriptor => descriptor.TypeName == type) is { } found
                ? Results.Json(ActivityDescription.Of(found, CultureInfo.CurrentUICulture)) : Answers.NotFound);
    }
}
