using System.Text.Json.Nodes;
using WorkflowAccountability.DefinitionRunner;
using WorkflowAccountability.Engine.Activities;

namespace WorkflowAccountability.Engine.Tests.Scenarios;

/// <summary>Definitions as Elsa writes them, each with what comes of it; the files lie beside this one.</summary>
public sealed class ScenarioTests
{
    private static readonly string folder = Path.Combine(AppContext.BaseDirectory, "Scenarios");

    public static TheoryData<string> Names() =>
        [.. Directory.EnumerateFiles(folder, "*.json").Select(file => Path.GetFileNameWithoutExtension(file)!).Order(StringComparer.Ordinal)];

    [Theory]
    [MemberData(nameof(Names))]
    public void A_definition_writes_these_lines_and_leaves_this_journal(string name)
    {
        var scenario = Scenario(name);
        var expected = (JsonObject)scenario["expected"]!;
        var flows = scenario["flows"]!.AsArray().Select(flow => flow!.ToString()).ToList();

        var reports = flows.ConvertAll(flow => DefinitionRun.Of(
            scenario["definition"]!.ToJsonString(), [.. Loaded(scenario)], scenario["input"] as JsonObject, countsVisits: flow == "counter",
            withJournal: true));

        foreach (var report in reports)
        {
            Compared(report).ToJsonString().ShouldBe(Without(expected, "journal").ToJsonString());
            foreach (var incident in report["incidents"]!.AsArray())
                incident!["message"]!.ToString().ShouldNotBeEmpty();
        }
        reports[0]["journal"]!.AsArray().Select(line => $"{line!["eventName"]} {line["activityId"]}")
            .ShouldBe(expected["journal"]!.AsArray().Select(line => line!.ToString()));
    }

    [Fact]
    public void Every_activity_and_every_merge_mode_has_a_scenario()
    {
        var all = string.Join('\n', Directory.EnumerateFiles(folder, "*.json").Select(File.ReadAllText));
        string[] modes = ["Stream", "Merge", "Converge", "Cascade", "Race", "WaitAll", "WaitAllActive", "WaitAny", "CounterBased"];

        ActivityRegistry.WithWaits().Descriptors.Count.ShouldBeGreaterThan(30);
        ActivityRegistry.WithWaits().Descriptors.Select(descriptor => descriptor.TypeName).Concat(modes)
            .Where(word => word != "Elsa.NotFoundActivity" && !all.Contains($"\"{word}\"", StringComparison.Ordinal)).ShouldBeEmpty();
    }

    private static JsonObject Scenario(string name) => (JsonObject)JsonNode.Parse(File.ReadAllText(Path.Combine(folder, name + ".json")))!;

    private static IEnumerable<string> Loaded(JsonObject scenario) =>
        (scenario["load"] as JsonArray ?? []).Select(definition => definition!.ToJsonString());

    private static JsonObject Compared(JsonObject report) => new()
    {
        ["lines"] = report["lines"]!.DeepClone(),
        ["status"] = $"{report["status"]}/{report["subStatus"]}",
        ["outputs"] = report["outputs"]!.DeepClone(),
        ["waited"] = report["waited"]!.DeepClone(),
    };

    private static JsonObject Without(JsonObject from, string key)
    {
        var copy = (JsonObject)from.DeepClone();
        copy.Remove(key);
        return copy;
    }
}
