namespace WorkflowAccountability.Procedure.Audit;

/// <summary>Beside it lie the sentences of the audit: <c>Act.</c> and the command's name.</summary>
public sealed class AuditTexts;
