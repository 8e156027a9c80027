using System.Text.Json.Nodes;
using WorkflowAccountability.DefinitionRunner;
using WorkflowAccountability.Testing;

namespace WorkflowAccountability.Engine.Tests.Scenarios;

/// <summary>Definitions that Elsa exported, each with the result that the real engine gives. They lie beside the project, if they are there.</summary>
public sealed class ElsaDefinitionTests
{
    private const string Folder = "engine/elsa-definitions";
    private static readonly string? folder = BesideTheProjectAttribute.Find(Folder);

    [BesideTheProject(Folder)]
    public void Definitions_that_Elsa_exported_give_what_they_give_there()
    {
        var cases = JsonNode.Parse(File.ReadAllText(Path.Combine(folder!, "expected.json")))!["cases"]!.AsArray();

        cases.Count.ShouldBeGreaterThan(10);
        var differing =
            from one in cases
            from countsVisits in one!["flow"]!.ToString() is var flow && flow == "any" ? new[] { false, true } : [flow == "counter"]
            let report = Run(one, countsVisits)
            where !Holds(one, report)
            select $"{one["run"]} {(countsVisits ? "counter" : "token")}: {report.ToJsonString()}";
        differing.ShouldBeEmpty();
    }

    private static JsonObject Run(JsonNode one, bool countsVisits) => DefinitionRun.Of(
        Read(one["run"]!), [.. (one["load"] as JsonArray ?? []).Select(name => Read(name!))], input: null, countsVisits, withJournal: false);

    private static bool Holds(JsonNode one, JsonObject report)
    {
        var lines = Texts(report["lines"]);
        return (one["lines"] is null || Texts(one["lines"]).SequenceEqual(lines)) && Texts(one["contains"]).All(lines.Contains)
            && (one["status"] is not { } status || status.ToString() == report["status"]!.ToString());
    }

    private static List<string> Texts(JsonNode? list) => [.. (list as JsonArray ?? []).Select(line => line!.ToString())];

    private static string Read(JsonNode name) => File.ReadAllText(Path.Combine(folder!, name.ToString()));
}
