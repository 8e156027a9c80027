namespace WorkflowAccountability.Procedure.WorkItems;

/// <summary>Beside it lie the texts of a work item's page.</summary>
public sealed class SheetTexts;
