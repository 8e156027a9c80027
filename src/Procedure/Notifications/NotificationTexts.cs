namespace WorkflowAccountability.Procedure.Notifications;

/// <summary>Beside it lie the texts of alarms, channels and a person's settings.</summary>
public sealed class NotificationTexts;
