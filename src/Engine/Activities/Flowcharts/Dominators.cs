namespace WorkflowAccountability.Engine.Activities.Flowcharts;

/// <summary>
/// For each activity that can be reached from the start, the nearest other one that every way to it leads through (Cooper, Harvey, Kennedy:
/// A Simple, Fast Dominance Algorithm).
/// </summary>
internal sealed class Dominators
{
    private readonly Dictionary<string, int> orderOf = [];
    private readonly int[] nearest;

    public Dominators(string? start, ILookup<string, Connection> outgoing)
    {
        var order = start is null ? [] : ReversePostorder(start, outgoing);
        for (var i = 0; i < order.Count; i++)
            orderOf[order[i]] = i;
        var before = order.SelectMany(source => outgoing[source])
            .ToLookup(connection => orderOf[connection.Target], connection => orderOf[connection.Source]);
        nearest = new int[order.Count];
        Array.Fill(nearest, -1);
        if (order.Count > 0)
            nearest[0] = 0;
        while (Improve(before))
        {
        }
    }

    public bool IsReachable(string id) => orderOf.ContainsKey(id);

    public bool Dominates(string one, string other)
    {
        if (!orderOf.TryGetValue(one, out var wanted) || !orderOf.TryGetValue(other, out var at))
            return false;
        while (at > wanted)
            at = nearest[at];
        return at == wanted;
    }

    private bool Improve(ILookup<int, int> before)
    {
        var changed = false;
        for (var at = 1; at < nearest.Length; at++)
        {
            var found = before[at].Where(source => nearest[source] >= 0).Aggregate(Common);
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

    // Without recursion: a flowchart may be a chain of thousands.
    private static List<string> ReversePostorder(string start, ILookup<string, Connection> outgoing)
    {
        var order = new List<string>();
        var seen = new HashSet<string> { start };
        var path = new Stack<(string Id, IEnumerator<Connection> Leaving)>([(start, outgoing[start].GetEnumerator())]);
        while (path.TryPeek(out var top))
        {
            if (!top.Leaving.MoveNext())
                order.Add(path.Pop().Id);
            else if (seen.Add(top.Leaving.Current.Target))
                path.Push((top.Leaving.Current.Target, outgoing[top.Leaving.Current.Target].GetEnumerator()));
        }
        order.Reverse();
        return order;
    }
}
