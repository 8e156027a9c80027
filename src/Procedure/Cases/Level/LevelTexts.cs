namespace WorkflowAccountability.Procedure.Cases.Level;

/// <summary>Beside it lie the texts of the level's page.</summary>
public sealed class LevelTexts;
