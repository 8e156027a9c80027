using WorkflowAccountability.Engine.Instances;

namespace WorkflowAccountability.Engine.Execution;

/// <summary>The answer of one run of the engine: the state afterwards and the effects in the order in which they came about.</summary>
public sealed record Burst(WorkflowState State, IReadOnlyList<Effect> Effects);
