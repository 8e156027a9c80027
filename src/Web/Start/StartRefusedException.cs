namespace WorkflowAccountability.Web.Start;

/// <summary>The site must not start like this; the message lists every fault and what to do.</summary>
public sealed class StartRefusedException(string message) : Exception(message);
