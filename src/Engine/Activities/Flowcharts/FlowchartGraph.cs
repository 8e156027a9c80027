namespace WorkflowAccountability.Engine.Activities.Flowcharts;

/// <summary>What follows from a flowchart's connections alone. Computed once per definition.</summary>
internal sealed class FlowchartGraph
{
    private readonly ILookup<string, Connection> outgoing;
    private readonly ILookup<string, Connection> incoming;
    private readonly Dominators dominators;
    private readonly Dictionary<string, Activity> activities;
    private readonly Dictionary<string, Join> joins;

    public FlowchartGraph(IReadOnlyList<Activity> activities, IReadOnlyList<Connection> connections)
    {
        this.activities = activities.ToDictionary(activity => activity.Id);
        outgoing = connections.ToLookup(connection => connection.Source);
        incoming = connections.ToLookup(connection => connection.Target);
        Start = activities.FirstOrDefault(activity => activity is Start)
            ?? activities.FirstOrDefault(activity => activity.CustomFlag("canStartWorkflow"))
            ?? activities.FirstOrDefault(activity => !incoming.Contains(activity.Id))
            ?? (activities is [var first, ..] ? first : null);
        dominators = new(Start?.Id, outgoing);
        joins = activities.Select(JoinOf).OfType<Join>().ToDictionary(join => join.Activity.Id);
    }

    /// <summary>Where it begins, chosen as Elsa does: the Start, else what is marked so, else what nothing leads to, else the
    /// first.</summary>
    public Activity? Start { get; }

    public IEnumerable<Join> Joins => joins.Values;

    public Activity this[string id] => activities[id];

    public Join? JoinAt(string id) => joins.GetValueOrDefault(id);

    public bool IsReachable(string id) => dominators.IsReachable(id);

    /// <summary>Whether every way from the start to the one leads through the other; an activity is on every way to itself.</summary>
    public bool IsOnEveryWayTo(string id, string through) => dominators.Dominates(through, id);

    public IReadOnlyList<Connection> From(string id, IReadOnlyList<string> outcomes) =>
        [.. outgoing[id].Where(connection => outcomes.Contains(connection.Port))];

    /// <summary>From where a join can be reached without going back to the fork or before it.</summary>
    public HashSet<string> PlacesBefore(string join, string fork)
    {
        var places = new HashSet<string> { join };
        var open = new Stack<string>([join]);
        while (open.TryPop(out var place))
            foreach (var connection in incoming[place])
                if (!IsOnEveryWayTo(fork, through: connection.Source) && places.Add(connection.Source))
                    open.Push(connection.Source);
        return places;
    }

    private Join? JoinOf(Activity activity)
    {
        var mergeMode = MergeModes.Of(activity);
        var countsAll = mergeMode == MergeMode.Converge;
        return mergeMode is MergeMode.Stream
            ? null
            : new(activity, activity is FlowJoin { TakesTheFirst: true },
                [.. incoming[activity.Id].Where(connection => countsAll || !IsOnEveryWayTo(connection.Source, through: activity.Id))]);
    }
}

/// <summary>An activity that waits for branches, and the connections on which they come; a way back from behind it is not among
/// them.</summary>
internal sealed record Join(Activity Activity, bool TakesTheFirst, IReadOnlyList<Connection> Branches);
