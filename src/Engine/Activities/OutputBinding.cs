using WorkflowAccountability.Engine.Definitions;

namespace WorkflowAccountability.Engine.Activities;

/// <summary>Where an activity's output goes: to a variable, or to an output of the whole workflow.</summary>
internal sealed record OutputBinding(Variable? Variable, string? WorkflowOutput);
