using System.Text.Json.Nodes;
using WorkflowAccountability.Engine.Definitions;

namespace WorkflowAccountability.Engine.Execution;

/// <summary>The variables of one container's execution, or of the workflow, with what they hold.</summary>
internal sealed record LiveScope(IReadOnlyList<Variable> Declared, Dictionary<string, JsonNode?> Values);
