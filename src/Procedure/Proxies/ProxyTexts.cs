namespace WorkflowAccountability.Procedure.Proxies;

/// <summary>Beside it lie the texts about standing in for another.</summary>
public sealed class ProxyTexts;
