namespace WorkflowAccountability.Engine.Definitions;

/// <summary>A definition that was taken in.</summary>
/// <param name="Json">As it is kept.</param>
/// <param name="Report">What in it will never run here; with anything here it can be kept as a draft, and not published.</param>
public sealed record ImportedDefinition(string Json, IReadOnlyList<ImportFinding> Report)
{
    /// <summary>Whether all of it may run.</summary>
    public bool MayRun => Report.Count == 0;
}

/// <summary>Something in a definition that is kept and never runs here.</summary>
/// <param name="Path">Where it is, such as <c>$.root.activities[2]</c>.</param>
/// <param name="Reason">Why it never runs.</param>
/// <param name="Subject">The type of the activity, or the language of the script.</param>
public sealed record ImportFinding(string Path, ImportReason Reason, string Subject)
{
    /// <summary>The finding as a line, in English.</summary>
    public override string ToString() => $"{Path}: " + Reason switch
    {
        ImportReason.UnknownType => $"the type '{Subject}' is not known here; it is kept and never run.",
        ImportReason.HostCode => $"the type '{Subject}' runs code of the host; it is kept and never run.",
        ImportReason.Network => $"the type '{Subject}' talks to the network; it is kept and never run.",
        _ => $"a script in {Subject} is kept and never run.",
    };
}

/// <summary>Why something in a definition never runs here.</summary>
public enum ImportReason
{
    /// <summary>A type of activity that nobody knows here.</summary>
    UnknownType,

    /// <summary>A type of Elsa's that runs C#, Python or methods of the host.</summary>
    HostCode,

    /// <summary>A type of Elsa's that answers or sends requests.</summary>
    Network,

    /// <summary>A script in a language that runs code of the host.</summary>
    ScriptLanguage,
}
