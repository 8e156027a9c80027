namespace WorkflowAccountability.Engine.Activities.Flowcharts;

/// <summary>The right to execute an activity, on its way along a connection or waiting at a join at its end.</summary>
/// <param name="Connection">Where it is.</param>
/// <param name="Lineage">The forks that it came through.</param>
internal sealed record Token(Connection Connection, IReadOnlyList<Descent> Lineage)
{
    /// <summary>The joins at which it has lost a race already: there it vanishes. Null if none.</summary>
    public IReadOnlyList<string>? LostAt { get; init; }
}
