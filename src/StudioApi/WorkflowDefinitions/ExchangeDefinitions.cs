using System.IO.Compression;
using System.Text;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;
using WorkflowAccountability.Engine.Activities;
using WorkflowAccountability.Engine.Definitions;
using WorkflowAccountability.Engine.Designer;
using WorkflowAccountability.StudioApi.Door;

namespace WorkflowAccountability.StudioApi.WorkflowDefinitions;

/// <summary>Definitions as files: given out as they were taken in, and taken in as drafts.</summary>
internal static class ExchangeDefinitions
{
    private const int MostSaid = 20;

    public static void Map(RouteGroupBuilder api)
    {
        var definitions = api.MapGroup("").AddEndpointFilter<ViewersOnly>();
        definitions.MapGet("/workflow-definitions/{id}/export", ExportAsync);
        definitions.MapPost("/bulk-actions/export/workflow-definitions", ExportManyAsync);
        definitions.MapPost("/workflow-definitions/import", ImportAsync);
        definitions.MapPut("/workflow-definitions/import", ImportAsync);
        // The browser cannot forge the headers by which the same origin is told, so no token is asked for beside them.
        definitions.MapPost("/workflow-definitions/import-files", ImportFilesAsync).DisableAntiforgery();
    }

    private static async Task<IResult> ExportAsync(string id, string? versionOptions, AtDesk _, IDefinitionDesk desk, CancellationToken cancellationToken)
    {
        var chosen = (await desk.SummariesAsync(cancellationToken)).Where(version => version.DefinitionId == id).Chosen(versionOptions ?? "Latest").FirstOrDefault();
        return chosen is null || await desk.VersionAsync(chosen.Id, cancellationToken) is not { } version ? Answers.NotFound
            : Results.File(Encoding.UTF8.GetBytes(Exported(version)), "application/json", FileName(version));
    }

    private static async Task<IResult> ExportManyAsync(Ids body, AtDesk _, IDefinitionDesk desk, CancellationToken cancellationToken)
    {
        var content = new MemoryStream();
        using (var zip = new ZipArchive(content, ZipArchiveMode.Create, leaveOpen: true))
            foreach (var id in (body.Versions ?? []).Distinct())
                if (await desk.VersionAsync(id, cancellationToken) is { } version)
                {
                    await using var entry = zip.CreateEntry(FileName(version)).Open();
                    await entry.WriteAsync(Encoding.UTF8.GetBytes(Exported(version)), cancellationToken);
                }
        content.Position = 0;
        return Results.File(content, "application/zip", "workflow-definitions.zip");
    }

    private static async Task<IResult> ImportAsync(
        [FromBody] JsonObject body, HttpResponse response, AtDesk at, IDefinitionDesk desk, ActivityRegistry activities, CancellationToken cancellationToken) =>
        await Answers.OfAsync(response, await TakeAsync(body.ToJsonString(), at, desk, cancellationToken), async done => Results.Json(
            DefinitionSheet.Of((await desk.VersionAsync(done.VersionId, cancellationToken))!, activities, at.Who), statusCode: StatusCodes.Status201Created));

    private static async Task<IResult> ImportFilesAsync(IFormFileCollection files, HttpResponse response, AtDesk at, IDefinitionDesk desk, CancellationToken cancellationToken)
    {
        var (count, said) = (0, new List<string>());
        foreach (var file in files)
        {
            using var reader = new StreamReader(file.OpenReadStream(), Encoding.UTF8);
            switch (await TakeAsync(await reader.ReadToEndAsync(cancellationToken), at, desk, cancellationToken))
            {
                case DeskAnswer.Done done:
                    count++;
                    said.AddRange(done.Warnings.Select(word => $"{file.FileName}: {word}"));
                    break;
                case DeskAnswer.Refused { Words: var words }:
                    said.AddRange(words.Select(word => $"{file.FileName}: {word}"));
                    break;
                default:
                    break;
            }
        }
        if (said.Count > 0)
            response.Headers[Answers.SaidHeader] = Uri.EscapeDataString(string.Join('\n', said.Take(MostSaid)));
        return Results.Json(new { Imported = count });
    }

    // A file knows no version of this site: what it holds becomes the newest draft of its definition, or a definition of its own.
    private static Task<DeskAnswer> TakeAsync(string json, AtDesk at, IDefinitionDesk desk, CancellationToken cancellationToken) =>
        desk.SaveAsync(at.Who, new DraftOrder(json, DefinitionDraft.DefinitionIdIn(json), VersionId: null, Seen: null), cancellationToken);

    private static string Exported(WorkflowDefinitionVersion version)
    {
        var definition = (JsonObject)JsonNode.Parse(DefinitionDocument.Export(version.Json))!;
        (definition["isLatest"], definition["isPublished"], definition["version"]) = (version.IsLatest, version.IsPublished, version.Version);
        return definition.ToJsonString(new() { WriteIndented = true, Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping });
    }

    private static string FileName(WorkflowDefinitionVersion version) => $"{version.DefinitionId}-v{version.Version}.json";

    private sealed record Ids([property: System.Text.Json.Serialization.JsonPropertyName("ids")] IReadOnlyList<string>? Versions);
}
