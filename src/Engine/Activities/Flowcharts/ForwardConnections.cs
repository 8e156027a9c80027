using WorkflowAccountability.Engine.Definitions;

namespace WorkflowAccountability.Engine.Activities.Flowcharts;

/// <summary>
/// The connections that lead on: those that close no cycle when the chart is walked breadth first from its start, as Elsa walks it. The others
/// lead back.
/// </summary>
internal sealed class ForwardConnections
{
    private const int MostSteps = 2_000_000;

    private readonly Dictionary<string, List<string>> edges = [];
    private readonly ILookup<string, Connection> into;
    private readonly Circles circles;
    private int steps;

    public ForwardConnections(string? start, ILookup<string, Connection> outgoing)
    {
        circles = new(start, outgoing);
        var forward = new List<Connection>();
        var known = new HashSet<string>();
        var queue = new Queue<string>();
        if (start is not null)
            queue.Enqueue(start);
        while (queue.TryDequeue(out var source))
        {
            if (!known.Add(source))
                continue;
            foreach (var target in outgoing[source].GroupBy(connection => connection.Target).Where(target => !circles.AreInOne(source, target.Key) || !Reaches(target.Key, source)))
            {
                Targets(source).Add(target.Key);
                forward.AddRange(target);
                queue.Enqueue(target.Key);
            }
        }
        into = forward.ToLookup(connection => connection.Target);
    }

    /// <summary>Those that lead to an activity.</summary>
    public IEnumerable<Connection> Into(string id) => into[id];

    /// <summary>All activities from which one comes to this one.</summary>
    public HashSet<string> Before(string id)
    {
        var before = new HashSet<string>();
        var open = new Stack<string>([id]);
        while (open.TryPop(out var place))
            foreach (var source in into[place].Select(connection => connection.Source).Where(before.Add))
                open.Push(source);
        return before;
    }

    private List<string> Targets(string source) => edges.TryGetValue(source, out var targets) ? targets : edges[source] = [];

    private bool Reaches(string from, string to)
    {
        var seen = new HashSet<string>();
        var open = new Stack<string>([from]);
        while (open.TryPop(out var place))
        {
            if (place == to)
                return true;
            if (++steps > MostSteps)
                throw new MisfitException($"its ways back are too entangled: every activity leads to nearly every other.");
            if (seen.Add(place) && edges.TryGetValue(place, out var targets))
                targets.FindAll(target => circles.AreInOne(target, to)).ForEach(open.Push);
        }
        return false;
    }
}
