namespace WorkflowAccountability.Procedure.Workflows.Drafting;

/// <summary>Beside it lie the words about drafts of workflows: what is refused and why, and the pages on which they are checked and published.</summary>
public sealed class DraftingTexts;
