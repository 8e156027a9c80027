namespace WorkflowAccountability.Procedure.Forms;

/// <summary>Beside it lie the texts that several forms share: messages of the fields, names of shared choices.</summary>
public sealed class FormTexts;
