using WorkflowAccountability.Engine.Definitions;
using WorkflowAccountability.Engine.Execution;
using WorkflowAccountability.Engine.Instances;

namespace WorkflowAccountability.Engine.Activities.Flowcharts;

/// <summary>
/// Executes activities along connections. An activity that completes puts a token on every connection of its outcomes; a token that arrives
/// executes its target.
/// </summary>
/// <remarks>
/// <para><b>1. Joins count branches, not tokens.</b> A FlowJoin with WaitAll or WaitAllActive, and any activity with the merge mode Merge,
/// executes when a token waits on every connection that leads to it from before it; connections from which one can only come through the
/// join itself lead back, are not waited for, and execute it at once. A second token on the same connection replaces the first. Converge
/// waits for the connections that lead back too. A FlowJoin with WaitAny executes on the first token and cancels what waits elsewhere of the same
/// fork on its way to that join; what is due already still executes, waits for nothing and does not count there; any activity with the merge mode Race does so too. With Cascade an activity executes once for each token. Every
/// other one (None, Stream) takes together what comes together: while a token is at, or on its way to, one of the activities that lead on to
/// it, it waits, and then executes once.</para>
/// <para><b>2. A loop inside a branch is that branch's own affair.</b> It moves its own token only. What waits in the sibling branches, at
/// bookmarks or at joins, keeps waiting and keeps its identity.</para>
/// <para><b>3. A return to the fork or to before it takes back the whole fork.</b> When a token comes back to an activity that every way to
/// the fork leads through, or when the activity that forked begins again in the same execution of the flowchart, all that still lives of
/// the earlier split is cancelled: its bookmarks are burned, its tokens at joins vanish. Any activity forks whose outcomes have several
/// connections. What the same activity split in another branch of a fork around it is spared, as rule 2 demands.</para>
/// <para><b>4. Its end.</b> An Elsa.End completes it at once and cancels what is open in it. Otherwise it completes when nothing in it runs
/// or waits. A token that waits at a join where nothing else can arrive is an incident: it neither hangs nor completes in silence.</para>
/// <para><b>5. An outcome without a connection</b> is where its branch ends.</para>
/// </remarks>
public sealed class Flowchart : Container
{
    private const int MostConnections = 10_000;

    internal static readonly ActivityDescriptor TypeDescriptor = new("Elsa.Flowchart", "Flow") { IsContainer = true, IsBrowsable = false };

    /// <summary>The ways from activity to activity.</summary>
    public IReadOnlyList<Connection> Connections { get; internal set; } = [];

    /// <summary>Whether it counts visits, as the definition asks, rather than moving tokens.</summary>
    public bool CountsVisits { get; internal set; }

    /// <summary>Where it begins; null where it is empty.</summary>
    public Activity? StartsWith => Graph.Start;

    internal FlowchartGraph Graph => field ??= new(Activities, Connections);

    /// <inheritdoc/>
    protected internal override void Execute(ActivityExecutionContext context)
    {
        if (CountsVisits)
            context.Instance.Visits = [];
        else
            (context.Instance.Tokens, context.Instance.Forks) = ([], []);
        if ((Activities.FirstOrDefault(context.IsTriggeredBy) ?? Graph.Start) is { } start)
            context.Burst.Schedule(start, context.Instance, []);
        else
            context.CompleteWithOutcomes();
    }

    internal override void ChildCompleted(RunningBurst burst, ActivityInstance self, ActivityInstance child, IReadOnlyList<string> outcomes)
    {
        if (child.Activity.IsTerminal)
            burst.Complete(self, Done);
        else if (self.Visits is not null)
            new CounterFlow(Graph, burst, self).Leave(child, outcomes);
        else
            new Flow(Graph, burst, self).Leave(child, outcomes);
    }

    /// <summary>One of its activities was cancelled because it had lost a race.</summary>
    internal void ChildGaveUp(RunningBurst burst, ActivityInstance self, ActivityInstance child)
    {
        if (self.Visits is not null)
            new CounterFlow(Graph, burst, self).Leave(child, []);
        else
            new Flow(Graph, burst, self).Leave(child, []);
    }

    /// <inheritdoc/>
    protected internal override IEnumerable<FormattableString> Faults()
    {
        if (Connections.Count > MostConnections)
            return [$"has {Connections.Count} connections; at most {MostConnections} are possible."];
        FormattableString[] faults = [.. BrokenConnections(), .. BrokenActivities()];
        if (faults.Length == 0 && Activities.DistinctBy(activity => activity.Id).Count() == Activities.Count)
            Prepare(); // now rather than while it runs, for it may be too entangled
        return faults;
    }

    private void Prepare() => _ = Graph;

    private IEnumerable<FormattableString> BrokenConnections()
    {
        var activities = Activities.DistinctBy(activity => activity.Id).ToDictionary(activity => activity.Id);
        foreach (var connection in Connections)
        {
            if (!activities.TryGetValue(connection.Source, out var source))
                yield return $"a connection to '{connection.Target}' comes from '{connection.Source}', which is not there.";
            else if (source is not NotFoundActivity && !source.Outcomes.Contains(connection.Port))
                yield return $"a connection leaves '{source.Id}' by '{connection.Port}', which it does not have; it has: {Ports(source)}.";
            if (!activities.ContainsKey(connection.Target))
                yield return $"the port '{connection.Port}' of '{connection.Source}' leads to '{connection.Target}', which is not there.";
        }
        foreach (var twice in Connections.GroupBy(connection => connection).Where(same => same.Count() > 1))
            yield return $"the port '{twice.Key.Port}' of '{twice.Key.Source}' leads to '{twice.Key.Target}' {twice.Count()} times.";
        foreach (var many in Connections.GroupBy(connection => connection.Source).Where(same => same.Count() > Descent.MostBranches))
            yield return $"'{many.Key}' has {many.Count()} connections; at most {Descent.MostBranches} are possible.";
    }

    private IEnumerable<FormattableString> BrokenActivities()
    {
        if (Activities.Count(activity => activity is Start) is > 1 and var starts)
            yield return $"has {starts} Elsa.Start activities; one is enough.";
        foreach (var activity in Activities.Where(activity => !MergeModes.IsSupported(activity)))
            yield return $"'{activity.Id}' has an unsupported merge mode '{activity.CustomText("mergeMode")}'; use: {MergeModes.Supported}.";
    }

    private static string Ports(Activity activity) => DefinitionPart.Listed(activity.Outcomes);
}
