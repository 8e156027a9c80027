namespace WorkflowAccountability.Procedure.Stages;

/// <summary>What the definition says about a stage: its designer-visible inputs.</summary>
/// <param name="Role">Who acts.</param>
/// <param name="SecondRole">Who else acts where the stage has two keys or a confirmation; null where it has not.</param>
/// <param name="Deadline">Deadline code such as D05; null where none runs.</param>
/// <param name="EscalateTo">The role that is told when the deadline has passed; null where none runs.</param>
public sealed record StageInputs(string Role, string? SecondRole = null, string? Deadline = null, string? EscalateTo = null);
