using WorkflowAccountability.Engine.Activities;
using WorkflowAccountability.Engine.Definitions;
using WorkflowAccountability.Procedure.Lawfulness;

namespace WorkflowAccountability.Procedure.Workflows.Comparing;

/// <summary>A step of a version. Of a container the beginning is the step, and its end a place on the way.</summary>
/// <param name="Key">The same in both versions where it is the same step.</param>
internal sealed record ComparedStep(string Key, Step Step, Activity Activity)
{
    /// <summary>The key of the container around it; empty for the outermost.</summary>
    public string Around { get; init; } = "";

    /// <summary>Whether it only marks where a flow begins or ends: no way begins or ends at it.</summary>
    public bool IsMark => Step.Type is "Elsa.Start" or "Elsa.End" or "Elsa.Finish";
}

/// <summary>A way from a step by a port to another, as keys.</summary>
internal sealed record Hop(string From, string Port, string To);

/// <summary>A version laid open: its steps, and the ways between them. Where a flow begins and ends is no step of its own.</summary>
internal sealed class ComparedVersion
{
    /// <summary>The end of the whole, as a key.</summary>
    public const string End = "\u0002";

    private const string Start = "\u0001";
    private const string EndOf = "\u0003";

    private readonly FlowNet net;
    private readonly bool[] isStep;
    private readonly string[] keys;

    /// <param name="sameAs">Ids that stand for another in the version before.</param>
    public ComparedVersion(WorkflowDefinition definition, IReadOnlyDictionary<string, string> sameAs)
    {
        Definition = definition;
        net = FlowNetReader.Read(definition, type => type.StartsWith("Accountability.", StringComparison.Ordinal));
        var activities = definition.AllActivities().GroupBy(activity => activity.Id).ToDictionary(same => same.Key, same => same.First());
        var outermost = definition.Root is Container ? definition.Root.Id : null;
        isStep = [.. net.Steps.Select(step => step.ActivityId.Length > 0 && step.ActivityId != outermost && step.Type is not ("Elsa.Start" or "Elsa.End" or "Elsa.Finish"))];
        keys = [.. net.Steps.Select(KeyOf)];
        Steps = net.Steps.Where(step => step is { IsBeginning: true, ActivityId.Length: > 0 } && step.ActivityId != outermost).GroupBy(step => keys[step.Index]).ToDictionary(same => same.Key, same =>
            new ComparedStep(same.Key, same.First(), activities[same.First().ActivityId])
            {
                Around = net.Around(same.First()).Select(around => keys[around.Index]).FirstOrDefault(key => key != Start) ?? "",
            });

        string KeyOf(Step step) => step.Index == net.Last || (step.ActivityId == outermost && !step.IsBeginning) ? End
            : step.ActivityId.Length == 0 || step.ActivityId == outermost ? Start
            : sameAs.GetValueOrDefault(step.ActivityId, step.ActivityId) + (step.IsBeginning ? "" : EndOf);
    }

    /// <summary>What was read.</summary>
    public WorkflowDefinition Definition { get; }

    /// <summary>The steps by their keys, in the order of the definition.</summary>
    public IReadOnlyDictionary<string, ComparedStep> Steps { get; }

    /// <summary>What kind of procedure it is.</summary>
    public string Kind => KindOfProcedure.Of(net.Steps.Select(step => step.ShortType));

    /// <summary>Whether a key is the end of a container, and of which.</summary>
    public static string? ContainerEnding(string key) => key.EndsWith(EndOf, StringComparison.Ordinal) ? key[..^EndOf.Length] : null;

    /// <summary>Whether it is where the whole begins.</summary>
    public static bool IsStart(string key) => key == Start;

    /// <summary>The step that a key belongs to: itself, or the container of which it is the end.</summary>
    public static string StepOf(string key) => ContainerEnding(key) ?? key;

    /// <summary>All ways from step to step that lead through none but what may be passed.</summary>
    /// <param name="passes">The steps, by key, that a way may lead through; what is passed is on no end of a way.</param>
    public HashSet<Hop> Ways(Func<string, bool> passes)
    {
        bool Passed(int at) => at != net.Last && keys[at] != Start && keys[at] != End && (!isStep[at] || passes(StepOf(keys[at])));
        var hops = new HashSet<Hop>();
        foreach (var from in net.Steps.Where(step => !Passed(step.Index) && keys[step.Index] != End))
            foreach (var first in net.Out[from.Index].Where(way => !way.IsOpen && keys[way.To] != Start))
            {
                var seen = new HashSet<int> { first.To };
                var open = new Stack<int>([first.To]);
                while (open.TryPop(out var at))
                    if (Passed(at))
                        foreach (var way in net.Out[at].Where(way => !way.IsOpen && seen.Add(way.To)))
                            open.Push(way.To);
                    else
                        hops.Add(new Hop(keys[from.Index], first.Port, keys[at]));
            }
        return hops;
    }
}
