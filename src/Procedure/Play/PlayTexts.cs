namespace WorkflowAccountability.Procedure.Play;

/// <summary>The texts of trying a workflow.</summary>
internal sealed class PlayTexts;
