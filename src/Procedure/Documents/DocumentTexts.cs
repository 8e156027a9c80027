namespace WorkflowAccountability.Procedure.Documents;

/// <summary>Beside it lie the texts of documents and uploads.</summary>
public sealed class DocumentTexts;
