using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using WorkflowAccountability.Engine.Activities;
using WorkflowAccountability.Engine.Definitions;
using WorkflowAccountability.Engine.Designer;
using WorkflowAccountability.StudioApi.Door;

namespace WorkflowAccountability.StudioApi.WorkflowDefinitions;

/// <summary>
/// Studio saves by itself half a second after every change, and sends a save again when the answer was lost: the same content twice changes nothing.
/// Its button Publish is a save with <c>publish: true</c>.
/// </summary>
internal static class SaveDefinition
{
    public static void Map(RouteGroupBuilder api) => api.MapPost("/workflow-definitions", HandleAsync).AddEndpointFilter<ViewersOnly>();

    private static async Task<IResult> HandleAsync(
        JsonObject body, HttpResponse response, AtDesk at, IDefinitionDesk desk, ActivityRegistry activities, CancellationToken cancellationToken)
    {
        if (body["model"] is not JsonObject model)
            return Answers.Refused([Words.Of("NoModel")]);
        string? Text(string key) => model[key] is JsonValue value && value.TryGetValue<string>(out var text) && text.Length > 0 ? text : null;
        var json = model.ToJsonString();
        var order = new DraftOrder(json, Text("definitionId"), Text("definitionId") is null ? null : Text("id"), DefinitionDraft.SeenIn(json));
        var answer = await desk.SaveAsync(at.Who, order, cancellationToken);
        if (answer is DeskAnswer.Done saved && body["publish"] is JsonValue asked && asked.TryGetValue<bool>(out var publish) && publish
            && await desk.VersionAsync(saved.VersionId, cancellationToken) is { } draft)
            answer = await desk.PublishAsync(at.Who, draft.DefinitionId, cancellationToken);
        return await Answers.OfAsync(response, answer, done => SavedAsync(done, at, desk, activities, cancellationToken));
    }

    /// <summary>The answer to a save and to a publication.</summary>
    internal static async Task<IResult> SavedAsync(
        DeskAnswer.Done done, AtDesk at, IDefinitionDesk desk, ActivityRegistry activities, CancellationToken cancellationToken) => Results.Json(new
        {
            WorkflowDefinition = DefinitionSheet.Of((await desk.VersionAsync(done.VersionId, cancellationToken))!, activities, at.Who),
            AlreadyPublished = done.WasSo, ConsumingWorkflowCount = 0,
        });
}
