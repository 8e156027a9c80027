namespace WorkflowAccountability.Procedure.Diagrams;

/// <summary>Beside it lie the texts of the diagram.</summary>
public sealed class DiagramTexts;
