using WorkflowAccountability.Engine.Bookmarks;
using WorkflowAccountability.Engine.Definitions;

namespace WorkflowAccountability.Engine.Tests.Joins;

/// <summary>Not some orders of completion but all of them, up to a number of returns.</summary>
public sealed class EveryOrderTests
{
    private const int MostReturns = 2;

    private static readonly Dictionary<string, WorkflowDefinition> shapes = new()
    {
        ["inside the branch"] = Shape("B.Returned -> C", "A.Returned -> A"),
        ["at the fork"] = Shape("B.Returned -> F", "A.Returned -> A"),
        ["before the fork"] = Shape("B.Returned -> P", "A.Returned -> P"),
        ["ends the nested flowchart"] = Nested(),
    };

    public static TheoryData<string> Shapes => [.. shapes.Keys];

    [Theory]
    [MemberData(nameof(Shapes))]
    public void Every_order_of_completions_and_returns_comes_to_the_end_with_no_branch_lost_or_doubled(string shape)
    {
        var ends = Explore(shape, new Run(shapes[shape]), MostReturns).ToList();

        ends.Count.ShouldBeGreaterThan(5);
        foreach (var end in ends)
        {
            end.IsFinished.ShouldBeTrue();
            end.State.Incidents.ShouldBeEmpty();
            var passed = end.Journal.Where(entry => entry is { EventName: "Completed", ActivityId: "J" or "K" })
                .Select(entry => entry.ActivityId);
            passed.ShouldBe(["J", "K"], "the join fires once, however often branches came back");
        }
    }

    private static IEnumerable<Run> Explore(string shape, Run run, int returnsLeft)
    {
        run.Open.Order().ShouldBe(run.Open.Order().Distinct(), "nothing waits twice at the same activity");
        if (run.IsFinished)
            yield return run;
        foreach (var bookmark in run.State.Bookmarks)
        {
            foreach (var end in Explore(shape, Next(run, bookmark, "Done", spared: _ => true), returnsLeft))
                yield return end;
            if (returnsLeft > 0 && bookmark.ActivityId is "A" or "B")
                foreach (var end in Explore(shape, Next(run, bookmark, "Returned", Spared(shape, bookmark.ActivityId)), returnsLeft - 1))
                    yield return end;
        }

        Run Next(Run before, Bookmark bookmark, string outcome, Func<string, bool> spared)
        {
            var siblings = before.State.Bookmarks.Where(other => other.Id != bookmark.Id).ToList();
            var after = before.Fork().Complete(bookmark, outcome);
            var left = after.State.Bookmarks.Select(other => other.ToString()).ToList();
            left.Intersect(siblings.Select(other => other.ToString())).ShouldBe(
                siblings.Where(other => spared(other.ActivityId)).Select(other => other.ToString()),
                    $"{shape}: {bookmark.ActivityId} {outcome}");
            return after;
        }
    }

    private static Func<string, bool> Spared(string shape, string returning) => (shape, returning) switch
    {
        ("at the fork", "B") or ("before the fork", _) => _ => false,
        ("ends the nested flowchart", "B") => other => other == "A",
        _ => _ => true,
    };

    private static WorkflowDefinition Shape(params string[] returns) => Chart.Of(
    [
        "P:Test.Wait", Chart.With("F", "Elsa.FlowFork", "branches", "Object", """["a", "b"]"""), "A:Test.Wait", "C:Test.Wait",
            "B:Test.Wait",
        Chart.Join("J"), "K:Test.Wait", "P -> F", "F.a -> A", "F.b -> C", "C -> B", "A -> J", "B -> J", "J -> K", .. returns,
    ]);

    private static WorkflowDefinition Nested() => Chart.Of(
        "s:Elsa.Start", "A:Test.Wait", Chart.Join("J"), "K:Test.Wait", Chart.Flow("inner",
            "i:Elsa.Start", "B:Test.Wait", "X:Test.Wait", "Y:Test.Wait", "e:Elsa.End", "i -> B", "i -> X", "X -> Y", "B.Returned -> e"),
        "s -> A", "s -> inner", "A.Returned -> A", "A -> J", "inner -> J", "J -> K");
}
