namespace WorkflowAccountability.Procedure.WorkItems.Verbs;

/// <summary>Beside it lie the texts of what can be done with a work item besides completing it.</summary>
public sealed class VerbTexts;
