namespace WorkflowAccountability.Procedure.Regulation;

/// <summary>A rule's answer: allowed, or a refusal that names the clause, the reason and the way out. A refusal is a value, never an exception.</summary>
public sealed record Ruling
{
    private Ruling() { }

    /// <summary>The rule is met.</summary>
    public static Ruling Allowed { get; } = new();

    /// <summary>The exact clause, or 内部环节 / 参照 where the text orders nothing; empty when allowed.</summary>
    public string Citation { get; private init; } = "";

    /// <summary>Why not; null when allowed.</summary>
    public Text? Reason { get; private init; }

    /// <summary>What to do instead; null when allowed.</summary>
    public Text? Remedy { get; private init; }

    /// <summary>Whether the act may go on.</summary>
    public bool IsAllowed => Reason is null;

    /// <summary>Allows when <paramref name="condition"/> holds, else refuses with the clause, the reason and the remedy.</summary>
    public static Ruling Require(bool condition, string citation, Text reason, Text remedy) =>
        condition ? Allowed : Refuse(citation, reason, remedy);

    /// <summary>Says no, with the clause, the reason and the remedy.</summary>
    public static Ruling Refuse(string citation, Text reason, Text remedy) => new() { Citation = citation, Reason = reason, Remedy = remedy };
}
