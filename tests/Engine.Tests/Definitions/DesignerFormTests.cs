using System.Text.Json.Nodes;
using WorkflowAccountability.Engine.Activities;
using WorkflowAccountability.Engine.Definitions;

namespace WorkflowAccountability.Engine.Tests.Definitions;

public sealed class DesignerFormTests
{
    private static readonly ActivityRegistry registry = ActivityRegistry.WithWaits();

    private const string Old = """
        {"Id": "v", "definitionId": "d", "name": "旧", "version": 2, "mystery": {"keep": 1},
          "variables": {"$values": [{"Name": "Amount", "typeName": "System.Int32, System.Private.CoreLib", "value": 3, "note": "n"}]},
          "inputs": [{"name": "List", "type": "System.Collections.Generic.ICollection`1[[System.String, System.Private.CoreLib]], System.Private.CoreLib"}],
          "root": {"Type": "Elsa.Flowchart", "Activities": {"$values": [
            {"type": "Elsa.WriteLine", "text": "bare", "canStartWorkflow": true, "extra": [1]},
            {"id": "WriteLine1", "type": "Elsa.WriteLine", "version": 1, "text": {"typeName": "System.String", "expression": {"type": "Literal", "value": "x"}}},
            {"id": "j", "type": "Elsa.FlowJoin", "mode": {"typeName": "Elsa.Workflows.Activities.Flowchart.Models.FlowJoinMode, Elsa.Workflows.Core",
              "expression": {"type": "Literal", "value": "WaitAll"}}},
            {"id": "i", "type": "Elsa.If", "then": {"type": "Acme.Odd", "foo": 1}},
            {"id": "u", "type": "Acme.DoesNotExist", "version": 7, "metadata": {"designer": {"position": {"x": 1, "y": 2}}}}]},
          "applicationProperties": {"note": "old"},
          "Connections": [{"source": "WriteLine1", "target": "j", "sourcePort": "Done", "targetPort": "In", "hint": 5},
            {"Source": {"Activity": "j"}, "Target": {"Activity": "u"}},
            {"source": {"activity": "u", "port": "Odd"}, "target": {"activity": "i", "port": "In"}, "vertices": [{"x": 1, "y": 2}], "colour": "red"}]}}
        """;

    [Fact]
    public void The_designer_is_given_the_newest_form_of_everything_old()
    {
        var shown = DesignerForm.Of(Old, registry);

        var root = shown["root"]!;
        shown.ShouldSatisfyAllConditions(
            () => shown["variables"]![0]!.ToJsonString().ShouldBe("""{"name":"Amount","typeName":"Int32","value":3,"note":"n","id":"Amount"}"""),
            () => shown["inputs"]![0]!["type"]!.ToString().ShouldBe("List<String>"),
            () => root["customProperties"]!["note"]!.ToString().ShouldBe("old"),
            () => root["activities"]!.AsArray().Select(activity => activity!["nodeId"]!.ToString())
                .ShouldBe(["Workflow1:Flowchart1:WriteLine2", "Workflow1:Flowchart1:WriteLine1", "Workflow1:Flowchart1:j", "Workflow1:Flowchart1:i", "Workflow1:Flowchart1:u"]),
            () => root["activities"]![0]!["text"]!.ToJsonString().ShouldBe("""{"typeName":"String","expression":{"type":"Literal","value":"bare"}}"""),
            () => root["activities"]![0]!["customProperties"]!["canStartWorkflow"]!.GetValue<bool>().ShouldBeTrue(),
            () => root["activities"]![2]!["mode"]!["typeName"]!.ToString().ShouldBe("FlowJoinMode"),
            () => root["activities"]![3]!["then"]!["type"]!.ToString().ShouldBe("Elsa.NotFoundActivity"),
            () => root["activities"]![3]!["then"]!["nodeId"]!.ToString().ShouldBe("Workflow1:Flowchart1:i:Odd1"),
            () => root["activities"]![4]!["metadata"]!["displayText"]!.ToString().ShouldBe("Not Found: Acme.DoesNotExist"),
            () => root["connections"]!.AsArray().Select(connection => $"{connection!["source"]} > {connection["target"]}".ReplaceLineEndings("").Replace(" ", ""))
                .ShouldBe(["""{"activity":"WriteLine1","port":"Done"}>{"activity":"j","port":"In"}""", """{"activity":"j","port":"Done"}>{"activity":"u","port":"In"}"""]),
            () => root["customProperties"]!["notFoundConnections"]!.AsArray().ShouldHaveSingleItem()!["source"]!["port"]!.ToString().ShouldBe("Odd"));
    }

    [Fact]
    public void What_the_designer_is_given_reads_and_runs_like_what_is_kept()
    {
        var files = Directory.GetFiles(Path.Combine(AppContext.BaseDirectory, "Scenarios"), "*.json");

        files.Length.ShouldBeGreaterThan(50);
        foreach (var scenario in files.Select(file => JsonNode.Parse(File.ReadAllText(file))!))
        {
            var library = new WorkflowLibrary();
            foreach (var other in scenario["load"] as JsonArray ?? [])
                library.Add(other!.ToJsonString());
            var kept = scenario["definition"]!.ToJsonString();
            var reader = new WorkflowDefinitionReader(registry, library);

            var shown = reader.Read(DesignerForm.Of(kept, registry, library).ToJsonString());

            shown.AllActivities().Select(activity => activity.NodeId).ShouldBe(reader.Read(kept).AllActivities().Select(activity => activity.NodeId));
        }
    }

    [Fact]
    public void What_the_designer_knows_nothing_of_survives_an_edit()
    {
        var sent = AsTheDesignerWritesIt(DesignerForm.Of(Old, registry));
        sent["root"]!["activities"]![4]!["metadata"]!["designer"]!["position"]!["x"] = 99;
        sent["name"] = "新";

        var taken = JsonNode.Parse(DesignerForm.Take(sent, Old))!;

        var root = taken["root"]!;
        taken.ShouldSatisfyAllConditions(
            () => taken["name"]!.ToString().ShouldBe("新"),
            () => taken["mystery"]!["keep"]!.GetValue<int>().ShouldBe(1),
            () => taken["variables"]![0]!["note"]!.ToString().ShouldBe("n"),
            () => root["activities"]![0]!["extra"]![0]!.GetValue<int>().ShouldBe(1),
            () => root["activities"]![3]!["then"]!["foo"]!.GetValue<int>().ShouldBe(1),
            () => root["activities"]![4]!["type"]!.ToString().ShouldBe("Acme.DoesNotExist"),
            () => root["activities"]![4]!["metadata"]!["designer"]!["position"]!["x"]!.GetValue<int>().ShouldBe(99),
            () => root["connections"]!.AsArray().Count.ShouldBe(3),
            () => root["connections"]![2]!["colour"]!.ToString().ShouldBe("red"));
    }

    [Fact]
    public void What_was_taken_away_in_the_designer_does_not_come_back()
    {
        var sent = AsTheDesignerWritesIt(DesignerForm.Of(Old, registry));
        ((JsonArray)sent["root"]!["activities"]!).RemoveAt(4);
        ((JsonArray)sent["variables"]!).Clear();

        var taken = JsonNode.Parse(DesignerForm.Take(sent, Old))!;

        taken["variables"]!.AsArray().ShouldBeEmpty();
        taken["root"]!["connections"]!.AsArray().Any(connection => connection!["source"]!["activity"]!.ToString() == "u").ShouldBeFalse();
    }

    [Fact]
    public void What_is_carried_over_may_itself_look_like_a_flowchart()
    {
        const string nested = """
            {"root": {"id": "f", "type": "Elsa.Flowchart", "activities": [], "connections": [{"source": {"activity": "a", "port": "Done"},
              "target": {"activity": "b", "port": "In"}, "odd": {"id": "f", "connections": [{"source": {"activity": "a", "port": "Done"}, "target": {"activity": "b", "port": "In"}}]}}]}}
            """;

        var taken = JsonNode.Parse(DesignerForm.Take(AsTheDesignerWritesIt(DesignerForm.Of(nested, registry)), nested))!;

        taken["root"]!["connections"]![0]!["odd"]!["connections"]!.AsArray().ShouldHaveSingleItem();
    }

    // Elsa Studio reads all but the activities into types of its own.
    private static JsonObject AsTheDesignerWritesIt(JsonObject definition)
    {
        Keep(definition, "id", "definitionId", "name", "description", "version", "variables", "inputs", "outputs", "outcomes", "customProperties", "options", "root");
        foreach (var variable in definition["variables"]!.AsArray())
            Keep(variable!, "id", "name", "typeName", "isArray", "value", "storageDriverTypeName");
        foreach (var connection in definition["root"]!["connections"]!.AsArray())
            Keep(connection!, "source", "target", "vertices");
        definition["links"] = new JsonArray();
        return definition;
    }

    private static void Keep(JsonNode node, params string[] known)
    {
        var part = node.AsObject();
        foreach (var key in part.Select(member => member.Key).Except(known).ToList())
            part.Remove(key);
    }
}
