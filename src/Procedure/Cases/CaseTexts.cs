namespace WorkflowAccountability.Procedure.Cases;

/// <summary>Beside it lie the texts of the case pages.</summary>
public sealed class CaseTexts;
