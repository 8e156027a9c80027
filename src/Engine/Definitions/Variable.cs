using System.Text.Json.Nodes;

namespace WorkflowAccountability.Engine.Definitions;

/// <summary>A variable that a workflow or a container declares.</summary>
/// <param name="Id">What inputs and outputs refer to it by.</param>
/// <param name="Name">What people and scripts call it; unique within its container, and hides the same name further out.</param>
/// <param name="TypeName">Elsa's alias of its type: <c>String</c>, <c>Int32</c>, <c>Boolean</c>, <c>Object</c> …</param>
/// <param name="IsArray">Whether it holds a list of that type.</param>
/// <param name="InitialValue">What it holds before anything was written to it.</param>
public sealed record Variable(string Id, string Name, string TypeName, bool IsArray, JsonNode? InitialValue)
{
    internal JsonNode? Coerce(JsonNode? value) => IsArray ? value : TypeAlias.Coerce(value, TypeName);
}
