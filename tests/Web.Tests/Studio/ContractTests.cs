using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using WorkflowAccountability.Testing;
using WorkflowAccountability.Web.Tests.Cases;
using WorkflowAccountability.Web.Tests.Site;

namespace WorkflowAccountability.Web.Tests.Studio;

public sealed class ContractTests(StudioSite studio) : IClassFixture<StudioSite>
{
    public static TheoryData<int> EveryEndpoint => [.. StudioContract.All.Select(endpoint => endpoint.Number)];

    [Theory]
    [MemberData(nameof(EveryEndpoint))]
    public async Task What_Studio_asks_is_answered_with_everything_that_it_needs(int number)
    {
        var endpoint = StudioContract.All.Single(endpoint => endpoint.Number == number);
        using var drafter = await studio.Site.SignedInAsync("it-lu");
        // What is about an instance is asked by somebody for whom it exists.
        using var official = await studio.Site.SignedInAsync("gov-zhang");

        var answer = await (endpoint.Number is >= 34 and not 39 and not 40 and not 41 and not 42 ? official : drafter)
            .ApiAsync(endpoint.Method, studio.Filled(endpoint.Path), endpoint.Body is { } body ? studio.Filled(body) : null);

        answer.Status.ShouldBe(endpoint.Status, answer.Text);
        if (endpoint.Needs.Length > 0)
            endpoint.Needs.Split(' ').Where(path => !Has(answer.Json, path.Split('.'))).ShouldBeEmpty(answer.Text[..Math.Min(800, answer.Text.Length)]);
    }

    [BesideTheProject("engine/studio-contract")]
    public void Every_sample_of_Studios_requests_is_replayed() =>
        Directory.GetFiles(BesideTheProjectAttribute.Find("engine/studio-contract")!, "??-*.json").Select(path => int.Parse(Path.GetFileName(path)[..2], System.Globalization.CultureInfo.InvariantCulture))
            // The import of several files at once is a form with files, and has a test of its own.
            .Except([13]).Except(StudioContract.All.Select(endpoint => endpoint.Number)).ShouldBeEmpty();

    private static bool Has(JsonNode? node, IReadOnlyList<string> path)
    {
        if (path.Count == 0)
            return true;
        if (path[0].EndsWith("[]", StringComparison.Ordinal))
            return node?[path[0][..^2]] is JsonArray { Count: > 0 } items && Has(items[0], [.. path.Skip(1)]);
        return node is JsonObject part && part.ContainsKey(path[0]) && Has(part[path[0]], [.. path.Skip(1)]);
    }
}

/// <summary>A site on which a case has begun, and a draft that may be deleted.</summary>
public sealed class StudioSite : IAsyncLifetime
{
    private readonly DirectoryInfo data = RunningSite.NewFolder();
    private readonly Dictionary<string, string> known = [];

    public RunningSite Site { get; private set; } = null!;

    /// <summary>A case that waits for the government's decision.</summary>
    public string CaseId { get; private set; } = "";

    public string Instance => known["{instance}"];

    public string Filled(string text) => known.Aggregate(text, (so, pair) => so.Replace(pair.Key, pair.Value, StringComparison.Ordinal));

    public async Task InitializeAsync()
    {
        Site = await RunningSite.StartAsync(data);
        CaseId = await Site.RegisteredCaseAsync();
        known["{definition}"] = "accountability-procedure";
        known["{version}"] = await Site.ReadAsync(db => db.Definitions.Where(row => row.DefinitionId == "accountability-procedure" && row.IsLatest).Select(row => row.Id).SingleAsync());
        known["{instance}"] = await Site.ReadAsync(db => db.Instances.Where(instance => instance.CaseId == CaseId).Select(instance => instance.Id).SingleAsync());
        var bursts = await Site.ReadAsync(db => db.Journal.AsNoTracking().Where(burst => burst.InstanceId == Instance).ToListAsync());
        known["{execution}"] = $"{Instance}:{bursts.SelectMany(burst => burst.Read()).First(entry => entry.ActivityId == "RegisterLead").ActivityInstanceId}";
        using var drafter = await Site.SignedInAsync("it-lu");
        known["{scrap}"] = (string)(await drafter.SaveNewAsync("将要删除的流程")).Json["workflowDefinition"]!["definitionId"]!;
    }

    public async Task DisposeAsync()
    {
        await Site.DisposeAsync();
        data.Delete(recursive: true);
    }
}
