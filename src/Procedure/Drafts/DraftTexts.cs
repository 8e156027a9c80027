namespace WorkflowAccountability.Procedure.Drafts;

/// <summary>Beside it lie the texts about drafts.</summary>
public sealed class DraftTexts;
