using WorkflowAccountability.Procedure.Regulation;

namespace WorkflowAccountability.Procedure.Lawfulness;

/// <summary>What a finding does to a publication.</summary>
public enum Severity
{
    /// <summary>It may be published all the same.</summary>
    Warning,

    /// <summary>It cannot be published.</summary>
    Refusal,
}

/// <summary>One thing that a definition does against the law, or that would keep it from running.</summary>
/// <param name="Rule">R1 to R15; N… for what the house orders itself; S where it could not run.</param>
/// <param name="ActivityId">The activity in the definition; empty for the whole.</param>
/// <param name="Activity">What the designer calls it.</param>
/// <param name="Citation">The exact clause, or 内部环节.</param>
/// <param name="Path">The shortest way that breaks the rule, step by step; empty where no way is concerned.</param>
public sealed record LawFinding(
    string Rule, Severity Severity, string ActivityId, string Activity, string Citation, Text Reason, Text Remedy, IReadOnlyList<PathStep> Path)
{
    /// <summary>The words of the clauses; empty for an internal step.</summary>
    public IReadOnlyList<string> ClauseTexts =>
        [.. Citations.Split(Citation).Select(part => RegulationText.Current.Find(part)).OfType<Clause>().Select(clause => $"{clause.Citation}：{clause.Text}")];

    /// <summary>The way in one line.</summary>
    public string PathInWords => string.Join(" → ", Path);

    /// <summary>All of it in words, for a console or a message.</summary>
    public override string ToString() => string.Join('\n', (string[])
    [
        Text.Of<LawTexts>("Line.Head", Rule, Text.Of<LawTexts>("Severity." + Severity),
            ActivityId.Length > 0 ? Text.Of<LawTexts>("Line.Step", Activity, ActivityId, Reason) : Reason).ToString(),
        .. ClauseTexts.DefaultIfEmpty(Citation).Select(clause => "    " + Text.Of<LawTexts>("Line.Clause", clause)),
        .. Path.Count > 0 ? [$"    {Text.Of<LawTexts>("Line.Path", PathInWords)}"] : Array.Empty<string>(),
        $"    {Text.Of<LawTexts>("Line.Remedy", Remedy)}",
    ]);
}

/// <summary>A step on a way, and by which outcome it is left; null at its last.</summary>
public sealed record PathStep(string Activity, Text? Outcome)
{
    /// <inheritdoc/>
    public override string ToString() => Outcome is null ? Activity : Text.Of<LawTexts>("Line.Way", Activity, Outcome).ToString();
}

/// <summary>What a check found.</summary>
/// <param name="Kind">What kind of procedure the definition is.</param>
public sealed record LawReport(string Kind, IReadOnlyList<LawFinding> Findings)
{
    /// <summary>Whether nothing keeps it from being published.</summary>
    public bool MayBePublished => Findings.All(finding => finding.Severity == Severity.Warning);

    /// <summary>The regulation and the reading of it that the definition was held against: <c>CZDBF-2016-59/1</c>.</summary>
    public string HeldAgainst { get; } = $"{LawOfFlow.Current.RegulationId}/{LawOfFlow.Current.Version}";
}

/// <summary>The texts of the check.</summary>
public sealed class LawTexts;
