namespace WorkflowAccountability.Procedure.Disclosure;

/// <summary>Beside it lie the texts of the public edition and of the public's pages.</summary>
public sealed class DisclosureTexts;
