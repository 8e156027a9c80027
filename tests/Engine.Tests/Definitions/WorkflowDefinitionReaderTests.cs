using System.Text.Json.Nodes;
using WorkflowAccountability.Engine.Activities.Flowcharts;
using WorkflowAccountability.Engine.Definitions;

namespace WorkflowAccountability.Engine.Tests.Definitions;

public sealed class WorkflowDefinitionReaderTests
{
    [Fact]
    public void All_faults_are_reported_at_once_each_with_its_place_and_what_would_be_right()
    {
        var misspelt = Chart.With("W", "Test.Wait", "txt", "Literal", "hello");
        var unsupported =
            new JsonObject { ["id"] = "M", ["type"] = "Test.Wait", ["customProperties"] = new JsonObject { ["mergeMode"] = "Sometimes" } };
        var bound = new JsonObject
        {
            ["id"] = "O",
            ["type"] = "Test.Wait",
            ["decision"] =
            new JsonObject { ["memoryReference"] = new JsonObject { ["id"] = "Nobody" } }
        };
        var json = Chart.Json(Chart.Flow("root",
            "s:Elsa.Start", "t:Elsa.Start", "X:Elsa.HttpEndpoint", "W:Test.Wait", misspelt, unsupported, bound, Chart.Join("J", "WaitSome"),
            Chart.With("L", "Elsa.WriteLine", "text", "Python", "x"),
            Chart.With("V", "Elsa.WriteLine", "text", "Variable", new JsonObject { ["id"] = "Nobody" }),
            Chart.With("I", "Elsa.WriteLine", "text", "Input", "Nothing"),
            Chart.With("S", "Elsa.WriteLine", "text", "JavaScript", "return (;"),
            Chart.With("B", "Elsa.WriteLine", "text", "JavaScript", "9n * 9n"),
            Chart.With("P", "Elsa.FlowFork", "branches", "Object", "[\"a\""),
            new JsonObject { ["id"] = "E", ["type"] = "Elsa.SetVariable" },
            "s -> X", "X.Whatever -> W", "s -> Nowhere", "Elsewhere -> W", "s.Approved -> W", "t -> M", "t -> M"));

        var fault = Should.Throw<InvalidWorkflowDefinitionException>(() => Chart.Read(json));

        Snapshooter.Xunit.Snapshot.Match(string.Join('\n', fault.Faults));
    }

    [Theory]
    [InlineData("""{"root": {"activities": [{}, {"id": }]}}""", "$.root.activities[1].id")]
    [InlineData("""{"name": "a", "name": "b"}""", "$:")]
    [InlineData("""[]""", "$: a definition is a JSON object")]
    [InlineData("", "$")]
    public void Malformed_json_is_refused_with_its_path(string json, string expected) =>
        Should.Throw<InvalidWorkflowDefinitionException>(() => Chart.Read(json)).Faults.ShouldHaveSingleItem().ShouldStartWith(expected);

    [Fact]
    public void A_definition_that_is_too_large_is_refused_before_it_is_parsed() =>
        Faults(new string(' ', 5 * 1024 * 1024 + 1)).ShouldBe(["$: the definition is larger than 5 MB."]);

    [Fact]
    public void A_definition_that_is_too_deep_is_refused()
    {
        var deep = Chart.Flow("f0");
        for (var i = 1; i < 300; i++)
            deep = Chart.Flow($"f{i}", deep);

        Faults(Chart.Json(deep)).ShouldHaveSingleItem().ShouldContain("deeper than 512");
    }

    [Fact]
    public void More_than_5000_activities_are_refused()
    {
        var many = Enumerable.Range(0, 5_000).Select(i => (object)$"w{i}:Elsa.WriteLine").ToArray();

        Faults(Chart.Json(Chart.Flow("root", many))).ShouldBe(["$.root: the definition has more than 5000 activities."]);
    }

    [Fact]
    public void A_chain_of_thousands_is_read_and_run()
    {
        var chain = Enumerable.Range(0, 4_000).SelectMany(i => new object[] { $"w{i}:Elsa.WriteLine", $"w{i} -> w{i + 1}" })
            .Append("w4000:Elsa.WriteLine");

        new Run(Chart.Of([.. chain])).IsFinished.ShouldBeTrue();
    }

    [Fact]
    public void Containers_within_containers_are_read_and_run_two_hundred_deep()
    {
        var deep = Chart.Flow("f0", "W:Elsa.WriteLine");
        for (var i = 1; i < 200; i++)
            deep = Chart.Flow($"f{i}", deep);

        new Run(Chart.Read(Chart.Json(deep))).IsFinished.ShouldBeTrue();
    }

    [Fact]
    public void A_join_does_not_wait_for_a_branch_that_cannot_be_reached()
    {
        var run = new Run(Chart.Of("s:Elsa.Start", "A:Test.Wait", "Lost:Test.Wait", Chart.Join("J"), "s -> A", "A -> J", "Lost -> J"));

        run.Complete("A").IsFinished.ShouldBeTrue();
    }

    [Fact]
    public void An_id_that_is_given_to_an_activity_without_one_is_not_an_id_that_another_has()
    {
        var definition = Chart.Of(new JsonObject { ["type"] = "Elsa.WriteLine" }, "WriteLine1:Elsa.WriteLine");

        definition.AllActivities().Select(activity => activity.Id).ShouldBe(["root", "WriteLine2", "WriteLine1"]);
    }

    [Fact]
    public void The_envelope_is_read_and_what_is_unknown_in_it_is_passed_over()
    {
        var json = JsonNode.Parse(Chart.Json(Chart.Flow("root", "A:Test.Wait")))!;
        json["toolVersion"] = "3.8.0.0";
        json["isPublished"] = true;
        json["$schema"] = "https://elsaworkflows.io/schemas/workflow-definition/v3.0.0/schema.json";
        json["outcomes"] = new JsonArray("Good");
        json["root"]!["activities"]![0]!["metadata"] = new JsonObject { ["displayText"] = "查办" };

        var definition = Chart.Read(json.ToJsonString());

        definition.ShouldSatisfyAllConditions(
            () => definition.Id.ShouldBe("version-1"),
            () => definition.DefinitionId.ShouldBe("definition"),
            () => definition.IsPublished.ShouldBeTrue(),
            () => definition.Outcomes.ShouldBe(["Good"]),
            () => definition.Inputs.ShouldHaveSingleItem().Name.ShouldBe("Amount"),
            () => definition.AllActivities().Select(activity => activity.NodeId).ShouldBe(["Workflow1:root", "Workflow1:root:A"]),
            () => definition.AllActivities().Last().DisplayText.ShouldBe("查办"));
    }

    [Fact]
    public void Connections_are_read_in_every_shape_that_Elsa_has_written()
    {
        var flow = Chart.Flow("root", "A:Test.Wait", "B:Test.Wait", "C:Test.Wait", "D:Test.Wait");
        flow["connections"] = JsonNode.Parse("""
            {"$values": [
              {"source": "A", "sourcePort": "Returned", "target": "B", "targetPort": "In"},
              {"Source": {"Activity": "B", "Port": "Returned"}, "Target": {"Activity": "C", "Port": "In"}},
              {"source": {"activity": "C", "port": null}, "target": {"activity": "D"}}]}
            """);

        var root = (Flowchart)Chart.Read(Chart.Json(flow)).Root;

        root.Connections.ShouldBe([new("A", "Returned", "B"), new("B", "Returned", "C"), new("C", "Done", "D")]);
    }

    [Fact]
    public void Activities_without_an_id_are_numbered_by_their_type()
    {
        var definition = Chart.Of(new JsonObject { ["type"] = "Elsa.WriteLine" }, new JsonObject { ["type"] = "Elsa.WriteLine" });

        definition.AllActivities().Select(activity => activity.Id).ShouldBe(["root", "WriteLine1", "WriteLine2"]);
    }

    [Fact]
    public void A_value_that_its_variable_cannot_hold_is_a_fault() =>
        Faults(Chart.Json(Chart.Flow("root"), [new JsonObject { ["name"] = "Days", ["typeName"] = "Int32", ["value"] = "ten" }]))
            .ShouldHaveSingleItem().ShouldStartWith("$.variables[0]: 'value' cannot be read");

    private static IReadOnlyList<string> Faults(string json) =>
        Should.Throw<InvalidWorkflowDefinitionException>(() => Chart.Read(json)).Faults;
}
