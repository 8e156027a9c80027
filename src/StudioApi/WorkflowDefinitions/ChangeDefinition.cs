using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using WorkflowAccountability.Engine.Activities;
using WorkflowAccountability.Engine.Designer;
using WorkflowAccountability.StudioApi.Door;

namespace WorkflowAccountability.StudioApi.WorkflowDefinitions;

/// <summary>Publish, withdraw, go back to, delete: singly, and for many with an answer that says for how many it was done.</summary>
internal static class ChangeDefinition
{
    public static void Map(RouteGroupBuilder api)
    {
        var definitions = api.MapGroup("").AddEndpointFilter<ViewersOnly>();
        definitions.MapPost("/workflow-definitions/{id}/publish", PublishAsync);
        definitions.MapPost("/workflow-definitions/{id}/retract", RetractAsync);
        definitions.MapPost("/workflow-definitions/{id}/revert/{version:int}", RevertAsync);
        definitions.MapPost("/workflow-definitions/{id}/update-references", (AtDesk _, string id) => Results.Json(new { AffectedWorkflows = Array.Empty<string>() }));
        definitions.MapDelete("/workflow-definitions/{id}", async (string id, HttpResponse response, AtDesk at, IDefinitionDesk desk, CancellationToken cancellationToken) =>
            await Answers.OfAsync(response, await desk.DeleteAsync(at.Who, id, cancellationToken), _ => Task.FromResult(Results.NoContent())));
        definitions.MapDelete("/workflow-definition-versions/{id}", async (string id, HttpResponse response, AtDesk at, IDefinitionDesk desk, CancellationToken cancellationToken) =>
            await Answers.OfAsync(response, await desk.DeleteVersionAsync(at.Who, id, cancellationToken), _ => Task.FromResult(Results.NoContent())));
        definitions.MapPost("/bulk-actions/publish/workflow-definitions/by-definition-ids", PublishManyAsync);
        definitions.MapPost("/bulk-actions/retract/workflow-definitions/by-definition-ids", RetractManyAsync);
        definitions.MapPost("/bulk-actions/delete/workflow-definitions/by-definition-id", (DefinitionIds body, HttpResponse response, AtDesk at, IDefinitionDesk desk, CancellationToken cancellationToken) =>
            DeleteManyAsync(response, body.Ids, id => desk.DeleteAsync(at.Who, id, cancellationToken)));
        definitions.MapPost("/bulk-actions/delete/workflow-definitions/by-id", (VersionIds body, HttpResponse response, AtDesk at, IDefinitionDesk desk, CancellationToken cancellationToken) =>
            DeleteManyAsync(response, body.Ids ?? [], id => desk.DeleteVersionAsync(at.Who, id, cancellationToken)));
    }

    private static async Task<IResult> PublishAsync(
        string id, HttpResponse response, AtDesk at, IDefinitionDesk desk, ActivityRegistry activities, CancellationToken cancellationToken) =>
        await Answers.OfAsync(response, await desk.PublishAsync(at.Who, id, cancellationToken), done => SaveDefinition.SavedAsync(done, at, desk, activities, cancellationToken));

    private static async Task<IResult> RetractAsync(
        string id, HttpResponse response, AtDesk at, IDefinitionDesk desk, ActivityRegistry activities, CancellationToken cancellationToken) =>
        await Answers.OfAsync(response, await desk.RetractAsync(at.Who, id, cancellationToken), async done => Results.Json(
            DefinitionSheet.Of((await desk.VersionAsync(done.VersionId, cancellationToken))!, activities, at.Who)));

    private static async Task<IResult> RevertAsync(
        string id, int version, HttpResponse response, AtDesk at, IDefinitionDesk desk, CancellationToken cancellationToken) =>
        await Answers.OfAsync(response, await desk.RevertAsync(at.Who, id, version, cancellationToken), async done => Results.Json(
            ReadDefinitions.Summary((await desk.SummariesAsync(cancellationToken)).Single(summary => summary.Id == done.VersionId), at.Who),
            statusCode: StatusCodes.Status201Created));

    private static async Task<IResult> PublishManyAsync(
        DefinitionIds body, HttpResponse response, AtDesk at, IDefinitionDesk desk, CancellationToken cancellationToken)
    {
        var answers = await EachAsync(response, body.Ids, id => desk.PublishAsync(at.Who, id, cancellationToken));
        var none = Array.Empty<string>();
        return Results.Json(new
        {
            // What was only handed in is not published.
            Published = Where(answers, answer => answer is DeskAnswer.Done { WasSo: false, Said: null }), AlreadyPublished = Where(answers, answer => answer is DeskAnswer.Done { WasSo: true }),
            NotFound = Where(answers, answer => answer is DeskAnswer.NotFound), Skipped = none, UpdatedConsumers = none,
            Failed = Where(answers, answer => answer is DeskAnswer.Refused), Warnings = new { },
        });
    }

    private static async Task<IResult> RetractManyAsync(
        DefinitionIds body, HttpResponse response, AtDesk at, IDefinitionDesk desk, CancellationToken cancellationToken)
    {
        var answers = await EachAsync(response, body.Ids, id => desk.RetractAsync(at.Who, id, cancellationToken));
        return Results.Json(new
        {
            Retracted = Where(answers, answer => answer is DeskAnswer.Done), AlreadyRetracted = Array.Empty<string>(),
            NotFound = Where(answers, answer => answer is DeskAnswer.NotFound), Skipped = Array.Empty<string>(),
        });
    }

    private static async Task<IResult> DeleteManyAsync(HttpResponse response, IReadOnlyList<string> ids, Func<string, Task<DeskAnswer>> delete)
    {
        var answers = await EachAsync(response, ids, delete);
        return Results.Json(new { Deleted = answers.Count(answer => answer.Answer is DeskAnswer.Done) });
    }

    // Everything that was refused, and everything else that must be said, goes into one header: one act, one answer.
    private static async Task<List<(string Id, DeskAnswer Answer)>> EachAsync(HttpResponse response, IReadOnlyList<string> ids, Func<string, Task<DeskAnswer>> act)
    {
        var answers = new List<(string, DeskAnswer)>();
        foreach (var id in ids.Distinct())
            answers.Add((id, await act(id)));
        var words = answers.SelectMany(each => each.Item2 switch
        {
            DeskAnswer.Refused refused => refused.Words,
            DeskAnswer.Done { Said: { } said } => [said],
            _ => [],
        }).Distinct().ToList();
        if (words.Count > 0)
            response.Headers[Answers.SaidHeader] = Uri.EscapeDataString(string.Join('\n', words));
        return answers;
    }

    private static IEnumerable<string> Where(List<(string Id, DeskAnswer Answer)> answers, Func<DeskAnswer, bool> isMeant) =>
        answers.Where(each => isMeant(each.Answer)).Select(each => each.Id);

    private sealed record DefinitionIds([property: System.Text.Json.Serialization.JsonPropertyName("definitionIds")] IReadOnlyList<string>? Named)
    {
        public IReadOnlyList<string> Ids => Named ?? [];
    }

    private sealed record VersionIds(IReadOnlyList<string>? Ids);
}
