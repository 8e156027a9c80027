namespace WorkflowAccountability.Procedure.Deadlines;

/// <summary>Beside it lie the texts of reminders, of the deadlines of a case and of the calendar.</summary>
public sealed class DeadlineTexts;
