using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using WorkflowAccountability.Engine.Activities;
using WorkflowAccountability.Engine.Activities.Branching;
using WorkflowAccountability.Engine.Activities.Flowcharts;
using WorkflowAccountability.Engine.Activities.Looping;
using WorkflowAccountability.Engine.Definitions;
using WorkflowAccountability.Procedure.Stages;
using WorkflowAccountability.Procedure.Stages.HumanTask;

namespace WorkflowAccountability.Procedure.Lawfulness;

/// <summary>Lays a definition open: the only file of the check that names the engine.</summary>
internal sealed partial class FlowNetReader
{
    private readonly List<Step> steps = [];
    private readonly List<Way> ways = [];
    private readonly List<Around> containers = [];
    private readonly Stack<int> loops = new();
    private readonly Func<string, bool> waits;

    private FlowNetReader(Func<string, bool> waits) => this.waits = waits;

    /// <summary>Reads it.</summary>
    /// <param name="waits">Whether activities of a type wait for somebody.</param>
    public static FlowNet Read(WorkflowDefinition definition, Func<string, bool> waits)
    {
        var reader = new FlowNetReader(waits);
        var first = reader.Add(new Step(0, "", "", "Workflow", -1));
        reader.containers.Add(new Around(first, reader.Add(new Step(0, "", "", "Workflow", -1) { IsBeginning = false, IsEnd = true }), -1));
        var (entry, exit) = reader.Add(definition.Root, 0);
        reader.Connect(first, "Done", entry);
        reader.Connect(exit, "Done", reader.containers[0].Exit);
        var declared = definition.AllActivities().OfType<Container>().SelectMany(container => container.Variables).Concat(definition.Variables).ToList();
        return new FlowNet(reader.steps, reader.ways, reader.containers, declared.Where(variable => variable is { TypeName: "Boolean", IsArray: false })
            .GroupBy(variable => variable.Name).ToDictionary(same => same.Key, same => same.Count() == 1 ? Flag(same.First().InitialValue) : null))
        {
            Declared = declared.Select(variable => variable.Name).ToHashSet(),
            Types = declared.DistinctBy(variable => variable.Name).ToDictionary(variable => variable.Name, variable => variable.TypeName + (variable.IsArray ? "[]" : "")),
            DeclaredTwice = [.. declared.GroupBy(variable => variable.Name).Where(same => same.Count() > 1).Select(same => same.Key)],
            CountsVisits = definition.AllActivities().OfType<Flowchart>().Any(chart => chart.CountsVisits),
        };
    }

    private (int Entry, int Exit) Add(Activity activity, int container)
    {
        var entry = Add(StepOf(activity, container));
        if (activity is not Container contents)
            return (entry, entry);
        var exit = Add(new Step(0, activity.Id, NameOf(activity), activity.Type, container) { IsBeginning = false });
        containers.Add(new Around(entry, exit, container));
        var inside = containers.Count - 1;
        if (contents is Loop or ParallelForEach)
            loops.Push(exit);
        Lay(contents, entry, exit, inside);
        if (contents is Loop or ParallelForEach)
            loops.Pop();
        return (entry, exit);
    }

    private void Lay(Container contents, int entry, int exit, int inside)
    {
        switch (contents)
        {
            case Flowchart chart:
                LayChart(chart, entry, exit, inside);
                break;
            case Loop or ParallelForEach:
                foreach (var (first, last) in contents.Activities.Select(child => Add(child, inside)))
                {
                    Connect(entry, "Body", first);
                    Leave(last, "Done", entry, inside);
                }
                Connect(entry, "Done", exit);
                break;
            case Engine.Activities.Branching.Parallel or Fork:
                steps[entry] = steps[entry] with { LeavesByAll = true };
                steps[exit] = steps[exit] with { Gathers = contents is Fork && TextOf(contents, "joinMode") == "WaitAny" ? Gathering.First : Gathering.All };
                foreach (var (first, last) in contents.Activities.Select(child => Add(child, inside)))
                {
                    Connect(entry, "Done", first);
                    Leave(last, "Done", exit, inside);
                }
                break;
            case PortedContainer ported:
                foreach (var port in ported.Descriptor.Embedded)
                    LayOne(ported.At(port), port);
                foreach (var child in ported.Activities.Except(ported.Descriptor.Embedded.Select(ported.At)))
                    LayOne(child, child!.Id);
                break;
            default:
                var at = entry;
                foreach (var child in contents.Activities)
                {
                    var (first, last) = Add(child, inside);
                    Connect(at, "Done", first);
                    at = last;
                }
                Leave(at, "Done", exit, inside);
                break;
        }
        if (contents.Activities.Count == 0 && Array.TrueForAll([.. ways], way => way.From != entry))
            Connect(entry, "Done", exit);

        void LayOne(Activity? child, string port)
        {
            if (child is null)
            {
                Connect(entry, port, exit);
                return;
            }
            var (first, last) = Add(child, inside);
            Connect(entry, port, first);
            Leave(last, "Done", exit, inside);
        }
    }

    private void LayChart(Flowchart chart, int entry, int exit, int inside)
    {
        var places = chart.Activities.ToDictionary(activity => activity.Id, activity => Add(activity, inside));
        var leaving = chart.Connections.ToLookup(connection => connection.Source);
        foreach (var activity in chart.Activities)
        {
            var (_, last) = places[activity.Id];
            foreach (var connection in leaving[activity.Id])
                Connect(last, connection.Port, places[connection.Target].Entry);
            foreach (var port in activity.Outcomes.Except(leaving[activity.Id].Select(connection => connection.Port)))
                Leave(last, port, exit, inside, isOpen: true);
        }
        if (chart.StartsWith is { } start)
            Connect(entry, "Done", places[start.Id].Entry);
    }

    // What ends its container, its loop or everything does so wherever it stands; any other step goes on.
    private void Leave(int from, string port, int to, int inside, bool isOpen = false)
    {
        switch (steps[from].Type)
        {
            case "Elsa.End":
                Connect(from, port, containers[inside].Exit, inside);
                break;
            case "Elsa.Finish" or "Elsa.Complete":
                Connect(from, port, containers[0].Exit, 0);
                break;
            case "Elsa.Break" when loops.TryPeek(out var loop):
                Connect(from, port, loop, containers.FindIndex(container => container.Exit == loop));
                break;
            case "Elsa.Fault" or "Elsa.Break":
                break;
            default:
                Connect(from, port, to, -1, isOpen);
                break;
        }
    }

    private void Connect(int from, string port, int to, int ends = -1, bool isOpen = false) => ways.Add(new Way(ways.Count, from, port, to, ends, isOpen));

    private int Add(Step step)
    {
        steps.Add(step with { Index = steps.Count });
        return steps.Count - 1;
    }

    private Step StepOf(Activity activity, int container) => new(0, activity.Id, NameOf(activity), activity.Type, container)
    {
        Waits = waits(activity.Type),
        IsEnd = activity.Descriptor.IsTerminal,
        Gathers = GatheringOf(activity),
        AwaitsReturns = ModeOf(activity) == "CONVERGE",
        TakesEach = ModeOf(activity) == "CASCADE",
        LeavesByAll = activity is FlowFork,
        Inputs = activity.Descriptor.Inputs.Where(input => activity.Given(input.Name) is not null)
            .ToDictionary(input => input.Name, input => InputOf(activity.Given(input.Name))),
        Notes = activity.CustomProperties.Where(note => note.Value is JsonValue value && value.TryGetValue<string>(out _))
            .ToDictionary(note => note.Key, note => note.Value!.GetValue<string>()),
        FinalPorts = activity.CustomProperties.GetValueOrDefault("finalPorts") is JsonArray ports ? [.. ports.Select(port => port?.ToString() ?? "")] : [],
        Bound = activity.Descriptor.Outputs.Where(output => activity.VariableOf(output.Name) is not null)
            .Select(output => KeyValuePair.Create(output.Name, activity.VariableOf(output.Name)!)).Concat(AnswersOf(activity)).ToDictionary(),
        Sets = activity is SetVariable && activity.Given("variable") is GivenInput.OfVariable variable
            ? (variable.Name, activity.Given("value") is GivenInput.Outright value ? Flag(value.Value) : null) : null,
        Choices = [.. activity.Choices.Select(choice => (choice.Port, ConditionOf(choice.Condition)))],
        OtherwisePort = activity.OtherwisePort,
        MayWriteAnything = activity.Descriptor.Inputs.Any(input => MayWrite(activity.Given(input.Name))) || activity.Choices.Any(choice => MayWrite(choice.Condition)),
    };

    // An answer of an added step goes into the variable of its name.
    private static IEnumerable<KeyValuePair<string, string>> AnswersOf(Activity activity) => activity.Type != HumanTaskStage.TypeName ? []
        : AddedStepReader.Read(input => StageActivity.TextOf(activity.Given(input))).Step.Fields.Select(field => field.Key).Distinct().Select(key => KeyValuePair.Create("answer " + key, key));

    private static string NameOf(Activity activity) => activity.DisplayText is { Length: > 0 } text ? text : activity.Name is { Length: > 0 } name ? name : activity.Id;

    private static Gathering GatheringOf(Activity activity) => activity is FlowJoin join
        ? join.TakesTheFirst ? Gathering.First : Gathering.All
        : ModeOf(activity) switch
        {
            "MERGE" or "CONVERGE" => Gathering.All,
            "RACE" => Gathering.First,
            _ => Gathering.Any,
        };

    private static string? ModeOf(Activity activity) => activity is FlowJoin ? null : activity.CustomProperties.GetValueOrDefault("mergeMode")?.ToString().ToUpperInvariant();

    private static StepInput InputOf(GivenInput? given) => given is GivenInput.Outright outright
        ? new(outright.Value is JsonValue value ? value.ToString() : outright.Value?.ToJsonString(), IsOutright: true)
        : new(Text: null, IsOutright: false);

    private static string? TextOf(Activity activity, string input) => InputOf(activity.Given(input)).Text;

    private static Condition ConditionOf(GivenInput? given) => given switch
    {
        GivenInput.Outright outright => new Condition.Constant(Flag(outright.Value) ?? false),
        GivenInput.OfVariable variable => new Condition.Holds(variable.Name),
        GivenInput.Computed { Script: { } script } => Condition.Parse(script),
        GivenInput.Computed => new Condition.Opaque(Script: null),
        _ => new Condition.Constant(Value: false),
    };

    // A script that names no way of writing cannot write.
    private static bool MayWrite(GivenInput? given) => given is GivenInput.Computed { Script: { } script } && !OnlyReads(script)
        && (script.Contains("set", StringComparison.Ordinal) || (script.Contains("variables", StringComparison.Ordinal) && !Condition.Parse(script).IsPlain)
            || script.Contains("eval", StringComparison.Ordinal) || script.Contains("globalThis", StringComparison.Ordinal) || script.Contains("this[", StringComparison.Ordinal));

    // Variables, numbers, texts and what compares or counts them; nothing that calls, assigns or counts up.
    private static bool OnlyReads(string script) => !script.Contains("++", StringComparison.Ordinal) && !script.Contains("--", StringComparison.Ordinal) && Reading().IsMatch(script);

    [GeneratedRegex("""^(?:variables\.[\p{L}_][\p{L}\p{Nd}_]*|get[\p{L}\p{Nd}_]+\(\)|\d+(?:\.\d+)?|"[^"\\]*"|'[^'\\]*'|\b(?:true|false|null)\b|===|!==|==|!=|>=|<=|[<>!&|()+\-*/%?:\s])*$""")]
    private static partial Regex Reading();

    private static bool? Flag(JsonNode? value) => value is JsonValue known
        ? known.TryGetValue<bool>(out var flag) ? flag : bool.TryParse(known.ToString(), out var text) ? text : null
        : null;
}
