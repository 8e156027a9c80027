namespace WorkflowAccountability.Procedure.Lawfulness;

/// <summary>Which steps lie on circles together (Tarjan's strong components), without recursion: a flow may be a chain of thousands.</summary>
internal static class Circles
{
    /// <summary>For each step the number of its component.</summary>
    public static int[] Of(FlowNet net)
    {
        var count = net.Steps.Count;
        var (order, low, component) = (new int[count], new int[count], new int[count]);
        Array.Fill(component, -1);
        var (time, components) = (0, 0);
        var stack = new Stack<int>();
        for (var root = 0; root < count; root++)
        {
            if (order[root] > 0)
                continue;
            var path = new Stack<(int Step, int Next)>([(root, 0)]);
            while (path.TryPop(out var at))
            {
                if (at.Next == 0)
                {
                    order[at.Step] = low[at.Step] = ++time;
                    stack.Push(at.Step);
                }
                else if (net.Out[at.Step][at.Next - 1].To is var left && component[left] < 0)
                    low[at.Step] = Math.Min(low[at.Step], low[left]);
                if (at.Next < net.Out[at.Step].Length)
                {
                    path.Push((at.Step, at.Next + 1));
                    if (net.Out[at.Step][at.Next].To is var next && order[next] == 0)
                        path.Push((next, 0));
                }
                else if (low[at.Step] == order[at.Step])
                {
                    while (component[at.Step] < 0)
                        component[stack.Pop()] = components;
                    components++;
                }
            }
        }
        return component;
    }
}
