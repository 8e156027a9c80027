using System.Text.Json;
using System.Text.RegularExpressions;
using WorkflowAccountability.Procedure.Regulation;

namespace WorkflowAccountability.Procedure.Stages.HumanTask;

/// <summary>Reads an added step from the inputs that its author filled in. Everything that is wrong is said at once, each with its place.</summary>
public sealed partial class AddedStepReader
{
    private const int MostFields = 60, MostChoices = 50, LongestName = AddedStep.LongestTitle, MostOutcomes = 12;

    private readonly List<StepFault> faults = [];
    private readonly Func<string, string?> input;

    private AddedStepReader(Func<string, string?> input) => this.input = input;

    /// <summary>What the inputs describe, as far as it can be read, and what is wrong with them.</summary>
    /// <param name="input">The text of an input; null where the definition gives none.</param>
    public static (AddedStep Step, IReadOnlyList<StepFault> Faults) Read(Func<string, string?> input)
    {
        var reader = new AddedStepReader(input);
        return (reader.Step(), reader.faults);
    }

    private AddedStep Step()
    {
        var title = Given("title");
        if (title is null || title.Length > LongestName || title.Contains('\n', StringComparison.Ordinal))
            Fault("title", "Title", LongestName);
        var citation = Given("clause") ?? Citations.InternalStep;
        if (!Citations.IsSound(citation))
            Fault("clause", "Clause", citation);
        var reason = Given("reason");
        if (reason is null && citation.StartsWith(Citations.InternalStep, StringComparison.Ordinal))
            Fault("reason", "Reason");
        return new AddedStep(title ?? "", citation, Fields(), Outcomes())
        {
            Instructions = Given("instructions"),
            Reason = reason,
            Walled = bool.TryParse(Given("walled"), out var walled) && walled,
        };
    }

    private List<AddedField> Fields()
    {
        var fields = new List<AddedField>();
        var lines = (Given("fields") ?? "").Split('\n');
        for (var at = 0; at < lines.Length; at++)
            if (lines[at].Trim() is { Length: > 0 } line)
                fields.Add(Field(line, $"fields[{at + 1}]"));
        if (fields.Count > MostFields)
            Fault("fields", "TooMany", fields.Count, MostFields);
        foreach (var twice in fields.GroupBy(field => field.Key, StringComparer.OrdinalIgnoreCase).Where(same => same.Count() > 1))
            Fault("fields", "Twice", twice.Key);
        return fields;
    }

    // 名称＝代号｜类型｜必填｜选项：甲、乙｜说明：……
    private AddedField Field(string line, string path)
    {
        var columns = line.Split(['|', '｜'], StringSplitOptions.TrimEntries);
        var named = columns[0].Split(['=', '＝'], 2, StringSplitOptions.TrimEntries);
        var (label, key) = (named[0], named.Length > 1 ? named[1] : KeyOf(named[0]));
        if (label.Length is 0 or > LongestName)
            Fault(path + ".name", "Name", LongestName);
        else if (!Key().IsMatch(key) || key.Equals(HumanTaskForm.OutcomeField, StringComparison.OrdinalIgnoreCase))
            Fault(path + ".key", "Key", key);
        var kind = columns.Length > 1 && FieldWords.Kind(columns[1]) is { } known ? known : (AddedKind?)null;
        if (kind is null)
            Fault(path + ".kind", "Kind", columns.Length > 1 ? columns[1] : "", FieldWords.Kinds);
        var field = new AddedField(key, label, kind ?? AddedKind.Text);
        foreach (var column in columns.Skip(2).Where(column => column.Length > 0))
            field = With(field, column, path);
        if (field is { Kind: AddedKind.Choice, Choices.Count: < 2 or > MostChoices } || (kind is not null && field.Kind is not AddedKind.Choice && field.Choices.Count > 0))
            Fault(path + ".choices", field.Kind is AddedKind.Choice ? "Choices" : "NoChoices", MostChoices);
        return field;
    }

    private AddedField With(AddedField field, string column, string path)
    {
        if (FieldWords.IsRequired(column))
            return field with { IsRequired = true };
        if (FieldWords.After(column, FieldWords.ChoicesWords) is { } choices)
            return field with { Choices = [.. choices.Split(['、', ',', '，', ';', '；'], StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Distinct()] };
        if (FieldWords.After(column, FieldWords.HelpWords) is { } help)
            return field with { Help = help };
        Fault(path, "Column", column);
        return field;
    }

    private IReadOnlyList<string> Outcomes()
    {
        if (Given("outcomes") is not { } given)
            return [AddedStep.Done];
        List<string> outcomes;
        try
        {
            outcomes = [.. (JsonSerializer.Deserialize<string[]>(given) ?? []).Select(name => name?.Trim() ?? "")];
        }
        catch (JsonException)
        {
            Fault("outcomes", "Outcomes");
            return [AddedStep.Done];
        }
        for (var at = 0; at < outcomes.Count; at++)
            if (outcomes[at].Length is 0 or > LongestName)
                Fault($"outcomes[{at + 1}]", "Name", LongestName);
        foreach (var twice in outcomes.GroupBy(name => name).Where(same => same.Count() > 1))
            Fault("outcomes", "Twice", twice.Key);
        if (outcomes.Count > MostOutcomes)
            Fault("outcomes", "TooMany", outcomes.Count, MostOutcomes);
        return outcomes.Count > 0 ? outcomes : [AddedStep.Done];
    }

    private string? Given(string name) => input(name)?.Trim() is { Length: > 0 } text ? text : null;

    private void Fault(string path, string key, params object?[] values) => faults.Add(new StepFault(path, new Text(typeof(HumanTaskStage), "Fault." + key, values)));

    // 涉及金额（万元） is kept as 涉及金额.
    private static string KeyOf(string label) => string.Concat(label.Split('（', '(')[0].Where(char.IsLetterOrDigit));

    // What a condition can name, and a posted field: no underline at its beginning, which marks what is no field.
    [GeneratedRegex(@"^\p{L}[\p{L}\p{Nd}_]{0,39}$")]
    private static partial Regex Key();
}
