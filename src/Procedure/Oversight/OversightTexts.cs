namespace WorkflowAccountability.Procedure.Oversight;

/// <summary>Beside it lie the texts of the supervisors' board.</summary>
public sealed class OversightTexts;
