namespace WorkflowAccountability.Engine.Tests.Joins;

/// <summary>
/// What Elsa 3.8's token-based flowchart does with activities that never wait, written down apart from our engine: the order in which they execute.
/// </summary>
internal sealed class ElsaTokenFlow(
    IReadOnlyDictionary<string, string> modes, IReadOnlyList<(string From, string Port, string To)> connections, string start, bool forgetsNothing = false)
{
    private readonly List<(string From, string Port, string To)> forward = Reachable(connections, start);
    private readonly List<Mark> marks = [];
    private readonly Queue<string> due = new([start]);

    /// <summary>Runs it.</summary>
    /// <param name="leaves">The ports by which an activity leaves.</param>
    /// <returns>The activities in the order in which they executed; ends after a hundred.</returns>
    public List<string> Run(Func<string, IReadOnlyList<string>> leaves)
    {
        var executed = new List<string>();
        while (executed.Count < 100 && due.TryDequeue(out var activity))
        {
            executed.Add(activity);
            Leave(activity, leaves(activity));
        }
        return executed;
    }

    private void Leave(string activity, IReadOnlyList<string> ports)
    {
        var taken = connections.Where(way => way.From == activity && ports.Contains(way.Port)).ToList();
        marks.AddRange(taken.Select(way => new Mark(way)));
        foreach (var mark in marks.Where(mark => mark.Way.To == activity && !mark.IsBlock))
            mark.IsUsed = true;
        foreach (var way in taken)
            Arrive(activity, way);
        if (forgetsNothing)
            BeginWhatWaitsInVain();
        if (due.Count == 0)
            marks.Clear();
        marks.RemoveAll(mark => mark.Way.To == activity && mark.IsUsed);
    }

    private void Arrive(string activity, (string From, string Port, string To) way)
    {
        var inbound = forward.Where(other => other.To == way.To).ToList();
        switch (modes.GetValueOrDefault(way.To, "Stream"))
        {
            case "Race" or "Cascade":
                if (marks.Find(mark => mark.Way == way && mark.IsBlock && !mark.IsUsed) is { } block)
                {
                    block.IsUsed = true;
                    if (forgetsNothing)
                        marks.FindLast(mark => mark.Way == way && mark.IsOpen)!.IsUsed = true;
                }
                else
                {
                    due.Enqueue(way.To);
                    marks.AddRange(inbound.Where(other => other.From != activity).Select(other => new Mark(other) { IsBlock = true }));
                }
                break;
            case "Merge":
                WaitFor(inbound, way.To);
                break;
            case "Converge":
                WaitFor([.. connections.Where(other => other.To == way.To)], way.To);
                break;
            default:
                if (!inbound.Exists(other => marks.Exists(mark => mark.IsOpen && mark.Way.To == other.From)))
                    due.Enqueue(way.To);
                break;
        }
    }

    // Not Elsa: an activity that waited for a branch which then ended elsewhere.
    private void BeginWhatWaitsInVain()
    {
        var waiting = marks.Where(mark => mark.IsOpen).Select(mark => mark.Way.To).Distinct()
            .Where(target => modes.GetValueOrDefault(target, "Stream") == "Stream" && !due.Contains(target)).ToList();
        foreach (var target in waiting.Where(target => !forward.Exists(way => way.To == target && marks.Exists(mark => mark.IsOpen && mark.Way.To == way.From))))
            due.Enqueue(target);
        if (due.Count == 0 && waiting is [var first, ..])
            due.Enqueue(first);
    }

    private void WaitFor(List<(string From, string Port, string To)> inbound, string target)
    {
        if (inbound.Count <= 1 || inbound.TrueForAll(other => marks.Exists(mark => mark.IsOpen && mark.Way == other)))
            due.Enqueue(target);
    }

    private static List<(string From, string Port, string To)> Reachable(IReadOnlyList<(string From, string Port, string To)> connections, string start)
    {
        var seen = new HashSet<string> { start };
        var open = new Queue<string>([start]);
        while (open.TryDequeue(out var at))
            foreach (var way in connections.Where(way => way.From == at && seen.Add(way.To)))
                open.Enqueue(way.To);
        return [.. connections.Where(way => seen.Contains(way.From))];
    }

    private sealed class Mark((string From, string Port, string To) way)
    {
        public (string From, string Port, string To) Way => way;

        public bool IsBlock { get; set; }

        public bool IsUsed { get; set; }

        public bool IsOpen => !IsBlock && !IsUsed;
    }
}
