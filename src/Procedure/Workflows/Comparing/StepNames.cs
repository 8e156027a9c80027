using System.Globalization;
using WorkflowAccountability.Engine.Activities.Descriptions;
using WorkflowAccountability.Procedure.Lawfulness;
using WorkflowAccountability.Procedure.Organisations;
using WorkflowAccountability.Procedure.Regulation;
using WorkflowAccountability.Procedure.Stages;

namespace WorkflowAccountability.Procedure.Workflows.Comparing;

/// <summary>What steps are called: in Chinese as the designer called them; in English as the stage is called, with the id where several would be called the same.</summary>
internal sealed class StepNames(StageCatalog stages, IReadOnlyList<ComparedStep> all)
{
    private static readonly string[] acting = ["role", "secondRole"];

    private readonly Dictionary<string, Stage> byType = stages.All.ToDictionary(stage => stage.About.Type);
    private readonly HashSet<string> severalOfAType = [.. all.Select(step => (step.Step.Type, step.Key)).Distinct().GroupBy(step => step.Type)
        .Where(same => same.Count() > 1).Select(same => same.Key)];

    /// <summary>A step's name.</summary>
    public Said Of(ComparedStep step) => new(culture => Said.IsChinese(culture) ? step.Step.Name : InEnglish(step, culture));

    /// <summary>A port's name.</summary>
    public Said Port(ComparedStep step, string port) => new(culture => byType.TryGetValue(step.Step.Type, out var stage) && stage.Outcomes.Contains(port)
        ? stage.OutcomeName(port).In(culture) : Described(step, culture).Ports.FirstOrDefault(one => one.Name == port)?.DisplayName ?? port);

    /// <summary>An input's name.</summary>
    public static Said Input(ComparedStep step, string input) => new(culture =>
        Described(step, culture).Inputs.FirstOrDefault(one => one.Name.Equals(input, StringComparison.OrdinalIgnoreCase))?.DisplayName ?? input);

    /// <summary>An output's name.</summary>
    public static Said Output(ComparedStep step, string output) => new(culture =>
        Described(step, culture).Outputs.FirstOrDefault(one => one.Name.Equals(output, StringComparison.OrdinalIgnoreCase))?.DisplayName ?? output);

    /// <summary>A value that an input offers to choose.</summary>
    public static string? Choice(ComparedStep step, string input, string value, CultureInfo culture) =>
        step.Activity.Descriptor.Texts?.Invoke($"Inputs.{input}.{value}", culture);

    /// <summary>What it is: a stage of the regulation, an internal step, or what its type is called.</summary>
    public static Said KindOf(ComparedStep step) => new(culture => step.Step.Type.StartsWith("Accountability.", StringComparison.Ordinal)
        ? Text.Of<DifferenceTexts>("Step").In(culture) : Described(step, culture).DisplayName);

    /// <summary>Who does it and on what basis, in brackets; nothing for what nobody does.</summary>
    public Said WhoDoes(ComparedStep step) => new(culture =>
    {
        if (!step.Step.Type.StartsWith("Accountability.", StringComparison.Ordinal))
            return "";
        string[] who = [.. RolesOf(step).Select(code => RoleName(code, culture)), CitationOf(step)];
        return Text.Of<DifferenceTexts>("Who", Said.All([.. who.Select(Said.AsItIs)])).In(culture);
    });

    /// <summary>The name of its type.</summary>
    public static Said TypeOf(ComparedStep step) => new(culture => Described(step, culture).DisplayName);

    /// <summary>The roles that act at a step.</summary>
    public static IReadOnlyList<string> RolesOf(ComparedStep? step) => step is null ? []
        : [.. acting.Select(input => step.Step.Inputs.GetValueOrDefault(input)?.Text).OfType<string>().Where(Roles.Knows).Distinct()];

    /// <summary>A role in a language.</summary>
    public static string RoleName(string code, CultureInfo culture) =>
        Roles.Find(code) is { } role ? Said.IsChinese(culture) ? role.Chinese : role.English : code;

    /// <summary>What the regulation orders, the version before had, and the version after has no more.</summary>
    public IReadOnlyList<Text> Dropped(ComparedVersion before, ComparedVersion after)
    {
        var left = after.Steps.Values.Select(step => step.Step.ShortType).ToHashSet();
        return [.. before.Steps.Values.DistinctBy(step => step.Step.ShortType).Where(step => !left.Contains(step.Step.ShortType))
            .Where(step => LawOfFlow.Current.Of(step.Step.ShortType) is { } law && law.RequiredIn.Contains(before.Kind))
            .Select(step => Text.Of<DifferenceTexts>("Dropped.One", Of(step), LawOfFlow.Current.Of(step.Step.ShortType)!.Citations[0]))];
    }

    private string CitationOf(ComparedStep step) => step.Step.Notes.GetValueOrDefault("citation")
        ?? (byType.TryGetValue(step.Step.Type, out var stage) ? stage.About.Citation : Citations.InternalStep);

    private static ActivityDescription Described(ComparedStep step, CultureInfo culture) => ActivityDescription.Of(step.Activity.Descriptor, culture);

    private string InEnglish(ComparedStep step, CultureInfo culture)
    {
        if (step.Activity.DisplayText is { Length: > 0 } words && !words.Any(letter => letter > 0x2E80))
            return words;
        if (!byType.TryGetValue(step.Step.Type, out var stage))
            return Spelt(step.Activity.Name ?? step.Activity.Id);
        return severalOfAType.Contains(step.Step.Type) ? $"{stage.Title.In(culture)} ({Spelt(step.Activity.Id)})" : stage.Title.In(culture);
    }

    // MustConsult: Must consult.
    private static string Spelt(string id) =>
        string.Concat(id.Select((letter, index) => index > 0 && char.IsUpper(letter) && char.IsLower(id[index - 1]) ? " " + char.ToLowerInvariant(letter) : letter.ToString()));
}
