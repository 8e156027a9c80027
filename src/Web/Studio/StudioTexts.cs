namespace WorkflowAccountability.Web.Studio;

/// <summary>Beside it lie the words around the designer.</summary>
public sealed class StudioTexts;
