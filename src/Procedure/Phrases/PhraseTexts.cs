namespace WorkflowAccountability.Procedure.Phrases;

/// <summary>Beside it lie the texts about common phrases.</summary>
public sealed class PhraseTexts;
