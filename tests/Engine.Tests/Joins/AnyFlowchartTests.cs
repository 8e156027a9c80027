using FsCheck.Xunit;
using WorkflowAccountability.Engine.Definitions;
using WorkflowAccountability.Engine.Instances;

namespace WorkflowAccountability.Engine.Tests.Joins;

/// <summary>Charts that nobody would draw: whatever they are, an instance is never lost.</summary>
public sealed class AnyFlowchartTests
{
    private static readonly string[] outcomes = ["Done", "Returned", "Both"];

    [Property(MaxTest = 150, EndSize = 120)]
    public void An_instance_always_waits_or_has_an_incident_or_is_finished(byte[] bytes)
    {
        var tape = new Tape(bytes);
        var chart = AnyChart(tape);
        var run = new Run(chart, options: new() { MaxSteps = 200 });

        for (var step = 0; step < 40 && !tape.IsOver && run.State.Bookmarks.Count > 0; step++)
        {
            var bookmark = run.State.Bookmarks[tape.Next(run.State.Bookmarks.Count)];
            var outcome = outcomes[tape.Next(3)];
            var again = run.Fork().Complete(bookmark, outcome);
            run.Complete(bookmark, outcome);

            run.Json.ShouldBe(again.Json, "the same step from the same state leaves the same bytes");
            (run.IsFinished || run.State.Bookmarks.Count > 0 || run.State.Incidents.Count > 0).ShouldBeTrue();
            StateFaults.Of(run.State, chart).ShouldBeEmpty();
            run.State.Bookmarks.ShouldAllBe(open => open.ActivityInstanceId.Length == 16 && open.Id.Length == 16);
        }
        run.Journal.Select(entry => entry.Sequence).ShouldBe(Enumerable.Range(1, run.Journal.Count()).Select(sequence => (long)sequence));
        if (!run.IsFinished)
            run.Cancel("enough").State.Bookmarks.ShouldBeEmpty();
    }

    [Property(MaxTest = 150, EndSize = 200)]
    public void In_a_chart_of_properly_nested_forks_joins_and_loops_every_join_fires_once_for_each_pass(byte[] bytes)
    {
        var tape = new Tape(bytes);
        var chart = new NestedChart(tape);
        var run = new Run(chart.Definition);

        for (var step = 0; !run.IsFinished; step++)
        {
            run.State.Incidents.ShouldBeEmpty();
            StateFaults.Of(run.State, chart.Definition).ShouldBeEmpty();
            run.Open.ShouldBeUnique();
            var bookmark = run.State.Bookmarks[tape.Next(run.State.Bookmarks.Count)];
            var others = run.State.Bookmarks.Where(other => other.Id != bookmark.Id).Select(other => other.ToString()).ToList();
            run.Complete(bookmark, chart.Loops.Contains(bookmark.ActivityId) && tape.Next(2) == 1 ? "Returned" : "Done");
            others.ShouldBeSubsetOf(run.State.Bookmarks.Select(other => other.ToString()).ToList(), "one branch never disturbs another");
        }

        foreach (var (fork, join) in chart.Forks)
            run.Times("Completed", join).ShouldBe(run.Times("Completed", fork));
        run.Cancelled.ShouldBeEmpty();
    }

    private static WorkflowDefinition AnyChart(Tape tape)
    {
        var count = 2 + tape.Next(7);
        var parts = new List<object> { "n0:Elsa.Start" };
        var connections = new HashSet<string>();
        for (var i = 1; i < count; i++)
        {
            parts.Add(tape.Next(6) switch
            {
                0 => Chart.Join($"n{i}"),
                1 => Chart.Join($"n{i}", "WaitAny"),
                2 => $"n{i}:Elsa.WriteLine",
                _ => $"n{i}:Test.Wait",
            });
            connections.Add(Connection(tape, parts, from: tape.Next(i), to: i));
        }
        for (var more = tape.Next(8); more > 0; more--)
            connections.Add(Connection(tape, parts, from: tape.Next(count), to: 1 + tape.Next(count - 1)));
        return Chart.Of([.. parts, .. connections]);
    }

    private static string Connection(Tape tape, List<object> parts, int from, int to) =>
        parts[from] is string text && text.EndsWith("Wait", StringComparison.Ordinal) && tape.Next(2) == 1 ? $"n{from}.Returned -> n{to}"
            : $"n{from} -> n{to}";
}
