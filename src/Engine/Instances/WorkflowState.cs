namespace WorkflowAccountability.Engine.Instances;

/// <summary>Placeholder for the engine's own.</summary>
public sealed class WorkflowState;
