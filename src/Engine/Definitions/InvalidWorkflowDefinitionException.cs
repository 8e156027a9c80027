namespace WorkflowAccountability.Engine.Definitions;

/// <summary>A definition that cannot run. It lists every fault found, so that nobody has to publish once per fault.</summary>
public sealed class InvalidWorkflowDefinitionException(IReadOnlyList<DefinitionFault> found)
    : Exception("The workflow definition cannot be used:\n" + string.Join('\n', found.Select(fault => $"- {fault}")))
{
    /// <summary>Each fault: where, what, and what would be right.</summary>
    public IReadOnlyList<DefinitionFault> Found { get; } = found;

    /// <summary>The same in English.</summary>
    public IReadOnlyList<string> Faults => [.. Found.Select(fault => fault.ToString())];
}
