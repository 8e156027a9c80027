namespace WorkflowAccountability.Procedure.Cases.Completeness;

/// <summary>Beside it lie the texts of the completeness check.</summary>
public sealed class CompletenessTexts;
