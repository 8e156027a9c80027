namespace WorkflowAccountability.Procedure.Ledgers;

/// <summary>Beside it lie the texts of the ledgers' pages.</summary>
public sealed class LedgerTexts;
