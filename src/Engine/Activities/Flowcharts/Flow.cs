using WorkflowAccountability.Engine.Execution;
using WorkflowAccountability.Engine.Instances;

namespace WorkflowAccountability.Engine.Activities.Flowcharts;

/// <summary>Moves the tokens of one execution of a flowchart, by the rules that <see cref="Flowchart"/> states.</summary>
internal sealed class Flow(FlowchartGraph graph, RunningBurst burst, ActivityInstance self)
{
    private readonly List<Token> tokens = self.Tokens!;

    public void Leave(ActivityInstance child, IReadOnlyList<string> outcomes)
    {
        var leaving = Split(child, graph.From(child.Activity.Id, outcomes)).ConvertAll(token => token with { LostAt = child.LostAt });
        tokens.AddRange(leaving);
        foreach (var token in leaving)
            if (tokens.Find(other => other.Connection == token.Connection && other.Lineage == token.Lineage) is { } present) // else it was used or burned
            {
                tokens.Remove(present);
                Arrive(present);
            }
        while (tokens.Find(token => graph.IsStream(token.Connection.Target) && !MayStillCome(token.Connection.Target)) is { } waiting)
            BeginWithAll(waiting.Connection.Target, []);
        CompleteIfOver();
    }

    private List<Token> Split(ActivityInstance child, IReadOnlyList<Connection> connections)
    {
        if (connections.Count < 2)
            return [.. connections.Select(connection => new Token(connection, child.Lineage))];
        var fork = child.Activity.Id;
        var activation = self.Forks![fork] = self.Forks.GetValueOrDefault(fork) + 1;
        return [.. connections.Select((connection, branch) =>
            new Token(connection, [.. child.Lineage, Descent.Branch(fork, activation, branch, connections.Count)]))];
    }

    private void Arrive(Token arriving)
    {
        var target = arriving.Connection.Target;
        if (arriving.LostAt?.Contains(target) == true)
            return;
        var token = arriving with { Lineage = LeaveForksBehind(target, arriving.Lineage) };
        var join = graph.JoinAt(target);
        if (graph.IsStream(target))
            BeginUnlessMoreMayCome(target, token);
        else if (join is null || !join.Branches.Contains(token.Connection))
            Begin(target, token.Lineage, token.LostAt);
        else if (join.TakesTheFirst)
            Begin(target, Descent.Unite([token.Lineage, .. BeatRivals(target, token.Lineage)]), token.LostAt);
        else
            Await(join, token);
    }

    // Rule 3: whoever comes back to an activity that every way to the fork leads through has left the fork, and so have its siblings.
    private IReadOnlyList<Descent> LeaveForksBehind(string target, IReadOnlyList<Descent> lineage)
    {
        var left = lineage.Where(descent => graph.IsOnEveryWayTo(descent.Fork, through: target)).ToList();
        if (left.Count == 0)
            return lineage;
        Burn((_, other) => left.Exists(descent => descent.IsIn(other)), $"The flow returned to '{target}'.");
        return [.. lineage.Except(left)];
    }

    // What waits is cancelled, and the winner stands for it too. What is due already still happens, as in Elsa, but does not count here any more.
    private List<IReadOnlyList<Descent>> BeatRivals(string join, IReadOnlyList<Descent> winner)
    {
        var cancelled = new List<IReadOnlyList<Descent>>();
        foreach (var split in winner)
        {
            var places = graph.PlacesBefore(join, split.Fork);
            foreach (var child in burst.Children(self).Where(child => IsRival(child.Activity.Id, child.Lineage)).ToList())
                if (child.IsQueued)
                    child.LostAt = [.. child.LostAt ?? [], join];
                else
                {
                    cancelled.Add(child.Lineage);
                    burst.Cancel(child, $"Another branch reached '{join}' first.");
                }
            for (var at = 0; at < tokens.Count; at++)
                if (IsRival(tokens[at].Connection.Target, tokens[at].Lineage))
                    tokens[at] = tokens[at] with { LostAt = [.. tokens[at].LostAt ?? [], join] };

            bool IsRival(string place, IReadOnlyList<Descent> other) => Descent.AreSiblings([split], other) && places.Contains(place);
        }
        return cancelled;
    }

    // Elsa's approximation: what is further away than one activity is not waited for.
    private bool MayStillCome(string target) => graph.SourcesOf(target).Any(source =>
        tokens.Exists(token => token.Connection.Target == source) || burst.Children(self).Any(child => child.Activity.Id == source));

    private void BeginUnlessMoreMayCome(string target, Token token)
    {
        if (MayStillCome(target))
            tokens.Add(token);
        else
            BeginWithAll(target, token.Lineage, token.LostAt);
    }

    private void BeginWithAll(string target, IReadOnlyList<Descent> lineage, IReadOnlyList<string>? lostAt = null)
    {
        var waiting = tokens.FindAll(token => token.Connection.Target == target);
        tokens.RemoveAll(waiting.Contains);
        Begin(target, Descent.Unite([.. waiting.Select(token => token.Lineage), lineage]), LossesOf(waiting, lostAt));
    }

    private static List<string>? LossesOf(IEnumerable<Token> united, IReadOnlyList<string>? more = null) =>
        united.SelectMany(token => token.LostAt ?? []).Concat(more ?? []).Distinct().ToList() is { Count: > 0 } losses ? losses : null;

    private void Await(Join join, Token token)
    {
        var target = token.Connection.Target;
        var replaced = tokens.Where(waiting => waiting.Connection == token.Connection).ToList();
        tokens.RemoveAll(replaced.Contains);
        tokens.Add(replaced.Count == 0
            ? token
            : token with { Lineage = Descent.Unite([token.Lineage, .. replaced.Select(waiting => waiting.Lineage)]) });
        var arrived = tokens.Where(waiting => waiting.Connection.Target == target).ToList();
        if (!join.Branches.All(branch => arrived.Exists(waiting => waiting.Connection == branch)))
            return;
        tokens.RemoveAll(arrived.Contains);
        Begin(target, Descent.Unite(arrived.Select(waiting => waiting.Lineage)), LossesOf(arrived));
    }

    private void Begin(string target, IReadOnlyList<Descent> lineage, IReadOnlyList<string>? lostAt)
    {
        if (self.Forks!.ContainsKey(target))
            Burn((_, other) => DescendsFromEarlier(target, lineage, other), $"'{target}' begins again.");
        burst.Schedule(graph[target], self, [.. lineage.Where(HasLivingSiblings)], lostAt: lostAt);
    }

    // A split of which nothing else lives is no longer one.
    private bool HasLivingSiblings(Descent descent) =>
        burst.Children(self).Any(child => descent.IsIn(child.Lineage)) || tokens.Exists(token => descent.IsIn(token.Lineage));

    // Rule 3. What an activity split for another branch of a fork around it is that branch's own affair.
    private static bool DescendsFromEarlier(string fork, IReadOnlyList<Descent> beginning, IReadOnlyList<Descent> other)
    {
        var before = other.TakeWhile(descent => descent.Fork != fork).ToList();
        return before.Count < other.Count && !Descent.AreSiblings(before, beginning);
    }

    private List<IReadOnlyList<Descent>> Burn(Func<string, IReadOnlyList<Descent>, bool> isMeant, string reason)
    {
        var children = burst.Children(self).Where(child => isMeant(child.Activity.Id, child.Lineage)).ToList();
        var waiting = tokens.Where(token => isMeant(token.Connection.Target, token.Lineage)).ToList();
        foreach (var child in children)
            burst.Cancel(child, reason);
        tokens.RemoveAll(waiting.Contains);
        return [.. children.Select(child => child.Lineage), .. waiting.Select(token => token.Lineage)];
    }

    private void CompleteIfOver()
    {
        if (burst.HasChildren(self))
            return;
        tokens.RemoveAll(token => token.LostAt is not null);
        if (tokens.Find(token => graph.IsStream(token.Connection.Target)) is { } waiting)
        {
            BeginWithAll(waiting.Connection.Target, []); // nothing else can come any more
            return;
        }
        if (tokens.Count == 0)
            burst.Complete(self, Activity.Done);
        foreach (var join in graph.Joins.Where(join => tokens.Exists(token => token.Connection.Target == join.Activity.Id)))
            burst.Strand(self, join.Activity,
                $"The join '{join.Activity.Id}' waits for {Missing(join)}, from where nothing can come any more.");
    }

    private string Missing(Join join) => string.Join(", ", join.Branches
        .Where(branch => !tokens.Exists(token => token.Connection == branch))
        .Select(branch => $"'{branch.Source}' ({branch.Port})"));
}
