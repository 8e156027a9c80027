using WorkflowAccountability.Engine.Activities;
using WorkflowAccountability.Engine.Activities.Flowcharts;
using WorkflowAccountability.Engine.Definitions;
using WorkflowAccountability.Procedure.Stages;
using WorkflowAccountability.Procedure.Stages.HumanTask;

namespace WorkflowAccountability.Procedure.Workflows;

/// <summary>A stage that an outcome may lead to.</summary>
/// <param name="ActivityId">The activity in the definition.</param>
/// <param name="StageType">Its stage.</param>
/// <param name="Key">Who acts by the definition, as an address; the stage may narrow it to a team or a person.</param>
/// <param name="Waits">Whether it opens only when the parallel branches have come too.</param>
/// <param name="Depends">Whether a condition on the way decides, which what is filled in, or another branch, may change.</param>
public sealed record Destination(string ActivityId, string StageType, string? Key, bool Waits, bool Depends)
{
    /// <summary>What the definition says of an added step; null for every other.</summary>
    public AddedStep? Step { get; init; }
}

/// <summary>Where an outcome of a stage may lead, as the definition says. Conditions are not asked: every way is named.</summary>
/// <param name="Ends">Whether one of the ways leads to the end of the workflow.</param>
public sealed record WayOn(string Outcome, IReadOnlyList<Destination> To, bool Ends);

/// <summary>Reads the ways on from a definition.</summary>
public sealed class WaysOn
{
    private readonly Dictionary<string, Flowchart> around = [];
    private readonly Dictionary<string, Activity> activities;

    public WaysOn(WorkflowDefinition definition)
    {
        activities = definition.AllActivities().ToDictionary(activity => activity.Id);
        foreach (var flowchart in activities.Values.OfType<Flowchart>())
            foreach (var inside in flowchart.Activities)
                around[inside.Id] = flowchart;
    }

    /// <summary>The ways on from a stage, an outcome each, in the order in which the stage declares them.</summary>
    public IReadOnlyList<WayOn> From(string activityId) => [.. activities[activityId].Outcomes.Select(outcome => From(activityId, outcome))];

    private WayOn From(string activityId, string outcome)
    {
        var to = new List<Destination>();
        var seen = new HashSet<(string, string)>();
        var ends = false;
        Follow(activityId, outcome, waits: false, depends: false);
        // A way that is certain comes before the same way under a condition.
        return new WayOn(outcome, [.. to.OrderBy(destination => destination.Depends).DistinctBy(destination => destination.ActivityId)], ends);

        void Follow(string source, string port, bool waits, bool depends)
        {
            if (!seen.Add((source, port)))
                return;
            foreach (var connection in around[source].Connections.Where(connection => connection.Source == source && connection.Port == port))
                Arrive(activities[connection.Target], waits, depends);
        }

        void Arrive(Activity target, bool waits, bool depends)
        {
            switch (target)
            {
                case StageActivity stage:
                    to.Add(new Destination(stage.Id, stage.Type, stage.AddressKey, waits, depends) { Step = stage.Step });
                    break;
                case Flowchart inner:
                    if (inner.Activities.OfType<Start>().FirstOrDefault() is { } start)
                        Follow(start.Id, "Done", waits, depends);
                    break;
                case End end when around.ContainsKey(around[end.Id].Id):
                    Follow(around[end.Id].Id, "Done", waits, depends);
                    break;
                case End:
                    ends = true;
                    break;
                default:
                    foreach (var port in target.Outcomes)
                        Follow(target.Id, port, waits || target is FlowJoin, depends || target is FlowDecision);
                    break;
            }
        }
    }
}
