using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using WorkflowAccountability.Engine.Activities;
using WorkflowAccountability.Engine.Definitions;
using WorkflowAccountability.Engine.Execution;
using WorkflowAccountability.Engine.Instances;
using WorkflowAccountability.Engine.Journal;

namespace WorkflowAccountability.Bench.Workflows;

/// <summary>A flowchart of five activities that do nothing, from start to end, on one thread; no database.</summary>
internal static class InMemory
{
    private const int Rounds = 7, Times = 10_000;

    private static readonly DateTimeOffset now = new(2026, 9, 21, 1, 0, 0, TimeSpan.Zero);

    public static async Task<(Round Engine, Round ByHand)> RunAsync()
    {
        var registry = ActivityRegistry.WithBuiltIns();
        registry.Register(Nothing.TypeDescriptor, () => new Nothing());
        var definition = new WorkflowDefinitionReader(registry).Read(Charts.InARow("Bench.Nothing", 5, _ => []));
        var runner = new WorkflowRunner();
        if (runner.Start(definition, "0000000000000000", null, now).State.SubStatus is not WorkflowSubStatus.Finished)
            throw new InvalidOperationException("The flowchart did not come to its end.");
        List<Round> engine = [], byHand = [];
        for (var round = -3; round < Rounds; round++)
        {
            var (measured, alone) = (await MeasureAsync(id => runner.Start(definition, id, null, now)), await MeasureAsync(ByHand));
            if (round < 0)
                continue; // until the compiler has done its best
            engine.Add(measured);
            byHand.Add(alone);
        }
        return (Round.MedianOf(engine), Round.MedianOf(byHand));
    }

    private static Task<Round> MeasureAsync(Func<string, object> run) => Round.OfAsync(Times, () =>
    {
        for (var time = 0; time < Times; time++)
            run(time.ToString("x16", System.Globalization.CultureInfo.InvariantCulture));
        return Task.CompletedTask;
    });

    // What any engine has to make that tells as much: six ids and twelve lines of journal.
    private static List<JournalEntry> ByHand(string instanceId)
    {
        var journal = new List<JournalEntry>();
        for (var activity = 0; activity < 6; activity++)
        {
            var id = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{instanceId}/{activity}")).AsSpan(0, 8));
            journal.Add(new(journal.Count + 1, "Started", "a", "Workflow1:root:a", id, "Bench.Nothing", null, now, [], null));
            journal.Add(new(journal.Count + 1, "Completed", "a", "Workflow1:root:a", id, "Bench.Nothing", null, now, [], null));
        }
        return journal;
    }

    private sealed class Nothing : Activity
    {
        public static readonly ActivityDescriptor TypeDescriptor = new("Bench.Nothing", "Bench");

        protected override void Execute(ActivityExecutionContext context) => context.CompleteWithOutcomes();
    }
}

/// <summary>Definitions to measure.</summary>
internal static class Charts
{
    /// <summary>Activities of one type, one after the other.</summary>
    public static string InARow(string type, int count, Func<int, JsonObject> inputs) => new JsonObject
    {
        ["id"] = "bench-1", ["definitionId"] = "bench", ["name"] = "Bench", ["version"] = 1, ["isLatest"] = true, ["isPublished"] = true,
        ["root"] = new JsonObject
        {
            ["id"] = "root", ["type"] = "Elsa.Flowchart", ["version"] = 1,
            ["activities"] = new JsonArray([.. Enumerable.Range(1, count).Select(at => Activity(type, at, inputs(at)))]),
            ["connections"] = new JsonArray([.. Enumerable.Range(1, count - 1).Select(at => new JsonObject
            {
                ["source"] = new JsonObject { ["activity"] = Id(at), ["port"] = "Done" },
                ["target"] = new JsonObject { ["activity"] = Id(at + 1), ["port"] = "In" },
            })]),
        },
    }.ToJsonString();

    private static JsonObject Activity(string type, int at, JsonObject inputs)
    {
        inputs["id"] = Id(at);
        inputs["type"] = type;
        inputs["version"] = 1;
        return inputs;
    }

    // As long as Elsa's ids are.
    private static string Id(int at) => $"8f3c0a4b5d6e7f{at:00}";
}
