namespace WorkflowAccountability.Procedure.WorkItems.Inbox;

/// <summary>Beside it lie the texts of the workbench.</summary>
public sealed class InboxTexts;
