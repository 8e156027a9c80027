namespace WorkflowAccountability.Engine.Activities;

/// <summary>The upper left corner of an activity in the designer, in its pixels, within the flowchart around it.</summary>
public sealed record Position(double X, double Y);
