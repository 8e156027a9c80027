namespace WorkflowAccountability.Engine.Definitions;

/// <summary>A definition that cannot run. It lists every fault found, so that nobody has to publish once per fault.</summary>
public sealed class InvalidWorkflowDefinitionException(IReadOnlyList<string> faults)
    : Exception("The workflow definition cannot be used:\n" + string.Join('\n', faults.Select(fault => "- " + fault)))
{
    /// <summary>Each fault: where, what, and what would be right.</summary>
    public IReadOnlyList<string> Faults { get; } = faults;
}
