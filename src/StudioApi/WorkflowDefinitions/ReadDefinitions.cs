using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using WorkflowAccountability.Engine.Activities;
using WorkflowAccountability.Engine.Designer;
using WorkflowAccountability.StudioApi.Door;

namespace WorkflowAccountability.StudioApi.WorkflowDefinitions;

/// <summary>Lists and single versions. A version on which an instance runs may be read by whoever may see the instance.</summary>
internal static class ReadDefinitions
{
    private const int UsualPage = 1000;

    public static void Map(RouteGroupBuilder api)
    {
        api.MapGet("/workflow-definitions", ListAsync);
        api.MapGet("/workflow-definitions/by-definition-id/{id}", ByDefinitionAsync).AddEndpointFilter<ViewersOnly>();
        api.MapGet("/workflow-definitions/{id}/versions", VersionsAsync).AddEndpointFilter<ViewersOnly>();
        api.MapGet("/workflow-definitions/by-id/{id}", ByIdAsync);
        api.MapGet("/workflow-definitions/many-by-id", ManyAsync);
        api.MapGet("/workflow-definitions/query/count", async (AtDesk _, IDefinitionDesk desk, CancellationToken cancellationToken) => Results.Json(
            new { Count = (await desk.SummariesAsync(cancellationToken)).Count(version => version.IsLatest) })).AddEndpointFilter<ViewersOnly>();
        api.MapGet("/workflow-definitions/{id}/consumers", (AtDesk _) => Results.Json(new { WorkflowDefinitionIds = Array.Empty<string>() })).AddEndpointFilter<ViewersOnly>();
        api.MapGet("/workflow-definitions/validation/is-name-unique", IsNameUniqueAsync).AddEndpointFilter<ViewersOnly>();
    }

    // Names and numbers of versions are no secret within the house: the list of instances names them too.
    private static async Task<IResult> ListAsync(HttpRequest request, AtDesk at, IDefinitionDesk desk, CancellationToken cancellationToken)
    {
        var query = request.Query;
        var (ids, definitionIds, term) = (query["Ids"].ToHashSet(), query["DefinitionIds"].ToHashSet(), query["SearchTerm"].ToString().Trim());
        var found = (await desk.SummariesAsync(cancellationToken)).Chosen(query["versionOptions"])
            .Where(version => ids.Count == 0 || ids.Contains(version.Id)).Where(version => definitionIds.Count == 0 || definitionIds.Contains(version.DefinitionId))
            .Where(version => term.Length == 0 || version.Name.Contains(term, StringComparison.OrdinalIgnoreCase) || version.DefinitionId == term
                || version.Description?.Contains(term, StringComparison.OrdinalIgnoreCase) is true).ToList();
        var size = int.TryParse(query["PageSize"], out var asked) ? Math.Clamp(asked, 1, UsualPage) : UsualPage;
        var page = int.TryParse(query["Page"], out var number) ? Math.Max(0, number) : 0;
        return Results.Json(new
        {
            Items = Ordered(found, query["OrderBy"], query["OrderDirection"] == "Descending").Skip(page * size).Take(size).Select(version => Summary(version, at.Who)),
            TotalCount = found.Count, Links = at.Who.MayView ? DefinitionSheet.ListLinks(at.Who) : [],
        });
    }

    private static async Task<IResult> ByDefinitionAsync(
        string id, string? versionOptions, AtDesk at, IDefinitionDesk desk, ActivityRegistry activities, CancellationToken cancellationToken)
    {
        var chosen = (await desk.SummariesAsync(cancellationToken)).Where(version => version.DefinitionId == id).Chosen(versionOptions ?? "Latest").FirstOrDefault();
        return chosen is not null && await desk.VersionAsync(chosen.Id, cancellationToken) is { } version
            ? Results.Json(DefinitionSheet.Of(version, activities, at.Who)) : Answers.NotFound;
    }

    private static async Task<IResult> VersionsAsync(string id, AtDesk at, IDefinitionDesk desk, ActivityRegistry activities, CancellationToken cancellationToken)
    {
        var items = new JsonArray();
        foreach (var summary in (await desk.SummariesAsync(cancellationToken)).Where(version => version.DefinitionId == id))
            if (await desk.VersionAsync(summary.Id, cancellationToken) is { } version)
                items.Add(DefinitionSheet.Of(version, activities, at.Who));
        return Results.Json(new { Items = items });
    }

    private static async Task<IResult> ByIdAsync(
        string id, AtDesk at, IDefinitionDesk desk, IInstanceDesk instances, ActivityRegistry activities, CancellationToken cancellationToken) =>
        await SheetAsync(id, at, desk, instances, activities, cancellationToken) is { } sheet ? Results.Json(sheet) : Answers.NotFound;

    private static async Task<IResult> ManyAsync(
        string[] ids, AtDesk at, IDefinitionDesk desk, IInstanceDesk instances, ActivityRegistry activities, CancellationToken cancellationToken)
    {
        var items = new JsonArray();
        foreach (var id in ids)
            if (await SheetAsync(id, at, desk, instances, activities, cancellationToken) is { } sheet)
                items.Add(sheet);
        return Results.Json(new { Items = items });
    }

    private static async Task<IResult> IsNameUniqueAsync(string? name, string? definitionId, AtDesk _, IDefinitionDesk desk, CancellationToken cancellationToken) =>
        Results.Json(new
        {
            IsUnique = (await desk.SummariesAsync(cancellationToken)).All(version => !version.IsLatest || version.DefinitionId == definitionId || version.Name != name?.Trim()),
        });

    private static async Task<JsonObject?> SheetAsync(
        string id, AtDesk at, IDefinitionDesk desk, IInstanceDesk instances, ActivityRegistry activities, CancellationToken cancellationToken) =>
        (at.Who.MayView || await instances.RunsAsync(at.Who, id, cancellationToken)) && await desk.VersionAsync(id, cancellationToken) is { } version
            ? DefinitionSheet.Of(version, activities, at.Who) : null;

    private static IEnumerable<DefinitionSummary> Ordered(IEnumerable<DefinitionSummary> versions, string? by, bool descending)
    {
        var ordered = by switch
        {
            "Version" => versions.OrderBy(version => version.Version),
            "Created" => versions.OrderBy(version => version.CreatedAt),
            _ => versions.OrderBy(version => version.Name, StringComparer.CurrentCulture),
        };
        return descending ? ordered.Reverse() : ordered;
    }

    internal static object Summary(DefinitionSummary version, Designer who) => new
    {
        version.Id, version.DefinitionId, version.Name, version.Description, version.Version, version.IsLatest, version.IsPublished, version.CreatedAt,
        ProviderName = "Database", MaterializerName = "Json", IsMaterializerAvailable = true, IsReadonly = false,
        Links = who.MayView ? DefinitionSheet.Links(version.DefinitionId, who) : [],
    };
}
