using System.Text.Json.Nodes;

namespace WorkflowAccountability.Engine.Execution;

/// <summary>What started an instance: an activity that may do so (<c>canStartWorkflow</c>), and what came with it.</summary>
public sealed record Trigger(string ActivityId, JsonNode? Payload);
