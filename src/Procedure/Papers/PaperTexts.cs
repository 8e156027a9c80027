namespace WorkflowAccountability.Procedure.Papers;

/// <summary>Beside it lie the texts of official documents.</summary>
public sealed class PaperTexts;
