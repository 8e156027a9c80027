using WorkflowAccountability.Engine.Activities.Flowcharts;
using WorkflowAccountability.Engine.Definitions;

namespace WorkflowAccountability.Engine.Instances;

/// <summary>What cannot be between two bursts, whatever happened before: read from a state, to be seen by a person.</summary>
public static class StateFaults
{
    /// <summary>Every contradiction of a state with itself and with the definition that it runs; empty when all is well.</summary>
    public static IEnumerable<string> Of(WorkflowState state, WorkflowDefinition definition)
    {
        if (state.Status is WorkflowStatus.Running == (state.Bookmarks.Count == 0 && state.Incidents.Count == 0))
            yield return state.Status is WorkflowStatus.Running ? "it runs and waits for nothing." : "it is over and still waits.";
        foreach (var instance in state.Activities)
        {
            if (definition.Find(instance.NodeId) is not { } activity)
                yield return $"it executes '{instance.NodeId}', which its version does not have.";
            else if (instance.ParentId is { } parent && !state.Activities.Exists(other => other.Id == parent))
                yield return $"'{instance.NodeId}' executes within something that is over.";
            else if (activity is Flowchart flowchart && instance.Tokens is { } tokens)
                foreach (var fault in OfTokens(flowchart, tokens))
                    yield return $"'{instance.NodeId}': {fault}";
        }
    }

    // Between bursts every token waits at a place that takes several together, and none waits where all have come.
    private static IEnumerable<string> OfTokens(Flowchart flowchart, List<Token> tokens)
    {
        foreach (var at in tokens.GroupBy(token => token.Connection.Target))
        {
            var arrived = at.Select(token => token.Connection).ToHashSet();
            if (arrived.Any(connection => !flowchart.Connections.Contains(connection)))
                yield return $"a token on its way to '{at.Key}' lies on a connection that is not there.";
            else if (flowchart.Graph.JoinAt(at.Key) is { } join && join.Branches.All(arrived.Contains))
                yield return $"all branches have come to '{at.Key}', and it has not begun.";
            else if (flowchart.Graph.JoinAt(at.Key) is null && !flowchart.Graph.IsStream(at.Key))
                yield return $"a token waits at '{at.Key}', where nothing is waited for.";
        }
    }
}
