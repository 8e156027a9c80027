namespace WorkflowAccountability.Engine.Activities.Flowcharts;

/// <summary>What follows from a flowchart's connections alone. Computed once per definition.</summary>
internal sealed class FlowchartGraph
{
    private readonly ILookup<string, Connection> outgoing;
    private readonly ILookup<string, Connection> incoming;
    private readonly Dominators dominators;
    private readonly Dictionary<string, Connection[]> streams;
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
        Forward = new(Start?.Id, outgoing);
        joins = activities.Select(JoinOf).OfType<Join>().ToDictionary(join => join.Activity.Id);
        streams = activities.Where(activity => MergeModes.Of(activity) is MergeMode.Stream)
            .Select(activity => (activity.Id, into: Forward.Into(activity.Id).ToArray())).Where(stream => stream.into.Length > 1)
            .ToDictionary(stream => stream.Id, stream => stream.into);
    }

    /// <summary>Where it begins, chosen as Elsa does: the Start, else what is marked so, else what nothing leads to, else the
    /// first.</summary>
    public Activity? Start { get; }

    public IEnumerable<Join> Joins => joins.Values;

    /// <summary>The connections that lead on.</summary>
    public ForwardConnections Forward { get; }

    public Activity this[string id] => activities[id];

    public Join? JoinAt(string id) => joins.GetValueOrDefault(id);

    /// <summary>Whether several ways lead on to an activity that takes what comes together as one.</summary>
    public bool IsStream(string id) => streams.ContainsKey(id);

    /// <summary>The activities that lead on to such an activity.</summary>
    public IEnumerable<string> SourcesOf(string id) => streams[id].Select(connection => connection.Source);

    /// <summary>All connections that leave an activity.</summary>
    public IEnumerable<Connection> From(string id) => outgoing[id];

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
        return mergeMode is MergeMode.Stream or MergeMode.Cascade
            ? null
            : new(activity, mergeMode is MergeMode.Race,
                [.. incoming[activity.Id].Where(connection =>
                countsAll || IsReachable(connection.Source) && !IsOnEveryWayTo(connection.Source, through: activity.Id))]);
    }
}

/// <summary>An activity that waits for branches, and the connections on which they come; a way back from behind it is not among
/// them.</summary>
internal sealed record Join(Activity Activity, bool TakesTheFirst, IReadOnlyList<Connection> Branches);
