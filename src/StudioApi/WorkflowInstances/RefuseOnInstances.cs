using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using WorkflowAccountability.StudioApi.Door;

namespace WorkflowAccountability.StudioApi.WorkflowInstances;

/// <summary>
/// What Studio offers and a case forbids: cancelling, deleting, setting variables, retrying, altering, waking. A case moves by what officials submit, with
/// clause and audit, and by nothing else. Each is refused in words; nothing happens.
/// </summary>
internal static class RefuseOnInstances
{
    private static readonly (string Path, string Word)[] refused =
    [
        ("/cancel/workflow-instances/{id}", "Cancel"), ("/bulk-actions/cancel/workflow-instances", "Cancel"),
        ("/bulk-actions/delete/workflow-instances", "Delete"), ("/bulk-actions/delete/workflow-instances/by-id", "Delete"),
        ("/workflow-instances/{id}/variables", "SetVariables"), ("/workflow-instances/import", "Import"), ("/bulk-actions/import/workflow-instances", "Import"),
        ("/alterations/run", "Alter"), ("/alterations/submit", "Alter"), ("/alterations/dry-run", "Alter"), ("/alterations/workflows/retry", "Retry"),
        ("/workflow-definitions/{id}/bulk-dispatch", "Start"),
        ("/tasks/{id}/complete", "Wake"), ("/events/{name}/trigger", "Wake"), ("/tests/activities", "Test"),
    ];

    public static void Map(RouteGroupBuilder api)
    {
        foreach (var (path, word) in refused)
            api.MapPost(path, (AtDesk _) => Refuse(word));
        api.MapDelete("/workflow-instances/{id}", (AtDesk _) => Refuse("Delete"));
        api.MapPost("/workflow-definitions/{id}/execute", Try);
        api.MapPost("/workflow-definitions/{id}/dispatch", Try);
    }

    // Running from the designer is trying: the page around it opens the sandbox, and nothing is started here. For whoever may not try, it is refused.
    private static IResult Try(string id, HttpResponse response, AtDesk at)
    {
        response.Headers["x-elsa-workflow-cannot-start"] = "true";
        if (!at.Who.MayTry)
            return Refuse("Start");
        response.Headers["x-accountability-try"] = Uri.EscapeDataString(id);
        return Results.Json(new { });
    }

    private static IResult Refuse(string word) => Results.ValidationProblem(
        new Dictionary<string, string[]> { ["refused"] = [Words.Of("Refused." + word)] }, statusCode: StatusCodes.Status409Conflict);
}
