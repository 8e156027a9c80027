using WorkflowAccountability.Engine.Execution;
using WorkflowAccountability.Engine.Instances;

namespace WorkflowAccountability.Engine.Activities.Flowcharts;

/// <summary>
/// Elsa's older algorithm, for definitions that ask for it. It counts visits: every connection of an activity that is done is visited, those
/// of its outcomes are followed. An activity begins when every connection that leads on to it was visited and one was followed (a FlowJoin
/// with WaitAll: all were followed; with WaitAny: as soon as one was followed); where none was followed it is skipped, and what lies behind it
/// too.
/// </summary>
internal sealed class CounterFlow(FlowchartGraph graph, RunningBurst burst, ActivityInstance self)
{
    private readonly Dictionary<string, Visits> visits = self.Visits!;

    public void Leave(ActivityInstance child, IReadOnlyList<string> outcomes)
    {
        Go(child.Activity.Id, outcomes, countsAsVisit: !child.CameBack);
        if (!burst.HasChildren(self))
            burst.Complete(self, Activity.Done);
    }

    private void Go(string activity, IReadOnlyList<string> outcomes, bool countsAsVisit)
    {
        if (countsAsVisit)
            Visit(activity, followed: true);
        foreach (var connection in graph.From(activity))
        {
            var isFollowed = outcomes.Contains(connection.Port);
            Visit(KeyOf(connection), isFollowed);
            if (!graph.Forward.Into(connection.Target).Contains(connection))
                GoBack(connection, isFollowed);
            else
                Reach(connection);
        }
    }

    private void GoBack(Connection connection, bool isFollowed)
    {
        if (!isFollowed)
            return;
        if (!graph.IsOnEveryWayTo(connection.Source, through: connection.Target))
            throw new InvalidOperationException(
                $"The way back from '{connection.Source}' to '{connection.Target}' leads into the middle of something: not every way to the one goes through the other.");
        burst.Schedule(graph[connection.Target], self, [], cameBack: true);
    }

    private void Reach(Connection connection)
    {
        var target = graph[connection.Target];
        var into = graph.Forward.Into(target.Id).ToList();
        var before = CountOf(target.Id);
        var areAllVisited = into.TrueForAll(way => CountOf(KeyOf(way)) > before);
        if (target is FlowJoin { TakesTheFirst: true })
            ReachFirst(connection, target, into, before, areAllVisited);
        else if (areAllVisited && (target is FlowJoin { WaitsForAll: true } ? into.TrueForAll(IsFollowed) : into.Exists(IsFollowed)))
            burst.Schedule(target, self, []);
        else if (areAllVisited)
            Skip(target.Id);
    }

    private void ReachFirst(Connection connection, Activity target, List<Connection> into, long before, bool areAllVisited)
    {
        var isUsedUp = CountOf(KeyOf(connection)) <= before || burst.Children(self).Any(child => child.Activity == target && child.IsQueued);
        if (isUsedUp)
            return;
        var newest = into.Max(way => CountOf(KeyOf(way)));
        if (newest > before && into.Exists(way => CountOf(KeyOf(way)) == newest && IsFollowed(way)))
        {
            burst.Schedule(target, self, []);
            CancelRivals(target);
        }
        else if (areAllVisited)
            Skip(target.Id);
    }

    // What is due already still happens, as in Elsa.
    private void CancelRivals(Activity target)
    {
        var before = graph.Forward.Before(target.Id);
        foreach (var rival in burst.Children(self).Where(child => before.Contains(child.Activity.Id)).ToList())
            if (rival.IsQueued)
                rival.LostAt = [.. rival.LostAt ?? [], target.Id];
            else
            {
                burst.Cancel(rival, $"Another branch reached '{target.Id}' first.");
                Skip(rival.Activity.Id);
            }
    }

    private void Skip(string activity) => Go(activity, [], countsAsVisit: true);

    private bool IsFollowed(Connection connection) => visits.TryGetValue(KeyOf(connection), out var seen) && seen.WasFollowed;

    private long CountOf(string key) => visits.TryGetValue(key, out var seen) ? seen.Count : 0;

    private void Visit(string key, bool followed) => visits[key] = new(CountOf(key) + 1, followed);

    private static string KeyOf(Connection connection) => $"{connection.Source}.{connection.Port}>{connection.Target}";
}

/// <summary>How often something was visited, and whether the last visit followed it.</summary>
internal sealed record Visits(long Count, bool WasFollowed);
