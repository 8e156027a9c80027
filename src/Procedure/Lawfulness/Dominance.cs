namespace WorkflowAccountability.Procedure.Lawfulness;

/// <summary>For each node that can be reached from the root, the nearest other one that every way to it leads through (Cooper, Harvey, Kennedy).</summary>
internal sealed class Dominance
{
    private readonly int[] nearest;
    private readonly int[] orderOf;
    private readonly int[] nodeAt;
    private readonly int[] first;
    private readonly int[] last;

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
        (first, last) = Nesting();
    }

    public bool IsReachable(int node) => orderOf[node] >= 0;

    /// <summary>The nearest one that dominates it; itself at the root, -1 where it cannot be reached.</summary>
    public int Nearest(int node) => orderOf[node] < 0 ? -1 : nodeAt[nearest[orderOf[node]]];

    public bool Dominates(int one, int other) => orderOf[one] is >= 0 and var around && orderOf[other] is >= 0 and var inside
        && first[around] <= first[inside] && last[inside] <= last[around];

    // Who is dominated lies within the span of who dominates.
    private (int[] First, int[] Last) Nesting()
    {
        var children = Enumerable.Range(1, nearest.Length - 1).ToLookup(at => nearest[at]);
        var (begins, ends, time) = (new int[nearest.Length], new int[nearest.Length], 0);
        var path = new Stack<(int At, IEnumerator<int> Inside)>([(0, children[0].GetEnumerator())]);
        begins[0] = time++;
        while (path.TryPeek(out var top))
            if (top.Inside.MoveNext())
            {
                begins[top.Inside.Current] = time++;
                path.Push((top.Inside.Current, children[top.Inside.Current].GetEnumerator()));
            }
            else
                ends[path.Pop().At] = time++;
        return (begins, ends);
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
