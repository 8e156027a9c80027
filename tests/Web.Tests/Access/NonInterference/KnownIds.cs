using Microsoft.AspNetCore.Routing.Patterns;
using Microsoft.EntityFrameworkCore;
using WorkflowAccountability.Procedure.Administration;
using WorkflowAccountability.Procedure.Handovers;
using WorkflowAccountability.Procedure.Ledgers;
using WorkflowAccountability.Procedure.Ledgers.Registers;
using WorkflowAccountability.Procedure.Ledgers.Restrictions;
using WorkflowAccountability.Procedure.Oversight.Suggestions;
using WorkflowAccountability.Procedure.Regulation.Book;

namespace WorkflowAccountability.Web.Tests.Access.NonInterference;

/// <summary>What the places of an address can stand for on a site: in an order in which the ids of both sites answer to each other.</summary>
/// <param name="Seen">Of what both sites have.</param>
/// <param name="Hidden">Of the content.</param>
internal sealed record KnownIds(IReadOnlyDictionary<string, IReadOnlyList<string>> Seen, IReadOnlyDictionary<string, IReadOnlyList<string>> Hidden)
{
    private static readonly IReadOnlyList<string> labels = ["E1", "E2", "E3", "S1", "S2", "L1"];

    /// <summary>The ids of a site.</summary>
    /// <param name="hiddenCase">The number of the case that is the content; null where the content lies behind a case's wall.</param>
    public static async Task<KnownIds> OfAsync(Twin twin, string? hiddenCase) => await twin.ReadAsync(async db =>
    {
        var cases = await db.Cases.AsNoTracking().OrderBy(file => file.OpenedAt).ToListAsync();
        var hidden = cases.Where(file => file.Number == hiddenCase).Select(file => file.Id).ToHashSet();
        var items = (await db.WorkItems.AsNoTracking().ToListAsync())
            .OrderBy(item => item.OpenedAt).ThenBy(item => item.StageType, StringComparer.Ordinal).ThenBy(item => item.Seat, StringComparer.Ordinal)
            .Select(item => (item.Id, IsHidden: IsHidden(item.CaseId, item.Walled))).ToList();
        var instances = (await db.Instances.AsNoTracking().OrderBy(row => row.CreatedAt).ToListAsync())
            .Select(row => (row.Id, IsHidden: row.CaseId is { } id && hidden.Contains(id))).ToList();
        var documents = (await db.Documents.AsNoTracking().ToListAsync()).OrderBy(document => document.At)
            .Select(document => (document.Id, IsHidden: IsHidden(document.CaseId, document.Walled))).ToList();
        var papers = (await db.Papers.AsNoTracking().ToListAsync()).OrderBy(paper => paper.DraftedAt)
            .Select(paper => (paper.Id, IsHidden: IsHidden(paper.CaseId, paper.Walled))).ToList();
        var suggestions = (await db.Set<Suggestion>().AsNoTracking().OrderBy(said => said.At).Select(said => new { said.Id, said.CaseId }).ToListAsync())
            .Select(said => (said.Id, IsHidden: IsHidden(said.CaseId, isWalled: false))).ToList();
        var editions = (await db.PublicEditions.AsNoTracking().ToListAsync()).OrderBy(edition => edition.Id, StringComparer.Ordinal).Select(edition => (edition.Id, IsHidden: true)).ToList();
        var definitions = await db.Definitions.AsNoTracking().OrderBy(row => row.DefinitionId).ThenBy(row => row.Version).ToListAsync();
        var all = new Dictionary<string, List<(string Id, bool IsHidden)>>
        {
            ["case"] = [.. cases.Select(file => (file.Id, hidden.Contains(file.Id)))], ["item"] = items, ["instance"] = instances, ["document"] = documents,
            ["paper"] = papers, ["suggestion"] = suggestions, ["edition"] = editions,
            ["entry"] = Open(EntryCatalog.All.Select(kind => kind.Name)), ["label"] = Open(labels),
            ["definition"] = Open(definitions.Select(row => row.DefinitionId).Distinct()), ["version"] = Open(definitions.Select(row => row.Id)),
            ["activity"] = Open(["Accountability.SuperviseDuties", "Accountability.EstablishFacts", "Elsa.Flowchart"]),
            ["account"] = Open(["supervision-guo", "env-chen"]), ["change"] = Open(DirectoryChange.Kinds.Keys),
            ["query"] = Open((await db.Set<RestrictionQuery>().AsNoTracking().ToListAsync()).Select(query => query.Id)),
            ["handover"] = Open((await db.Set<Handover>().AsNoTracking().ToListAsync()).Select(handover => handover.Id)),
            ["rules"] = Open((await db.RuleSets.AsNoTracking().ToListAsync()).Select(rules => rules.Id)), ["rule-kind"] = Open(RuleKind.All.Select(kind => kind.Name)),
            ["register"] = Open(Register.All.Select(register => register.Name)), ["feature"] = Open(["Elsa.Workflows"]), ["execution"] = Open(["0000000000000000"]),
        };
        return new KnownIds(Of(all, isHidden: false), Of(all, isHidden: true));

        bool IsHidden(string caseId, bool isWalled) => hiddenCase is null ? isWalled : hidden.Contains(caseId);
    });

    private static List<(string, bool)> Open(IEnumerable<string> ids) => [.. ids.Select(id => (id, false))];

    private static Dictionary<string, IReadOnlyList<string>> Of(Dictionary<string, List<(string Id, bool IsHidden)>> all, bool isHidden) =>
        all.ToDictionary(kind => kind.Key, kind => (IReadOnlyList<string>)[.. kind.Value.Where(row => row.IsHidden == isHidden).Select(row => row.Id)]);

    /// <summary>What a place of a route stands for. A new page with a new kind of place says so here, or the test fails.</summary>
    public static string KindOf(RoutePattern route, string place) => (route.RawText!.TrimStart('/'), place) switch
    {
        (var path, "id") when path.StartsWith("cases/", StringComparison.Ordinal) => "case",
        (var path, "id") when path.StartsWith("work-items/", StringComparison.Ordinal) => "item",
        (var path, "id") when path.StartsWith("documents/", StringComparison.Ordinal) => "document",
        (var path, "id") when path.StartsWith("papers/", StringComparison.Ordinal) => "paper",
        (var path, "id") when path.StartsWith("editions/", StringComparison.Ordinal) || path.StartsWith("public/", StringComparison.Ordinal) => "edition",
        (var path, "id") when path.StartsWith("handovers/", StringComparison.Ordinal) => "handover",
        (var path, "id") when path.StartsWith("restrictions/", StringComparison.Ordinal) => "query",
        (var path, "id") when path.StartsWith("people/accounts/", StringComparison.Ordinal) => "account",
        (var path, "id") when path.StartsWith("people/changes/", StringComparison.Ordinal) => "change",
        (var path, "id") when path.StartsWith("suggestions/", StringComparison.Ordinal) => "suggestion",
        (var path, "id") when path.StartsWith("definitions/", StringComparison.Ordinal) || path.StartsWith("play/", StringComparison.Ordinal) => "definition",
        (var path, "id") when path.Contains("workflows/definitions/", StringComparison.Ordinal) || path.Contains("/workflow-definitions/", StringComparison.Ordinal) =>
            path.Contains("by-id/", StringComparison.Ordinal) || path.Contains("subgraph", StringComparison.Ordinal) ? "version" : "definition",
        (var path, "id") when path.Contains("instances/", StringComparison.Ordinal) => "instance",
        (var path, "id") when path.Contains("activity-executions/", StringComparison.Ordinal) => "execution",
        (var path, "id") when path.StartsWith("rule-sets/", StringComparison.Ordinal) => "rules",
        (var path, "name") when path.StartsWith("registers/", StringComparison.Ordinal) => "register",
        (var path, "name") when path.StartsWith("rule-sets/", StringComparison.Ordinal) => "rule-kind",
        (_, "kind") => "entry",
        (_, "label") => "label",
        (var path, "type") when path.Contains("descriptors/activities", StringComparison.Ordinal) => "activity",
        (var path, "name") when path.Contains("features/installed", StringComparison.Ordinal) => "feature",
        var (path, unknown) => throw new InvalidOperationException($"Say here what '{{{unknown}}}' in '{path}' stands for, so that the page is asked too."),
    };
}
