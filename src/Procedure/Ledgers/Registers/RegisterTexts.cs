namespace WorkflowAccountability.Procedure.Ledgers.Registers;

/// <summary>Beside it lie the texts of the registers.</summary>
public sealed class RegisterTexts;
