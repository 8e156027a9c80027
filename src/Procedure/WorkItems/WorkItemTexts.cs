namespace WorkflowAccountability.Procedure.WorkItems;

/// <summary>Beside it lie the texts of the inbox and the work-item page.</summary>
public sealed class WorkItemTexts;
