using System.Text.Json.Nodes;
using WorkflowAccountability.Engine.Execution;

namespace WorkflowAccountability.Engine.Tests.Joins;

/// <summary>Thousands of flowcharts, held against what Elsa does with them: where the README names no difference there is none.</summary>
public sealed class LikeElsaTests
{
    private static readonly string[] modes = ["Stream", "Merge", "Converge", "Race", "WaitAll", "WaitAllActive", "WaitAny"];

    [Fact]
    public void Activities_that_never_wait_execute_in_Elsas_order()
    {
        var differing = new List<string>();
        var (same, joined) = (0, 0);
        for (var seed = 1; seed <= 2_000; seed++)
        {
            var chart = new RandomChart(seed);
            var (theirs, ours) = (chart.AsElsaDoes(), chart.AsWeDo());
            if (theirs.SequenceEqual(ours))
                same++;
            else if (!chart.JoinsTwice(theirs) && !chart.AsElsaDoes(forgetsNothing: true).SequenceEqual(ours)) // the differences that the README names
                differing.Add($"{seed}: {chart}\n  Elsa {string.Join(' ', theirs)}\n  here {string.Join(' ', ours)}");
            joined += theirs.Exists(activity => chart.Modes.ContainsKey(activity)) ? 1 : 0;
        }

        differing.Take(5).ShouldBeEmpty($"{differing.Count} differ, {same} are the same");
        same.ShouldBeGreaterThan(1_800);
        joined.ShouldBeGreaterThan(700, "joins must be reached, or the test protects nothing");
    }

    // Ways lead onwards only; some activities are decisions, some join.
    private sealed class RandomChart
    {
        private readonly List<(string From, string Port, string To)> connections = [];
        private readonly Dictionary<string, bool> decisions = [];
        private readonly Dictionary<string, string> joins = [];
        private readonly int size;

        public RandomChart(int seed)
        {
            var random = new Random(seed);
            size = random.Next(4, 9);
            for (var at = 1; at < size; at++)
                if (random.Next(5) == 0)
                    decisions[Name(at)] = random.Next(2) == 0;
                else if (random.Next(3) == 0)
                    joins[Name(at)] = modes[random.Next(modes.Length)];
            for (var at = 0; at < size - 1; at++)
                for (var next = at + 1; next < size; next++)
                    if (next == at + 1 ? random.Next(3) > 0 : random.Next(4) == 0)
                        connections.Add((Name(at), decisions.ContainsKey(Name(at)) ? random.Next(2) == 0 ? "True" : "False" : "Done", Name(next)));
        }

        public Dictionary<string, string> Modes => joins;

        public List<string> AsElsaDoes(bool forgetsNothing = false) => new ElsaTokenFlow(joins.ToDictionary(join => join.Key, join => join.Value switch
        {
            "WaitAny" => "Race",
            "WaitAll" or "WaitAllActive" => "Merge",
            var mode => mode,
        }), connections, Name(0), forgetsNothing).Run(activity => [decisions.TryGetValue(activity, out var holds) ? holds ? "True" : "False" : "Done"]);

        public List<string> AsWeDo()
        {
            var parts = Enumerable.Range(0, size).Select(at => (object)Activity(Name(at)))
                .Concat(connections.Select(way => (object)$"{way.From}.{way.Port} -> {way.To}"));
            var burst = new WorkflowRunner().Start(Chart.Of([.. parts]), "i", null, Run.Start);
            return [.. burst.Effects.OfType<Journaled>().Select(line => line.Entry).Where(entry => entry.EventName == "Started" && entry.ActivityId != "root")
                .Select(entry => entry.ActivityId)];
        }

        // An activity before the join executed twice: there the join counts tokens, here it counts branches.
        public bool JoinsTwice(List<string> executed) => executed.GroupBy(activity => activity)
            .Any(same => same.Count() > 1 && joins.ContainsKey(same.Key));

        public override string ToString() => string.Join(", ", connections.Select(way => $"{way.From}.{way.Port}>{way.To}"))
            + " | " + string.Join(", ", joins.Select(join => $"{join.Key} {join.Value}")) + " | " + string.Join(", ", decisions.Select(decision => $"{decision.Key} {decision.Value}"));

        private JsonObject Activity(string name)
        {
            if (decisions.TryGetValue(name, out var holds))
                return Chart.With(name, "Elsa.FlowDecision", "condition", "Literal", holds);
            if (!joins.TryGetValue(name, out var mode))
                return new() { ["id"] = name, ["type"] = name == "a" ? "Elsa.Start" : "Elsa.WriteLine" };
            return mode.StartsWith("Wait", StringComparison.Ordinal) ? Chart.Join(name, mode)
                : new() { ["id"] = name, ["type"] = "Elsa.WriteLine", ["customProperties"] = new JsonObject { ["mergeMode"] = mode } };
        }

        private static string Name(int at) => ((char)('a' + at)).ToString();
    }
}
