namespace WorkflowAccountability.Procedure.Handovers;

/// <summary>Beside it lie the texts of handing over.</summary>
public sealed class HandoverTexts;
