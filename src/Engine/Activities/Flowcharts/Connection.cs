namespace WorkflowAccountability.Engine.Activities.Flowcharts;

/// <summary>A way from one activity's port to another activity.</summary>
public sealed record Connection(string Source, string Port, string Target);
