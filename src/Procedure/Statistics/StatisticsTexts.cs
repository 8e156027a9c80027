namespace WorkflowAccountability.Procedure.Statistics;

/// <summary>Beside it lie the texts of the statistics.</summary>
public sealed class StatisticsTexts;
