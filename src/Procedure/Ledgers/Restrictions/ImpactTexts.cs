namespace WorkflowAccountability.Procedure.Ledgers.Restrictions;

/// <summary>Beside it lie the texts of the calculator's page.</summary>
public sealed class ImpactTexts;
