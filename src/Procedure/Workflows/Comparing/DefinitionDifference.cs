using WorkflowAccountability.Engine.Definitions;
using WorkflowAccountability.Procedure.Regulation;
using WorkflowAccountability.Procedure.Stages;

namespace WorkflowAccountability.Procedure.Workflows.Comparing;

/// <summary>What became of a step.</summary>
public enum ChangeKind
{
    Added,
    Removed,

    /// <summary>It stands elsewhere in the order.</summary>
    Moved,
    Changed,

    /// <summary>What follows on it is another.</summary>
    Ways,

    /// <summary>It concerns no single step.</summary>
    Whole,
}

/// <summary>One thing that differs.</summary>
/// <param name="Before">The activity in the version before; null where it is not there.</param>
/// <param name="After">The activity in the version after; null where it is not there.</param>
/// <param name="Words">What differs, one sentence.</param>
public sealed record DefinitionChange(ChangeKind Kind, string? Before, string? After, Text Words)
{
    /// <summary>The roles that act at the step, before or after.</summary>
    public IReadOnlyList<string> Roles { get; init; } = [];
}

/// <summary>
/// What two versions of a workflow say differently, in words. Where steps were put on the drawing says nothing; a step is the same under its id, or, drawn anew,
/// under its type and name.
/// </summary>
/// <param name="Dropped">Stages that the regulation orders, which the version before had and the version after has no more, each with its clause.</param>
public sealed record DefinitionDifference(IReadOnlyList<DefinitionChange> Changes, IReadOnlyList<Text> Dropped)
{
    /// <summary>Whether they say the same.</summary>
    public bool IsNone => Changes.Count == 0;

    /// <summary>Whether a step that the regulation orders is gone, in a sentence.</summary>
    public Text Conclusion => Dropped.Count == 0 ? Text.Of<DifferenceTexts>("Dropped.None")
        : Text.Of<DifferenceTexts>("Dropped", Said.All([.. Dropped.Select(one => new Said(one.In))]));

    /// <summary>The roles of the steps that differ.</summary>
    public IReadOnlyList<string> Roles => [.. Changes.SelectMany(change => change.Roles).Distinct().Order(StringComparer.Ordinal)];

    /// <summary>Compares two versions.</summary>
    public static DefinitionDifference Of(WorkflowDefinition before, WorkflowDefinition after, StageCatalog stages)
    {
        var one = new ComparedVersion(before, new Dictionary<string, string>());
        var other = new ComparedVersion(after, DrawnAnew(one, new ComparedVersion(after, new Dictionary<string, string>())));
        var names = new StepNames(stages, [.. one.Steps.Values, .. other.Steps.Values]);
        var flow = FlowDifference.Of(one, other);
        var steps = new StepDifference(names);
        var sentences = new FlowSentences(one, other, names);
        return new(
            [
                .. other.Steps.Values.Where(step => !one.Steps.ContainsKey(step.Key)).Select(sentences.Added),
                .. one.Steps.Values.Where(step => !other.Steps.ContainsKey(step.Key)).Select(sentences.Removed),
                .. other.Steps.Values.Where(step => flow.Moved.Contains(step.Key)).Select(sentences.Moved),
                .. other.Steps.Values.Where(step => one.Steps.ContainsKey(step.Key)).SelectMany(step => steps.Between(one.Steps[step.Key], step)),
                .. sentences.Ways(flow),
                .. WholeDifference.Between(before, after),
            ],
            names.Dropped(one, other));
    }

    // What was deleted and drawn again: of its type and name there was one that is gone, and there is one that is new.
    private static Dictionary<string, string> DrawnAnew(ComparedVersion one, ComparedVersion other) =>
        (from gone in one.Steps.Values.Where(step => !other.Steps.ContainsKey(step.Key)).GroupBy(Looks)
         join come in other.Steps.Values.Where(step => !one.Steps.ContainsKey(step.Key)).GroupBy(Looks) on gone.Key equals come.Key
         where gone.Count() == 1 && come.Count() == 1
         select (From: come.First().Step.ActivityId, To: gone.First().Step.ActivityId)).ToDictionary(pair => pair.From, pair => pair.To);

    private static string Looks(ComparedStep step) => $"{step.Step.Type}\n{step.Activity.DisplayText ?? step.Activity.Id}";
}

/// <summary>The texts of the difference.</summary>
public sealed class DifferenceTexts;
