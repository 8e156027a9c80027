using System.Numerics;

namespace WorkflowAccountability.Procedure.Lawfulness;

/// <summary>Which ways may hold a token at the same time; rather too many than too few.</summary>
internal sealed class Concurrency
{
    private readonly FlowNet net;
    private readonly ulong[][] beside;
    private readonly ulong[][] within;
    private readonly int words;
    private readonly Queue<int> changed = new();
    private readonly bool[] isQueued;
    private readonly int[] exitOf;

    public Concurrency(FlowNet net)
    {
        this.net = net;
        words = (net.Ways.Count + 63) / 64;
        beside = [.. net.Ways.Select(_ => new ulong[words])];
        isQueued = new bool[net.Ways.Count];
        exitOf = [.. net.Steps.Select(_ => -1)];
        for (var at = 0; at < net.Containers.Count; at++)
            exitOf[net.Containers[at].Exit] = at;
        var entryOf = Enumerable.Range(0, net.Containers.Count).ToDictionary(at => net.Containers[at].Entry);
        within = [.. net.Containers.Select(_ => new ulong[words])];
        foreach (var way in net.Ways)
            for (var at = entryOf.GetValueOrDefault(way.From, net.Steps[way.From].Container); at >= 0; at = net.Containers[at].Outer)
                Add(within[at], way.Index);
        foreach (var step in net.Steps)
            foreach (var together in step.LeavesByAll ? [net.Out[step.Index]] : net.Out[step.Index].GroupBy(way => way.Port).Select(group => group.ToArray()))
                foreach (var one in together)
                    foreach (var other in together.Where(other => other != one))
                        Join(one.Index, other.Index);
        while (changed.TryDequeue(out var way))
        {
            isQueued[way] = false;
            Pass(net.Ways[way]);
        }
    }

    public bool Are(int one, int other) => (beside[one][other / 64] >> (other % 64) & 1) == 1;

    /// <summary>The ways beside one.</summary>
    public IEnumerable<Way> Beside(int way)
    {
        for (var word = 0; word < words; word++)
            for (var bits = beside[way][word]; bits != 0; bits &= bits - 1)
                yield return net.Ways[(word * 64) + BitOperations.TrailingZeroCount(bits)];
    }

    private void Pass(Way way)
    {
        var step = net.Steps[way.To];
        var awaited = net.Awaited(step);
        var others = beside[way.Index];
        if (awaited.Count > 0 && awaited.Contains(way))
        {
            others = [.. others];
            foreach (var one in awaited)
                for (var word = 0; word < words; word++)
                    others[word] &= beside[one.Index][word];
        }
        foreach (var next in net.Out[step.Index])
        {
            var left = Left(way, next, others);
            for (var word = 0; word < words; word++)
                for (var bits = left[word] & ~beside[next.Index][word]; bits != 0; bits &= bits - 1)
                    Join(next.Index, (word * 64) + BitOperations.TrailingZeroCount(bits));
        }
    }

    // What ends a container cancels what is in it; whoever comes out of a container leaves nothing in it.
    private ulong[] Left(Way way, Way next, ulong[] others)
    {
        var left = others;
        var ended = next.Ends >= 0 ? next.Ends : exitOf[way.To];
        if (ended >= 0)
            left = Without(left, within[ended]);
        if (IsReturn(way))
            left = Without(left, Scope(way.To));
        return left;
    }

    private bool IsReturn(Way way) => net.Dominators.Dominates(way.To, way.From);

    // Whoever comes back to a fork, or to before it, takes back what was split there.
    private readonly Dictionary<int, ulong[]> scopes = [];

    private ulong[] Scope(int step)
    {
        if (scopes.TryGetValue(step, out var known))
            return known;
        var scope = new ulong[words];
        foreach (var fork in net.Steps.Where(IsFork).Where(fork => net.Dominators.Dominates(step, fork.Index)))
            foreach (var way in net.Ways.Where(way => net.Dominators.Dominates(fork.Index, way.From)))
                Add(scope, way.Index);
        return scopes[step] = scope;
    }

    private bool IsFork(Step step) => step.LeavesByAll
        ? net.Out[step.Index].Length > 1 : net.Out[step.Index].GroupBy(way => way.Port).Any(group => group.Count() > 1);

    private void Join(int one, int other)
    {
        if (one == other || Are(one, other))
            return;
        Add(beside[one], other);
        Add(beside[other], one);
        Queue(one);
        Queue(other);
    }

    private void Queue(int way)
    {
        if (isQueued[way])
            return;
        isQueued[way] = true;
        changed.Enqueue(way);
    }

    private ulong[] Without(ulong[] from, ulong[] gone)
    {
        var left = new ulong[words];
        for (var word = 0; word < words; word++)
            left[word] = from[word] & ~gone[word];
        return left;
    }

    private static void Add(ulong[] set, int way) => set[way / 64] |= 1UL << (way % 64);
}
