namespace WorkflowAccountability.Procedure.Site;

/// <summary>Beside it lie the texts of the frame around every page and of the messages that any page may show.</summary>
public sealed class SiteTexts;
