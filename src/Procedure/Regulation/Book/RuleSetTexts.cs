namespace WorkflowAccountability.Procedure.Regulation.Book;

/// <summary>Beside it lie the texts of the rule book.</summary>
public sealed class RuleSetTexts;
