using System.Text.Json.Nodes;
using WorkflowAccountability.Engine.Definitions;
using WorkflowAccountability.Engine.Instances;

namespace WorkflowAccountability.Engine.Tests.Instances;

public sealed class StateFaultsTests
{
    private static readonly WorkflowDefinition forkAndJoin = Chart.Of(
        "s:Elsa.Start", Chart.With("F", "Elsa.FlowFork", "branches", "Object", """["a", "b"]"""), "A:Test.Wait", "B:Test.Wait",
        Chart.Join("J"), "K:Test.Wait", "s -> F", "F.a -> A", "F.b -> B", "A -> J", "B -> J", "J -> K");

    [Fact]
    public void A_state_as_a_burst_leaves_it_contradicts_nothing() => Faults(_ => { }).ShouldBeEmpty();

    [Fact]
    public void A_token_at_a_join_that_has_all_of_its_branches_is_found() => Faults(state =>
    {
        var tokens = Tokens(state);
        var second = tokens[0]!.DeepClone();
        second["connection"]!["source"] = "B";
        tokens.Add(second);
    }).ShouldHaveSingleItem().ShouldContain("all branches have come to 'J'");

    [Fact]
    public void A_token_on_a_connection_that_is_not_there_is_found() => Faults(state => Tokens(state)[0]!["connection"]!["source"] = "X")
        .ShouldHaveSingleItem().ShouldContain("lies on a connection that is not there");

    [Fact]
    public void A_token_where_nothing_is_waited_for_is_found() => Faults(state =>
    {
        var connection = Tokens(state)[0]!["connection"]!;
        (connection["source"], connection["target"]) = ("J", "K");
    }).ShouldHaveSingleItem().ShouldContain("where nothing is waited for");

    [Fact]
    public void A_workflow_that_runs_and_waits_for_nothing_is_found() => Faults(state => state["bookmarks"] = new JsonArray())
        .ShouldHaveSingleItem().ShouldContain("waits for nothing");

    [Fact]
    public void An_execution_of_something_that_the_version_does_not_have_is_found() => Faults(state =>
    {
        var last = state["activities"]!.AsArray()[^1]!;
        last["nodeId"] = "Workflow1:gone";
    }).ShouldHaveSingleItem().ShouldContain("which its version does not have");

    // A is done and waits at the join for B.
    private static List<string> Faults(Action<JsonObject> harm)
    {
        var state = JsonNode.Parse(new Run(forkAndJoin).Complete("A").Json)!.AsObject();
        harm(state);
        return [.. StateFaults.Of(WorkflowState.Parse(state.ToJsonString()), forkAndJoin)];
    }

    private static JsonArray Tokens(JsonObject state) => state["activities"]!.AsArray().Select(activity => activity!["tokens"]).OfType<JsonArray>().Single(tokens => tokens.Count > 0);
}
