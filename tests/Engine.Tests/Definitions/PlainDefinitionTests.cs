using System.Text.Json.Nodes;
using WorkflowAccountability.DefinitionRunner;
using WorkflowAccountability.Engine.Activities;
using WorkflowAccountability.Engine.Definitions;

namespace WorkflowAccountability.Engine.Tests.Definitions;

public sealed class PlainDefinitionTests
{
    private static readonly ActivityRegistry registry = ActivityRegistry.WithWaits();

    public static TheoryData<string> Shipped() =>
        [.. Directory.EnumerateFiles(Path.Combine(AppContext.BaseDirectory, "workflows"), "*.json").Select(file => Path.GetFileName(file)!).Order(StringComparer.Ordinal)];

    [Theory]
    [MemberData(nameof(Shipped))]
    public void The_plain_form_of_a_shipped_definition_runs_to_its_end_by_events_alone(string file)
    {
        var json = File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "workflows", file));

        var plain = PlainDefinition.Of(json, registry);
        var report = DefinitionRun.Of(plain, loaded: [], input: null, countsVisits: false, withJournal: false, answer: Answer());

        plain.ShouldNotContain("Accountability.");
        report["status"]!.ToString().ShouldBe("Finished");
        report["incidents"]!.AsArray().ShouldBeEmpty();
        report["waited"]!.AsArray().ShouldNotBeEmpty();
        report["waited"]!.AsArray().ShouldAllBe(wait => wait!.ToString().StartsWith("Elsa.Event "));
    }

    [Fact]
    public void Every_outcome_that_is_connected_is_an_event_and_goes_where_the_outcome_went()
    {
        var plain = PlainDefinition.Of(Twice, registry);

        var definition = new WorkflowDefinitionReader(registry).Read(plain);
        var run = new Run(definition);
        run.Open.ShouldBe(["A.Sent", "A.Returned"]);
        run.CompleteWith("A.Returned", new JsonObject { ["decision"] = "again" });
        run.Open.ShouldBe(["A.Sent", "A.Returned"], "the way back leads to the same stage");
        run.CompleteWith("A.Sent", null);
        run.Open.ShouldBe(["B.Done"]);
        run.State.Variable("Decision")!.ToString().ShouldBe("again", "what came with an event stays until another says otherwise");
        run.CompleteWith("B.Done", null);
        run.IsFinished.ShouldBeTrue();
    }

    [Theory]
    [InlineData("""{"type": "Acme.Stage"}""", """{"source": {"port": "Sent"}, "target": {"activity": "B", "port": "In"}}""")]
    [InlineData("""{"id": "A", "type": "Acme.Stage"}""", """{"source": [{"activity": "A", "port": "Sent"}], "target": {"activity": "B", "port": "In"}}""")]
    [InlineData("""{"id": "A", "type": "Acme.Stage", "metadata": {"designer": []}}""", """{"source": 7, "target": null}""")]
    public void A_stage_without_an_id_and_a_connection_that_starts_nowhere_do_not_keep_it_from_being_written(string activity, string connection)
    {
        var json = """
            {"id": "v", "definitionId": "d", "name": "n", "version": 1, "root": {"id": "f", "type": "Elsa.Flowchart",
              "activities": [ACTIVITY, {"id": "B", "type": "Acme.Last"}],
              "connections": [{"source": {"activity": "A", "port": "Sent"}, "target": {"activity": "B", "port": "In"}},
                {"source": {"activity": "A", "port": "Back"}, "target": {"activity": "B", "port": "In"}}, CONNECTION]}}
            """.Replace("ACTIVITY", activity, StringComparison.Ordinal).Replace("CONNECTION", connection, StringComparison.Ordinal);

        PlainDefinition.Of(json, registry).ShouldNotContain("Acme.");
    }

    // What the stages would write into the variables that decisions ask.
    private static JsonObject Answer() => new() { ["partyApproved"] = true, ["governmentApproved"] = true, ["hasMeasures"] = true };

    private const string Twice = """
        {"id": "v", "definitionId": "d", "name": "n", "version": 1, "variables": [{"id": "d1", "name": "Decision", "typeName": "String"}],
          "root": {"id": "f", "type": "Elsa.Flowchart", "activities": [
            {"id": "s", "type": "Elsa.Start"},
            {"id": "A", "type": "Acme.Stage", "decision": {"typeName": "Object", "memoryReference": {"id": "d1"}}},
            {"id": "B", "type": "Acme.Last"}],
          "connections": [{"source": "s", "target": "A", "sourcePort": "Done", "targetPort": "In"},
            {"source": {"activity": "A", "port": "Sent"}, "target": {"activity": "B", "port": "In"}},
            {"source": {"activity": "A", "port": "Returned"}, "target": {"activity": "A", "port": "In"}}]}}
        """;
}
