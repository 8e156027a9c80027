namespace WorkflowAccountability.Procedure.Lawfulness;

/// <summary>Whether a flow, lawful or not, comes to its end: nothing unreachable, nothing that waits for ever, happens twice or runs in circles.</summary>
internal sealed class Soundness(FlowShape shape, Reach everything)
{
    private readonly Starvation starvation = new(shape, everything);

    private FlowNet Net => shape.Net;

    /// <summary>Every fault: the key of its text, where, and what fills the text.</summary>
    public IEnumerable<(string Key, Step Step, object?[] Values)> Faults() =>
    [
        .. Unreachable(), .. WithoutEnd(), .. OpenPorts(), .. JoinsInVain(), .. Twice(), .. Circles(),
        .. Net.DeclaredTwice.Select(name => ("HiddenVariable", Net.Steps[0], new object?[] { name })),
        .. Net.CountsVisits ? [("OldAlgorithm", Net.Steps[0], Array.Empty<object?>())] : Array.Empty<(string, Step, object?[])>(),
    ];

    private bool IsReached(Step step) => step.Index == 0 || everything.Reached.ContainsKey(step.Index);

    private IEnumerable<(string, Step, object?[])> Unreachable()
    {
        foreach (var step in Net.Steps.Where(step => step.IsBeginning && !IsReached(step)))
        {
            var awaited = shape.AwaitedAt(step);
            var missing = awaited.Where(way => !everything.Uses(way)).Select(way => Net.Steps[way.From].Name).Distinct().ToList();
            yield return awaited.Count > 1 && missing.Count < awaited.Count
                ? ("JoinStarves", step, [step.Name, string.Join("、", missing)])
                : ("Unreachable", step, [step.Name]);
        }
    }

    private IEnumerable<(string, Step, object?[])> WithoutEnd()
    {
        var ending = new HashSet<int> { Net.Last };
        var open = new Stack<int>([Net.Last]);
        while (open.TryPop(out var at))
            foreach (var way in Net.In[at].Where(way => ending.Add(way.From)))
                open.Push(way.From);
        return Net.Steps.Where(step => step.IsBeginning && IsReached(step) && !ending.Contains(step.Index)).Select(step => ("WithoutEnd", step, new object?[] { step.Name }));
    }

    private IEnumerable<(string, Step, object?[])> OpenPorts()
    {
        foreach (var way in Net.Ways.Where(way => way.IsOpen && everything.Uses(way)))
        {
            var step = Net.Steps[way.From];
            if (!step.FinalPorts.Contains(way.Port))
                yield return ("OpenPort", step, [step.Name, new Port(step, way.Port)]);
            else if (WaitsFor(way) is { } join)
                yield return ("JoinLosesBranch", step, [step.Name, new Port(step, way.Port), join.Name]);
        }
    }

    // A join where another branch may stand already, and which this branch could have come to.
    private Step? WaitsFor(Way ending) => Net.Steps.FirstOrDefault(join => shape.AwaitedAt(join).Count > 1
        && shape.AwaitedAt(join).Any(way => shape.Concurrency.Are(way.Index, ending.Index)) && shape.AwaitedAt(join).Any(way => Before(way, join.Index).Contains(ending.From)));

    private IEnumerable<(string, Step, object?[])> JoinsInVain()
    {
        foreach (var join in Net.Steps.Where(IsReached).Where(step => shape.AwaitedAt(step).Count > 1))
        {
            var ways = shape.AwaitedAt(join);
            var apart = ways.SelectMany((one, at) => ways.Skip(at + 1).Where(other => !shape.Concurrency.Are(one.Index, other.Index)).Select(other => (one, other))).FirstOrDefault();
            if (apart.one is not null)
                yield return ("JoinOfChoices", join, [join.Name, Net.Steps[apart.one.From].Name, Net.Steps[apart.other.From].Name]);
            else if (starvation.Of(join) is { } missing)
                yield return ("JoinMayStarve", join, [join.Name, Net.Steps[missing.From].Name, new Port(Net.Steps[missing.From], missing.Port)]);
        }
    }

    private IEnumerable<(string, Step, object?[])> Twice()
    {
        foreach (var step in Net.Steps.Where(step => step is { Gathers: Gathering.Any, IsEnd: false, IsBeginning: true } && IsReached(step)))
        {
            var ways = Net.In[step.Index].Where(way => everything.Uses(way)).ToList();
            var both = ways.SelectMany((one, at) => ways.Skip(at + 1).Select(other => (one, other)))
                .FirstOrDefault(pair => shape.Concurrency.Are(pair.one.Index, pair.other.Index) && (step.TakesEach || ComesLater(pair.one, pair.other, step) || ComesLater(pair.other, pair.one, step)));
            if (both.one is not null)
                yield return ("FiresTwice", step, [step.Name, Net.Steps[both.one.From].Name, Net.Steps[both.other.From].Name]);
        }
    }

    // What arrives waits for what stands directly before the same step, and for nothing further away.
    private bool ComesLater(Way arriving, Way later, Step step)
    {
        var before = Before(later, step.Index);
        return shape.Concurrency.Beside(arriving.Index).Any(way => way != later && way.To != later.From && way.To != step.Index && before.Contains(way.To) && everything.Uses(way));
    }

    private HashSet<int> Before(Way way, int without)
    {
        var before = new HashSet<int> { way.From };
        var open = new Stack<int>([way.From]);
        while (open.TryPop(out var at))
            foreach (var into in Net.In[at].Where(into => into.From != without && before.Add(into.From)))
                open.Push(into.From);
        return before;
    }

    // Whatever is left when all that lies on no circle has been taken away, again and again.
    private IEnumerable<(string, Step, object?[])> Circles()
    {
        var left = Net.Steps.Where(step => !step.Waits && IsReached(step) && step.Type is not ("Elsa.For" or "Elsa.ForEach" or "Elsa.ParallelForEach"))
            .Select(step => step.Index).ToHashSet();
        var open = new Queue<int>(left);
        while (open.TryDequeue(out var at))
        {
            if (!left.Contains(at) || (Net.In[at].Any(way => left.Contains(way.From)) && Net.Out[at].Any(way => left.Contains(way.To))))
                continue;
            left.Remove(at);
            foreach (var next in Net.Out[at].Select(way => way.To).Concat(Net.In[at].Select(way => way.From)).Where(left.Contains))
                open.Enqueue(next);
        }
        if (left.Count > 0)
            yield return ("Circle", Net.Steps[left.Min()], [string.Join("、", left.Order().Select(at => Net.Steps[at].Name).Distinct())]);
    }
}

/// <summary>A port in a text: its name for people.</summary>
internal sealed record Port(Step Step, string Name);
