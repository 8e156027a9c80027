using System.Text.Json.Nodes;

namespace WorkflowAccountability.Engine.Tests.Joins;

public sealed class ForkAndReturnTests
{
    private static readonly object[] forkOfAAndB =
    [
        "s:Elsa.Start", Chart.With("F", "Elsa.FlowFork", "branches", "Object", """["a", "b"]"""), "A:Test.Wait", "B:Test.Wait",
        Chart.Join("J"), "K:Test.Wait", "s -> F", "F.a -> A", "A -> J", "B -> J", "J -> K",
    ];

    [Fact]
    public void Both_branches_wait_and_the_join_fires_when_both_are_done()
    {
        var run = new Run(Chart.Of([.. forkOfAAndB, "F.b -> B"]));
        run.Open.ShouldBe(["A", "B"]);

        run.Complete("A");
        run.Open.ShouldBe(["B"]);
        run.Complete("B");

        run.Open.ShouldBe(["K"]);
        run.Times("Completed", "J").ShouldBe(1);
        run.Complete("K").IsFinished.ShouldBeTrue();
    }

    [Theory]
    [InlineData("F.b -> B", "B.Returned -> B")]
    [InlineData("F.b -> C", "C -> B", "B.Returned -> C", "C:Elsa.WriteLine")]
    public void A_branch_that_returns_within_itself_leaves_its_sibling_untouched(params string[] loop)
    {
        var run = new Run(Chart.Of([.. forkOfAAndB, .. loop]));
        var waitingA = run.At("A");
        var firstB = run.At("B");

        run.Complete("B", "Returned").Complete("B", "Returned");

        run.At("A").ToString().ShouldBe(waitingA.ToString());
        run.At("B").ActivityInstanceId.ShouldNotBe(firstB.ActivityInstanceId);
        run.Cancelled.ShouldBeEmpty();
        run.Complete("A").Complete("B").Open.ShouldBe(["K"]);
        run.Times("Completed", "J").ShouldBe(1);
    }

    [Fact]
    public void A_token_that_waits_at_the_join_survives_the_returns_of_the_other_branch()
    {
        var run = new Run(Chart.Of([.. forkOfAAndB, "F.b -> B", "B.Returned -> B"]));

        run.Complete("A").Complete("B", "Returned").Complete("B", "Returned").Complete("B");

        run.Open.ShouldBe(["K"]);
        run.Times("Started", "A").ShouldBe(1);
        run.Times("Completed", "J").ShouldBe(1);
    }

    [Theory]
    [InlineData("F", "F.b -> B", "B.Returned -> F")]
    [InlineData("R", "F.b -> B", "R:Elsa.WriteLine", "R -> F", "B.Returned -> R")]
    public void A_return_to_the_fork_takes_back_both_branches(string place, params string[] parts)
    {
        object[] chart = [.. forkOfAAndB, .. parts];
        if (place == "R")
            chart = [.. chart.Select(part => part is "s -> F" ? "s -> R" : part)];
        var run = new Run(Chart.Of(chart));
        var (firstA, firstB) = (run.At("A"), run.At("B"));

        run.Complete("B", "Returned");

        run.Cancelled.ShouldBe(["A"]);
        run.Times("Canceled", "A").ShouldBe(1);
        run.Open.ShouldBe(["A", "B"]);
        run.At("A").Id.ShouldNotBe(firstA.Id);
        run.At("B").Id.ShouldNotBe(firstB.Id);
        run.Complete("B").Complete("A").Open.ShouldBe(["K"]);
        run.Times("Completed", "J").ShouldBe(1);
    }

    [Fact]
    public void A_return_to_the_fork_also_takes_back_the_token_that_waits_at_the_join()
    {
        var run = new Run(Chart.Of([.. forkOfAAndB, "F.b -> B", "B.Returned -> F"]));

        run.Complete("A").Complete("B", "Returned").Complete("B");

        run.Open.ShouldBe(["A"]);
        run.Complete("A").Open.ShouldBe(["K"]);
    }

    [Fact]
    public void A_return_to_a_person_before_the_fork_closes_the_siblings_at_once()
    {
        object[] chart =
            [.. forkOfAAndB.Where(part => part is not "s -> F"), "P:Test.Wait", "s -> P", "P -> F", "F.b -> B", "B.Returned -> P"];
        var run = new Run(Chart.Of(chart)).Complete("P");

        run.Complete("B", "Returned");

        run.Open.ShouldBe(["P"]);
        run.Cancelled.ShouldBe(["A"]);
        run.Complete("P").Complete("A").Complete("B").Complete("K").IsFinished.ShouldBeTrue();
    }

    [Fact]
    public void A_return_from_behind_the_join_runs_the_fork_again()
    {
        var run = new Run(Chart.Of([.. forkOfAAndB, "F.b -> B", "K.Returned -> F"])).Complete("A").Complete("B");

        run.Complete("K", "Returned");

        run.Open.ShouldBe(["A", "B"]);
        run.Complete("B").Complete("A").Complete("K").IsFinished.ShouldBeTrue();
        run.Times("Completed", "J").ShouldBe(2);
    }

    [Fact]
    public void Returns_from_behind_a_partial_join_burn_the_branch_that_was_not_joined()
    {
        var run = new Run(Chart.Of(
            "S:Test.Wait", "A:Test.Wait", "B:Test.Wait", "C:Test.Wait", Chart.Join("J"), "K:Test.Wait",
            "S -> A", "S -> B", "S -> C", "A -> J", "B -> J", "J -> K", "K.Returned -> S")).Complete("S").Complete("A").Complete("B");
        run.Open.ShouldBe(["C", "K"]);

        run.Complete("K", "Returned");

        run.Open.ShouldBe(["S"]);
        run.Cancelled.ShouldBe(["C"]);
    }

    [Fact]
    public void An_activity_that_two_branches_share_splits_for_each_of_them_apart()
    {
        var shared = new JsonObject
        {
            ["id"] = "M",
            ["type"] = "Elsa.WriteLine",
            ["customProperties"] = new JsonObject { ["mergeMode"] = "Cascade" }
        };
        var run = new Run(Chart.Of(
            "s:Elsa.Start", "A:Test.Wait", "B:Test.Wait", shared, "X:Test.Wait", "Y:Test.Wait",
            "s -> A", "s -> B", "A -> M", "B -> M", "M -> X", "M -> Y")).Complete("A");
        var forA = run.State.Bookmarks.Where(bookmark => bookmark.ActivityId is "X" or "Y").Select(bookmark => bookmark.Id).ToList();

        run.Complete("B");

        run.Open.ShouldBe(["X", "Y", "X", "Y"]);
        run.State.Bookmarks.Select(bookmark => bookmark.Id).Take(2).ShouldBe(forA);
    }

    [Fact]
    public void The_end_of_a_nested_flowchart_burns_what_is_open_in_it_and_nothing_outside()
    {
        var inner = Chart.Flow("inner", "i:Elsa.Start", "X:Test.Wait", "Y:Test.Wait", "e:Elsa.End", "i -> X", "i -> Y", "X.Returned -> e");
        var run = new Run(Chart.Of("s:Elsa.Start", "A:Test.Wait", inner, Chart.Join("J"), "s -> A", "s -> inner", "A -> J", "inner -> J"));
        var waitingA = run.At("A");

        run.Complete("X", "Returned");

        run.Cancelled.ShouldBe(["Y"]);
        run.At("A").ToString().ShouldBe(waitingA.ToString());
        run.Times("Completed", "inner").ShouldBe(1);
        run.Complete("A").IsFinished.ShouldBeTrue();
    }

    [Fact]
    public void The_first_branch_wins_where_any_will_do()
    {
        var run = new Run(Chart.Of(
            "s:Elsa.Start", "A:Test.Wait", "B:Test.Wait", "R:Test.Wait", "C:Test.Wait", Chart.Join("J", "WaitAny"), "K:Test.Wait",
            "s -> A", "s -> B", "s -> C", "A -> J", "B -> J", "B.Returned -> R", "R -> B", "C.Returned -> s", "J -> K"))
                .Complete("B", "Returned");

        run.Complete("A");

        run.Open.ShouldBe(["C", "K"],
            "C does not lead to the join unless it goes back to the fork, so it goes on; R would come to it late, so it does not");
        run.Cancelled.ShouldBe(["R"]);
        run.Complete("K").Complete("C").IsFinished.ShouldBeTrue();
    }

    [Fact]
    public void A_join_that_can_never_be_complete_is_an_incident_naming_what_is_missing()
    {
        var run = new Run(Chart.Of(
            Chart.With("D", "Elsa.FlowDecision", "condition", "Literal", true), "A:Test.Wait", "B:Test.Wait", Chart.Join("J"),
            "D.True -> A", "D.False -> B", "A -> J", "B -> J"));

        run.Complete("A");

        run.IsFinished.ShouldBeFalse();
        run.State.Incidents.ShouldHaveSingleItem().Message
            .ShouldBe("The join 'J' waits for 'B' (Done), from where nothing can come any more.");
        run.Cancel("closed by an operator").IsFinished.ShouldBeTrue();
    }

    [Fact]
    public void An_outcome_without_a_connection_ends_its_branch()
    {
        var run = new Run(Chart.Of("s:Elsa.Start", "A:Test.Wait", "B:Test.Wait", "s -> A", "s -> B"));

        run.Complete("A").IsFinished.ShouldBeFalse();
        run.Complete("B").IsFinished.ShouldBeTrue();
    }

    [Fact]
    public void An_activity_that_merges_waits_like_a_join()
    {
        var merging = Chart.With("M", "Elsa.WriteLine", "text", "Literal", "both");
        merging["customProperties"] = new System.Text.Json.Nodes.JsonObject { ["mergeMode"] = "Merge" };
        var run = new Run(Chart.Of("s:Elsa.Start", "A:Test.Wait", "B:Test.Wait", merging, "s -> A", "s -> B", "A -> M", "B -> M"));

        run.Complete("A").Lines.ShouldBeEmpty();
        run.Complete("B").Lines.ShouldBe(["both"]);
    }

    [Fact]
    public void A_return_to_one_of_several_ways_to_the_fork_takes_back_the_siblings_when_the_fork_begins_again()
    {
        var run = new Run(Chart.Of(
            Chart.With("D", "Elsa.FlowDecision", "condition", "Literal", true), "X:Test.Wait", "Z:Test.Wait", "F:Elsa.WriteLine",
                "A:Test.Wait", "B:Test.Wait",
            "D.True -> X", "D.False -> Z", "X -> F", "Z -> F", "F -> A", "F -> B", "A.Returned -> X")).Complete("X");
        var firstB = run.At("B");

        run.Complete("A", "Returned").Open.ShouldBe(["B", "X"], "from X the flow could still go elsewhere, for all the fork knows");
        run.Complete("X");

        run.Open.ShouldBe(["A", "B"]);
        run.At("B").Id.ShouldNotBe(firstB.Id);
    }

    [Fact]
    public void A_fork_that_begins_again_burns_what_is_left_of_it_even_when_it_had_been_joined()
    {
        var run = new Run(Chart.Of(
            Chart.With("D", "Elsa.FlowDecision", "condition", "Literal", true), "F:Elsa.WriteLine", "A:Test.Wait", "B:Test.Wait",
                "L:Test.Wait", Chart.Join("J"),
            "K:Test.Wait", "D.True -> F", "D.False -> A", "F -> A", "F -> B", "A -> J", "A -> L", "B -> J", "J -> K", "K.Returned -> F"));
        run.Complete("A").Complete("B").Open.ShouldBe(["L", "K"]);

        run.Complete("K", "Returned");

        run.Open.ShouldBe(["A", "B"]);
        run.Cancelled.ShouldBe(["L"]);
    }

    [Fact]
    public void A_return_to_the_join_itself_needs_only_its_own_token()
    {
        var run = new Run(Chart.Of(
            "s:Elsa.Start", "A:Test.Wait", "B:Test.Wait", Chart.Join("J"), "K:Test.Wait", "s -> A", "s -> B", "A -> J", "B -> J", "J -> K",
                "K.Returned -> J"));

        run.Complete("B").Complete("A").Complete("K", "Returned");

        run.Open.ShouldBe(["K"]);
        run.Times("Completed", "J").ShouldBe(2);
    }

    [Fact]
    public void A_fork_that_is_whole_again_leaves_no_trace_in_the_state()
    {
        var run = new Run(Chart.Of([.. forkOfAAndB, "F.b -> B"]));
        run.Json.ShouldContain("\"fork\":\"F\"");

        run.Complete("A").Complete("B");

        run.Json.ShouldNotContain("\"fork\":\"F\"");
    }
}
