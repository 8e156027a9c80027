namespace WorkflowAccountability.Procedure.Incidents;

/// <summary>Beside it lie the texts about workflows that failed.</summary>
public sealed class IncidentTexts;
