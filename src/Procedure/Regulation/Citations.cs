namespace WorkflowAccountability.Procedure.Regulation;

/// <summary>
/// What may be printed as a basis: clauses of the regulation, another rule applied by analogy (参照…), or an internal step (内部环节…),
/// also several of them joined by "、".
/// </summary>
public static class Citations
{
    /// <summary>Begins the mark of a step that the regulation does not order.</summary>
    public const string InternalStep = "内部环节";

    /// <summary>Begins the name of a rule that is applied by analogy.</summary>
    public const string ByAnalogy = "参照";

    /// <summary>Whether every part is a known clause, an internal step or an analogy.</summary>
    public static bool IsSound(string citation) => Split(citation).All(IsSoundPart);

    /// <summary>The parts between "、" outside of brackets.</summary>
    public static IReadOnlyList<string> Split(string citation)
    {
        var parts = new List<string>();
        var (start, depth) = (0, 0);
        for (var at = 0; at < citation.Length; at++)
        {
            depth += citation[at] switch { '（' or '《' => 1, '）' or '》' => -1, _ => 0 };
            if (citation[at] is not '、' || depth > 0)
                continue;
            parts.Add(citation[start..at]);
            start = at + 1;
        }
        return [.. parts, citation[start..]];
    }

    private static bool IsSoundPart(string part) =>
        RegulationText.All.Any(text => text.Knows(part))
        || part.StartsWith(InternalStep, StringComparison.Ordinal)
        || (part.StartsWith(ByAnalogy, StringComparison.Ordinal) && part.Length > ByAnalogy.Length);
}
