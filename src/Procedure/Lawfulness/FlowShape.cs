namespace WorkflowAccountability.Procedure.Lawfulness;

/// <summary>A definition laid open, with all that follows from its shape alone; made once for a check.</summary>
internal sealed class FlowShape
{
    private const int MostJoins = 64;

    private readonly bool[] isAwaited;
    private readonly (string Port, Way[] Ways)[][] ports;
    private readonly ulong[] begunAt;
    private readonly ulong[] bitsOn;
    private readonly ulong[] joinBit;

    public FlowShape(FlowNet net, LawOfFlow text)
    {
        (Net, Text) = (net, text);
        Concurrency = new Concurrency(net);
        Knowledge = new Knowledge(net, Concurrency, text);
        isAwaited = new bool[net.Ways.Count];
        foreach (var way in net.Steps.SelectMany(net.Awaited))
            isAwaited[way.Index] = true;
        ports = [.. net.Out.Select(ways => ways.GroupBy(way => way.Port).Select(port => (port.Key, port.ToArray())).ToArray())];
        begunAt = new ulong[net.Steps.Count];
        bitsOn = new ulong[net.Ways.Count];
        joinBit = new ulong[net.Steps.Count];
        var joins = net.Steps.Where(step => net.Awaited(step).Count > 1 && net.Dominators.IsReachable(step.Index)).Take(MostJoins).ToList();
        for (var at = 0; at < joins.Count; at++)
            MarkScope(joins[at], 1UL << at);
    }

    public FlowNet Net { get; }

    public LawOfFlow Text { get; }

    public Concurrency Concurrency { get; }

    public Knowledge Knowledge { get; }

    /// <summary>For each step the nearest one that every way from it to the end leads through.</summary>
    public Dominance AfterAll => field ??= new Dominance(
        Net.Steps.Count, Net.Last, at => Net.In[at].Select(way => way.From), at => Net.Out[at].Select(way => way.To));

    public bool IsAwaited(Way way) => isAwaited[way.Index];

    public IReadOnlyList<Way> AwaitedAt(Step step) => Net.Awaited(step);

    public (string Port, Way[] Ways)[] PortsOf(Step step) => ports[step.Index];

    /// <summary>The joins whose branches begin anew where this step is passed.</summary>
    public ulong BitsBegunAt(Step step) => begunAt[step.Index];

    /// <summary>The joins to which a way may lead without their branches beginning anew.</summary>
    public ulong BitsOn(Way way) => bitsOn[way.Index];

    public ulong JoinBit(Step step) => joinBit[step.Index];

    // From where every way to the join comes, its branches begin: what was under way before is taken back then.
    private void MarkScope(Step join, ulong bit)
    {
        var origin = Net.Dominators.Nearest(join.Index);
        begunAt[origin] |= bit;
        joinBit[join.Index] = bit;
        var seen = new HashSet<int> { join.Index };
        var open = new Stack<int>([join.Index]);
        while (open.TryPop(out var at))
            foreach (var way in Net.In[at])
            {
                bitsOn[way.Index] |= bit;
                if (way.From != origin && seen.Add(way.From))
                    open.Push(way.From);
            }
    }
}
