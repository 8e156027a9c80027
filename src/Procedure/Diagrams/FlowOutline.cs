using WorkflowAccountability.Engine.Activities;
using WorkflowAccountability.Engine.Activities.Flowcharts;
using WorkflowAccountability.Procedure.Stages;

namespace WorkflowAccountability.Procedure.Diagrams;

/// <summary>What is drawn of an activity.</summary>
public enum BoxKind
{
    /// <summary>A stage: people do it.</summary>
    Stage,

    /// <summary>A flowchart within the flowchart, with its own contents.</summary>
    Group,

    /// <summary>Where branches begin or come together.</summary>
    Bar,

    /// <summary>Where the workflow begins.</summary>
    Start,

    /// <summary>Where it ends.</summary>
    End,

    /// <summary>A branch of which the viewer may know no more than that it runs.</summary>
    Closed,
}

/// <summary>An activity that is drawn. A closed box stands for all activities of its branch.</summary>
/// <param name="Activity">The activity; of a closed box the first of its branch.</param>
/// <param name="Inside">What is within a group.</param>
public sealed record OutlineNode(BoxKind Kind, Activity Activity, FlowOutline? Inside)
{
    /// <summary>The activity's id.</summary>
    public string Id => Activity.Id;
}

/// <summary>A way from one drawn activity to another, through conditions and the like that are not drawn.</summary>
/// <param name="Port">The outcome by which the source is left.</param>
/// <param name="Hops">Every activity and port on the way, the source first.</param>
/// <param name="IsVeiled">Whether a condition on the way chooses between this and what the viewer may not know: the condition is not his to know either.</param>
public sealed record OutlineLink(
    string Source, string Port, string Target, IReadOnlyList<(string Activity, string Port)> Hops, bool IsVeiled = false);

/// <summary>A flowchart as people need it: stages, branches and what leads where. Conditions and assignments are drawn into the ways.</summary>
public sealed record FlowOutline(IReadOnlyList<OutlineNode> Nodes, IReadOnlyList<OutlineLink> Links)
{
    /// <summary>Reads a flowchart.</summary>
    /// <param name="isHidden">The stages of which the viewer may know nothing: their branch is one closed box, or not there at all.</param>
    public static FlowOutline Of(Flowchart flowchart, Func<StageActivity, bool> isHidden)
    {
        var activities = flowchart.Activities.ToDictionary(activity => activity.Id);
        var nodes = flowchart.Activities.Where(activity => activity is StageActivity or Flowchart or FlowFork or FlowJoin or Start or End)
            .Select(activity => NodeOf(activity, isHidden)).ToList();
        var drawn = nodes.Select(node => node.Id).ToHashSet();
        var links = nodes.SelectMany(node => LinksFrom(node.Id, flowchart, activities, drawn)).ToList();
        return Close(new FlowOutline(nodes, links), activities);
    }

    private static OutlineNode NodeOf(Activity activity, Func<StageActivity, bool> isHidden) => activity switch
    {
        StageActivity stage => new(isHidden(stage) ? BoxKind.Closed : BoxKind.Stage, activity, null),
        Flowchart inner when StagesIn(inner).ToList() is { Count: > 0 } stages && stages.TrueForAll(stage => isHidden(stage)) => new(BoxKind.Closed, activity, null),
        Flowchart inner => new(BoxKind.Group, activity, Of(inner, isHidden)),
        Start => new(BoxKind.Start, activity, null),
        End => new(BoxKind.End, activity, null),
        _ => new(BoxKind.Bar, activity, null),
    };

    private static IEnumerable<StageActivity> StagesIn(Flowchart flowchart) => flowchart.Activities.SelectMany(activity =>
        activity is Flowchart inner ? StagesIn(inner) : activity is StageActivity stage ? [stage] : []);

    private static IEnumerable<OutlineLink> LinksFrom(
        string source, Flowchart flowchart, Dictionary<string, Activity> activities, HashSet<string> drawn)
    {
        var links = new List<OutlineLink>();
        foreach (var port in activities[source].Outcomes)
            Follow(source, port, [], port);
        return links.DistinctBy(link => (link.Port, link.Target));

        void Follow(string from, string by, List<(string, string)> hops, string port)
        {
            if (hops.Contains((from, by)))
                return;
            List<(string, string)> walked = [.. hops, (from, by)];
            foreach (var connection in flowchart.Connections.Where(connection => connection.Source == from && connection.Port == by))
                if (drawn.Contains(connection.Target))
                    links.Add(new OutlineLink(source, port, connection.Target, walked));
                else
                    foreach (var next in activities[connection.Target].Outcomes)
                        Follow(connection.Target, next, walked, port);
        }
    }

    // Hidden neighbours are one box. It is drawn where a fork opens it, as a branch that everybody knows to run; elsewhere it is not there.
    private static FlowOutline Close(FlowOutline outline, Dictionary<string, Activity> activities)
    {
        var hidden = outline.Nodes.Where(node => node.Kind is BoxKind.Closed).Select(node => node.Id).ToHashSet();
        if (hidden.Count == 0)
            return outline;
        var (stands, gone) = (new Dictionary<string, string>(), new HashSet<string>());
        foreach (var first in outline.Nodes.Where(node => hidden.Contains(node.Id)))
        {
            if (stands.ContainsKey(first.Id) || gone.Contains(first.Id))
                continue;
            var branch = BranchOf(first.Id, outline.Links, hidden);
            var isOpened = outline.Links.Any(link => branch.Contains(link.Target) && activities[link.Source] is FlowFork);
            foreach (var id in branch)
                if (isOpened)
                    stands[id] = first.Id;
                else
                    gone.Add(id);
        }
        string At(string id) => stands.GetValueOrDefault(id, id);
        var intoHidden = outline.Links.Where(link => hidden.Contains(link.Target) && !hidden.Contains(link.Source))
            .Select(link => (link.Source, link.Port)).ToHashSet();
        // What a fork opens beside its closed branch, without passing through it, tells how that branch was decided.
        bool Betrays(OutlineLink link) =>
            intoHidden.Contains((link.Source, link.Port)) && activities[link.Source] is FlowFork && !hidden.Contains(link.Target);
        return new FlowOutline(
            [.. outline.Nodes.Where(node => !gone.Contains(node.Id) && At(node.Id) == node.Id)],
            [.. outline.Links.Where(link => !gone.Contains(link.Source) && !gone.Contains(link.Target) && !Betrays(link))
                .Select(link => link with
                {
                    Source = At(link.Source), Target = At(link.Target), Port = hidden.Contains(link.Source) ? "" : link.Port,
                    IsVeiled = intoHidden.Contains((link.Source, link.Port)),
                })
                .Where(link => !(stands.ContainsValue(link.Source) && link.Source == link.Target))
                .DistinctBy(link => (link.Source, link.Port, link.Target))]);
    }

    private static HashSet<string> BranchOf(string first, IReadOnlyList<OutlineLink> links, HashSet<string> hidden)
    {
        var (branch, waiting) = (new HashSet<string> { first }, new Queue<string>([first]));
        while (waiting.TryDequeue(out var id))
            foreach (var next in links.Where(link => link.Source == id || link.Target == id).SelectMany(link => new[] { link.Source, link.Target }))
                if (hidden.Contains(next) && branch.Add(next))
                    waiting.Enqueue(next);
        return branch;
    }
}
