using WorkflowAccountability.Procedure.Regulation;
using WorkflowAccountability.Procedure.Stages;

namespace WorkflowAccountability.Procedure.Lawfulness;

/// <summary>Puts a finding into words: names instead of ids, the way to it step by step.</summary>
internal sealed class FindingWords(StageCatalog stages, FlowNet net)
{
    private const int LongestPath = 14;
    private const int Head = 4;

    private readonly Dictionary<string, Stage> byType = stages.All.ToDictionary(stage => stage.About.Type);

    /// <summary>A stage's name for people.</summary>
    public object TitleOf(string shortType) => byType.TryGetValue("Accountability." + shortType, out var stage) ? stage.Title : shortType;

    /// <summary>A step's name for people; the end of it all has one too.</summary>
    public object NameOf(Step step) => step.Index == net.Last ? Text.Of<LawTexts>("End") : step.Name;

    /// <summary>A finding.</summary>
    /// <param name="key">Its texts: <c>key.Reason</c> and <c>key.Remedy</c>.</param>
    /// <param name="values">What fills both.</param>
    /// <param name="way">How one gets there; null where no way is concerned.</param>
    public LawFinding Of(
        string rule, string citation, string key, Step step, IReadOnlyList<object?> values, Token? way = null, Severity severity = Severity.Refusal)
    {
        var words = values.Select(InWords).ToArray();
        return new(rule, severity, step.ActivityId, step.Index == net.Last ? Text.Of<LawTexts>("End").ToString() : step.Name, citation,
            Text.Of<LawTexts>(key + ".Reason", words), Text.Of<LawTexts>(key + ".Remedy", words), way is null ? [] : Path(way, step));
    }

    private object? InWords(object? value) => value switch
    {
        Port port => OutcomeOf(port.Step, port.Name),
        InputName input => Text.Of<LawTexts>("Input." + input.Name),
        _ => value,
    };

    private Text OutcomeOf(Step step, string port)
    {
        if (byType.TryGetValue(step.Type, out var stage) && stage.Outcomes.Contains(port))
            return stage.OutcomeName(port);
        return port is "True" or "False" or "Done" ? Text.Of<LawTexts>("Port." + port) : Text.Of<LawTexts>("Port.Other", port);
    }

    // What nobody decides and nothing waits for is left out.
    private List<PathStep> Path(Token way, Step to)
    {
        var steps = new List<PathStep> { new(to.Index == net.Last ? Text.Of<LawTexts>("End").ToString() : to.Name, null) };
        for (var at = way; at is not null; at = at.From)
            if (at.Way >= 0 && net.Steps[net.Ways[at.Way].From] is var from && (from.Waits || from.Choices.Count > 0 || from.Type == "Elsa.Start" && from.Container <= 1))
                steps.Add(new(from.Name, from.Type == "Elsa.Start" ? null : OutcomeOf(from, net.Ways[at.Way].Port)));
        steps.Reverse();
        return steps.Count <= LongestPath ? steps : [.. steps.Take(Head), new("…", null), .. steps.Skip(steps.Count - LongestPath + Head + 1)];
    }
}
