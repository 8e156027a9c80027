using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using WorkflowAccountability.Engine.Designer;
using WorkflowAccountability.Engine.Instances;
using WorkflowAccountability.StudioApi.Door;

namespace WorkflowAccountability.StudioApi.WorkflowInstances;

/// <summary>The instances that exist for the person, and one with its journal and variables.</summary>
internal static class ReadInstances
{
    public static void Map(RouteGroupBuilder api)
    {
        api.MapPost("/workflow-instances", (Narrowing body, AtDesk at, IInstanceDesk desk, CancellationToken cancellationToken) => ListAsync(body.Query, at, desk, cancellationToken));
        api.MapGet("/workflow-instances", (int? page, int? pageSize, AtDesk at, IInstanceDesk desk, CancellationToken cancellationToken) =>
            ListAsync(new Narrowing { Page = page ?? 0, PageSize = pageSize ?? 10 }.Query, at, desk, cancellationToken));
        api.MapGet("/workflow-instances/{id}", (string id, AtDesk at, IInstanceDesk desk, CancellationToken cancellationToken) =>
            OfAsync(id, at, desk, InstanceJson.Sheet, cancellationToken));
        api.MapGet("/workflow-instances/{id}/execution-state", (string id, AtDesk at, IInstanceDesk desk, CancellationToken cancellationToken) =>
            OfAsync(id, at, desk, sheet => new { Status = sheet.Line.Status.ToString(), SubStatus = sheet.Line.SubStatus.ToString(), sheet.Line.UpdatedAt }, cancellationToken));
        api.MapGet("/workflow-instances/{id}/variables", (string id, AtDesk at, IInstanceDesk desk, CancellationToken cancellationToken) =>
            OfAsync(id, at, desk, sheet => new { Items = sheet.Variables, sheet.Variables.Count }, cancellationToken));
        api.MapPost("/workflow-instances/{id}/journal", (string id, int? skip, int? take, JournalOrder? body, AtDesk at, IInstanceDesk desk, IDefinitionDesk definitions, CancellationToken cancellationToken) =>
            JournalAsync(id, skip, take, body?.Filter, at, desk, definitions, cancellationToken));
        api.MapGet("/workflow-instances/{id}/journal", (string id, int? skip, int? take, AtDesk at, IInstanceDesk desk, IDefinitionDesk definitions, CancellationToken cancellationToken) =>
            JournalAsync(id, skip, take, filter: null, at, desk, definitions, cancellationToken));
    }

    private static async Task<IResult> ListAsync(InstanceQuery query, AtDesk at, IInstanceDesk desk, CancellationToken cancellationToken)
    {
        var page = await desk.ListAsync(at.Who, query, cancellationToken);
        return Results.Json(new { Items = page.Lines.Select(InstanceJson.Line), page.TotalCount, Links = Array.Empty<object>() });
    }

    private static async Task<IResult> OfAsync(string id, AtDesk at, IInstanceDesk desk, Func<InstanceSheet, object> shown, CancellationToken cancellationToken) =>
        await desk.FindAsync(at.Who, id, cancellationToken) is { } sheet ? Results.Json(shown(sheet)) : Answers.NotFound;

    private static async Task<IResult> JournalAsync(
        string id, int? skip, int? take, JournalFilter? filter, AtDesk at, IInstanceDesk desk, IDefinitionDesk definitions, CancellationToken cancellationToken)
    {
        if (await desk.FindAsync(at.Who, id, cancellationToken) is not { } sheet)
            return Answers.NotFound;
        var names = InstanceJson.Names(await definitions.VersionAsync(sheet.Line.DefinitionVersionId, cancellationToken));
        var entries = sheet.Journal
            .Where(entry => filter?.ActivityNodeIds is not { Count: > 0 } nodes || nodes.Contains(entry.ActivityNodeId))
            .Where(entry => filter?.ActivityIds is not { Count: > 0 } ids || ids.Contains(entry.ActivityId))
            .Where(entry => filter?.ExcludedActivityTypes?.Contains(entry.ActivityType) is not true)
            .Where(entry => filter?.EventNames is not { Count: > 0 } events || events.Contains(entry.EventName)).ToList();
        return Results.Json(new
        {
            Items = entries.Skip(Math.Max(0, skip ?? 0)).Take(Math.Clamp(take ?? 100, 1, 1000)).Select(entry => InstanceJson.Entry(id, entry, names)), TotalCount = entries.Count,
        });
    }

    private sealed record JournalOrder(JournalFilter? Filter);

    private sealed record JournalFilter(
        IReadOnlyList<string>? ActivityIds, IReadOnlyList<string>? ActivityNodeIds, IReadOnlyList<string>? ExcludedActivityTypes, IReadOnlyList<string>? EventNames);

    private sealed record Narrowing
    {
        public int Page { get; init; }

        public int PageSize { get; init; } = 10;

        public string? SearchTerm { get; init; }

        public string? DefinitionId { get; init; }

        public IReadOnlyList<string>? DefinitionIds { get; init; }

        public string? Status { get; init; }

        public IReadOnlyList<string>? Statuses { get; init; }

        public string? SubStatus { get; init; }

        public IReadOnlyList<string>? SubStatuses { get; init; }

        public bool? HasIncidents { get; init; }

        public string? OrderBy { get; init; }

        public string? OrderDirection { get; init; }

        public InstanceQuery Query => new(Page, PageSize, SearchTerm, All(DefinitionId, DefinitionIds), Named<WorkflowStatus>(All(Status, Statuses)),
            Named<WorkflowSubStatus>(All(SubStatus, SubStatuses)), HasIncidents, OrderBy, OrderDirection == "Ascending");

        private static List<string> All(string? one, IReadOnlyList<string>? many) => [.. many ?? [], .. one is null ? (string[])[] : [one]];

        private static List<T> Named<T>(IEnumerable<string> names) where T : struct, Enum =>
            [.. names.Select(name => Enum.TryParse<T>(name, out var value) ? value : (T?)null).OfType<T>()];
    }
}
