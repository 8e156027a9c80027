using System.Text.Json.Nodes;
using WorkflowAccountability.Engine.Activities;
using WorkflowAccountability.Engine.Definitions;

namespace WorkflowAccountability.Engine.Tests.Definitions;

public sealed class DefinitionDocumentTests
{
    private const string Unknown = """
        {"id": "v", "definitionId": "d", "name": "n", "version": 3, "unheardOf": [1, {"type": "x"}], "root": {"id": "f", "type": "Elsa.Flowchart",
          "activities": [
            {"id": "a", "type": "Acme.DoesNotExist", "version": 7, "foo": {"typeName": "String", "expression": {"type": "Literal", "value": "keep me"}},
              "inner": {"id": "b", "type": "Acme.Inner", "version": 1}, "metadata": {"designer": {"position": {"x": 1.5, "y": 2}}, "note": "n"}},
            {"id": "l", "type": "Elsa.ForEach", "body": {"id": "c", "type": "Acme.Body", "version": 1}},
            {"id": "w", "type": "Elsa.WriteLine", "version": 1, "text": {"typeName": "String", "expression": {"type": "C#", "value": "1 + 1"}}, "mystery": null}],
          "connections": [{"source": {"activity": "a", "port": "Odd"}, "target": {"activity": "w", "port": "In"}, "vertices": [{"x": 1, "y": 2}]}]}}
        """;

    [Fact]
    public void An_unknown_activity_is_kept_as_one_that_was_not_found_and_reported_with_its_path()
    {
        var imported = DefinitionDocument.Import(Unknown, ActivityRegistry.WithWaits());

        var kept = JsonNode.Parse(imported.Json)!["root"]!["activities"]![0]!;
        kept["type"]!.ToString().ShouldBe("Elsa.NotFoundActivity");
        kept["missingTypeName"]!.ToString().ShouldBe("Acme.DoesNotExist");
        kept["metadata"]!["designer"]!["position"]!["x"]!.GetValue<double>().ShouldBe(1.5);
        imported.MayRun.ShouldBeFalse();
        imported.Report.Select(finding => finding.ToString()).ShouldBe([
            "$.root.activities[0]: the type 'Acme.DoesNotExist' is not known here; it is kept and never run.",
            "$.root.activities[1].body: the type 'Acme.Body' is not known here; it is kept and never run.",
            "$.root.activities[2].text.expression: a script in C# is kept and never run."]);
    }

    [Fact]
    public void What_was_taken_in_is_given_out_as_it_was() =>
        JsonNode.DeepEquals(JsonNode.Parse(GivenOut(Unknown)), JsonNode.Parse(Unknown)).ShouldBeTrue();

    [Fact]
    public void An_unknown_activity_that_was_moved_in_the_designer_is_given_out_where_it_now_stands()
    {
        var kept = JsonNode.Parse(DefinitionDocument.Import(Unknown, ActivityRegistry.WithWaits()).Json)!;
        kept["root"]!["activities"]![0]!["metadata"]!["designer"]!["position"]!["x"] = 99;

        var original = JsonNode.Parse(DefinitionDocument.Export(kept.ToJsonString()))!["root"]!["activities"]![0]!;

        original["type"]!.ToString().ShouldBe("Acme.DoesNotExist");
        original["metadata"]!["designer"]!["position"]!["x"]!.GetValue<int>().ShouldBe(99);
        original["metadata"]!["note"]!.ToString().ShouldBe("n");
    }

    [Fact]
    public void An_activity_that_was_not_found_is_never_run() =>
        Should.Throw<InvalidWorkflowDefinitionException>(() =>
            Chart.Read(DefinitionDocument.Import(Unknown, ActivityRegistry.WithWaits()).Json)).Faults.ShouldNotBeEmpty();

    [Fact]
    public void Every_scenario_is_given_out_as_it_was_taken_in()
    {
        var files = Directory.GetFiles(Path.Combine(AppContext.BaseDirectory, "Scenarios"), "*.json");

        files.Length.ShouldBeGreaterThan(50);
        foreach (var file in files)
        {
            var definition = JsonNode.Parse(File.ReadAllText(file))!["definition"]!;
            JsonNode.DeepEquals(JsonNode.Parse(GivenOut(definition.ToJsonString())), definition).ShouldBeTrue(file);
        }
    }

    private static string GivenOut(string json) => DefinitionDocument.Export(DefinitionDocument.Import(json, ActivityRegistry.WithBuiltIns()).Json);
}
