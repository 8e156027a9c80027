namespace WorkflowAccountability.Procedure.Lawfulness;

/// <summary>What a step does about several ways that lead to it.</summary>
internal enum Gathering
{
    /// <summary>It goes on with whatever arrives.</summary>
    Any,

    /// <summary>It waits for every way that comes from before it.</summary>
    All,

    /// <summary>It goes on with the first and cancels the others.</summary>
    First,
}

/// <summary>An activity as the check sees it; a container is two steps, its beginning and its end.</summary>
/// <param name="ActivityId">The activity in the definition.</param>
/// <param name="Name">What the designer calls it.</param>
/// <param name="Container">The innermost container around it, as an index into <see cref="FlowNet.Containers"/>.</param>
internal sealed record Step(int Index, string ActivityId, string Name, string Type, int Container)
{
    public bool Waits { get; init; }

    public bool IsBeginning { get; init; } = true;

    public Gathering Gathers { get; init; }

    /// <summary>Whether it waits for the ways that lead back to it too.</summary>
    public bool AwaitsReturns { get; init; }

    /// <summary>Whether it is executed once for everything that arrives, whatever comes together.</summary>
    public bool TakesEach { get; init; }

    /// <summary>Whether it is left by all its ways at once.</summary>
    public bool LeavesByAll { get; init; }

    /// <summary>Whether it ends what is around it.</summary>
    public bool IsEnd { get; init; }

    public IReadOnlyDictionary<string, StepInput> Inputs { get; init; } = new Dictionary<string, StepInput>();

    /// <summary>The texts among its custom properties: citation, internalReason …</summary>
    public IReadOnlyDictionary<string, string> Notes { get; init; } = new Dictionary<string, string>();

    /// <summary>The ports that may be left open on purpose.</summary>
    public IReadOnlyList<string> FinalPorts { get; init; } = [];

    /// <summary>Which output is written to which variable.</summary>
    public IReadOnlyDictionary<string, string> Bound { get; init; } = new Dictionary<string, string>();

    /// <summary>The variable that it sets, and to what; the value is null where a script decides.</summary>
    public (string Variable, bool? Value)? Sets { get; init; }

    /// <summary>What decides by which port it is left, in order.</summary>
    public IReadOnlyList<(string Port, Condition Condition)> Choices { get; init; } = [];

    public string? OtherwisePort { get; init; }

    /// <summary>Whether one of its scripts may write to variables.</summary>
    public bool MayWriteAnything { get; init; }

    /// <summary>The name of its type without the project's prefix.</summary>
    public string ShortType { get; } = Type.StartsWith("Accountability.", StringComparison.Ordinal) ? Type["Accountability.".Length..] : Type;
}

/// <summary>How a definition gives an input.</summary>
/// <param name="Text">The value as text; null where it is nothing or no text.</param>
/// <param name="IsOutright">Whether the value itself stands in the definition.</param>
internal sealed record StepInput(string? Text, bool IsOutright);

/// <summary>A way from step to step.</summary>
/// <param name="Ends">The container whose contents are cancelled when it is taken; -1 for none.</param>
/// <param name="IsOpen">Whether the definition connects the port to nothing, so that the branch ends there.</param>
internal sealed record Way(int Index, int From, string Port, int To, int Ends = -1, bool IsOpen = false);

/// <summary>A container: the steps of its beginning and its end, and the container around it.</summary>
internal sealed record Around(int Entry, int Exit, int Outer);

/// <summary>All steps of a definition and the ways between them, containers laid open.</summary>
internal sealed class FlowNet
{
    private readonly Way[][] awaited;

    public FlowNet(IReadOnlyList<Step> steps, IReadOnlyList<Way> ways, IReadOnlyList<Around> containers, IReadOnlyDictionary<string, bool?> variables)
    {
        (Steps, Ways, Containers, Variables) = (steps, ways, containers, variables);
        Out = Group(way => way.From);
        In = Group(way => way.To);
        Dominators = new Dominance(steps.Count, 0, at => Out[at].Select(way => way.To), at => In[at].Select(way => way.From));
        Last = containers[0].Exit;
        awaited = [.. steps.Select(AwaitedBy)];

        Way[][] Group(Func<Way, int> by)
        {
            var groups = ways.ToLookup(by);
            return [.. Enumerable.Range(0, steps.Count).Select(at => groups[at].ToArray())];
        }
    }

    public IReadOnlyList<Step> Steps { get; }

    public IReadOnlyList<Way> Ways { get; }

    public IReadOnlyList<Around> Containers { get; }

    /// <summary>The variables that hold yes or no, and what they hold at first; null where that is not said.</summary>
    public IReadOnlyDictionary<string, bool?> Variables { get; }

    /// <summary>Every name that is declared.</summary>
    public required IReadOnlySet<string> Declared { get; init; }

    /// <summary>What each declared name holds, as Elsa calls it; lists end with <c>[]</c>.</summary>
    public required IReadOnlyDictionary<string, string> Types { get; init; }

    /// <summary>Names that hide each other.</summary>
    public required IReadOnlyList<string> DeclaredTwice { get; init; }

    /// <summary>Whether a flowchart asks for Elsa's older algorithm.</summary>
    public bool CountsVisits { get; init; }

    public Way[][] Out { get; }

    public Way[][] In { get; }

    public Dominance Dominators { get; }

    /// <summary>The end of the whole.</summary>
    public int Last { get; }

    /// <summary>The ways that a step waits for; none where it does not wait.</summary>
    public IReadOnlyList<Way> Awaited(Step step) => awaited[step.Index];

    private Way[] AwaitedBy(Step step) => step.Gathers != Gathering.All ? []
        : [.. In[step.Index].Where(way => step.AwaitsReturns || !Dominators.Dominates(step.Index, way.From))];

    public bool IsInside(Step step, int container)
    {
        for (var at = step.Container; at >= 0; at = Containers[at].Outer)
            if (at == container)
                return true;
        return false;
    }

    /// <summary>The containers around a step, the innermost first.</summary>
    public IEnumerable<Step> Around(Step step)
    {
        for (var at = step.Container; at >= 0; at = Containers[at].Outer)
            yield return Steps[Containers[at].Entry];
    }
}
