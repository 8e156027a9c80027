namespace WorkflowAccountability.Engine.Activities.Flowcharts;

/// <summary>Which activities lie in a circle together: from each of them one comes to each other (Tarjan's strongly connected components).</summary>
internal sealed class Circles
{
    private readonly Dictionary<string, int> circleOf = [];

    // Without recursion: a flowchart may be a chain of thousands.
    public Circles(string? start, ILookup<string, Connection> outgoing)
    {
        var numbers = new Dictionary<string, int>();
        var lowest = new Dictionary<string, int>();
        var open = new Stack<string>();
        var path = new Stack<(string Id, IEnumerator<Connection> Leaving)>();
        if (start is not null)
            Enter(start);
        while (path.TryPeek(out var top))
            if (top.Leaving.MoveNext())
            {
                var target = top.Leaving.Current.Target;
                if (!numbers.TryGetValue(target, out var number))
                    Enter(target);
                else if (!circleOf.ContainsKey(target))
                    lowest[top.Id] = Math.Min(lowest[top.Id], number);
            }
            else
                Leave(path.Pop().Id);

        void Enter(string id)
        {
            numbers[id] = lowest[id] = numbers.Count;
            open.Push(id);
            path.Push((id, outgoing[id].GetEnumerator()));
        }

        void Leave(string id)
        {
            if (path.TryPeek(out var before))
                lowest[before.Id] = Math.Min(lowest[before.Id], lowest[id]);
            if (lowest[id] != numbers[id])
                return;
            string member;
            do
                circleOf[member = open.Pop()] = numbers[id];
            while (member != id);
        }
    }

    public bool AreInOne(string one, string other) => circleOf.TryGetValue(one, out var circle) && circleOf.GetValueOrDefault(other, -1) == circle;
}
