namespace WorkflowAccountability.Procedure.Lawfulness;

/// <summary>For each node that can be reached from the root, the nearest other one that every way to it leads through (Cooper, Harvey, Kennedy).</summary>
internal sealed class Dominance
{
    private readonly int[] nearest;
    private readonly int[] orderOf;
    private readonly int[] nodeAt;

    public Dominance(int count, int root, Func<int, IEnumerable<int>> after, Func<int, IEnumerable<int>> before)
    {
        orderOf = new int[count];
        Array.Fill(orderOf, -1);
        nodeAt = Order(count, root, after);
        for (var at = 0; at < nodeAt.Length; at++)
            orderOf[nodeAt[at]] = at;
        var sources = nodeAt.Select(node => before(node).Select(source => orderOf[source]).Where(source => source >= 0).ToArray()).ToArray();
        nearest = new int[nodeAt.Length];
        Array.Fill(nearest, -1);
        nearest[0] = 0;
        while (Improve(sources))
        {
        }
    }

    public bool IsReachable(int node) => orderOf[node] >= 0;

    /// <summary>The nearest one that dominates it; itself at the root, -1 where it cannot be reached.</summary>
    public int Nearest(int node) => orderOf[node] < 0 ? -1 : nodeAt[nearest[orderOf[node]]];

    public bool Dominates(int one, int other)
    {
        var (wanted, at) = (orderOf[one], orderOf[other]);
        if (wanted < 0 || at < 0)
            return false;
        while (at > wanted)
            at = nearest[at];
        return at == wanted;
    }

    private bool Improve(int[][] sources)
    {
        var changed = false;
        for (var at = 1; at < nearest.Length; at++)
        {
            var found = -1;
            foreach (var source in sources[at])
                if (nearest[source] >= 0)
                    found = found < 0 ? source : Common(found, source);
            changed |= nearest[at] != found;
            nearest[at] = found;
        }
        return changed;
    }

    private int Common(int one, int other)
    {
        while (one != other)
            if (one > other)
                one = nearest[one];
            else
                other = nearest[other];
        return one;
    }

    private static int[] Order(int count, int root, Func<int, IEnumerable<int>> after)
    {
        var (order, seen) = (new List<int>(), new bool[count]);
        var path = new Stack<(int Node, IEnumerator<int> Leaving)>([(root, after(root).GetEnumerator())]);
        seen[root] = true;
        while (path.TryPeek(out var top))
        {
            if (!top.Leaving.MoveNext())
                order.Add(path.Pop().Node);
            else if (!seen[top.Leaving.Current])
            {
                seen[top.Leaving.Current] = true;
                path.Push((top.Leaving.Current, after(top.Leaving.Current).GetEnumerator()));
            }
        }
        order.Reverse();
        return [.. order];
    }
}
