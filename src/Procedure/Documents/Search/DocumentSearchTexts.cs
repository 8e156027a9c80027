namespace WorkflowAccountability.Procedure.Documents.Search;

/// <summary>Beside it lie the texts of the search among files and official documents.</summary>
public sealed class DocumentSearchTexts;
