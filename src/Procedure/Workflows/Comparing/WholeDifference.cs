using WorkflowAccountability.Engine.Definitions;
using WorkflowAccountability.Procedure.Regulation;

namespace WorkflowAccountability.Procedure.Workflows.Comparing;

/// <summary>What differs about a workflow as a whole: its name, its description, its variables, what is given to it and what it gives back.</summary>
internal static class WholeDifference
{
    public static IEnumerable<DefinitionChange> Between(WorkflowDefinition before, WorkflowDefinition after)
    {
        if (before.Name != after.Name)
            yield return Of("Whole.Name", before.Name, after.Name);
        if ((before.Description ?? "") != (after.Description ?? ""))
            yield return Of("Whole.Description");
        if (before.EndsOnFault != after.EndsOnFault)
            yield return Of(after.EndsOnFault ? "Whole.EndsOnFault" : "Whole.GoesOnAfterFault");
        foreach (var change in Lists("Whole.Variable", before.Variables, after.Variables, variable => variable.Name, variable => $"{variable.TypeName}{(variable.IsArray ? "[]" : "")} {variable.InitialValue?.ToJsonString()}")
            .Concat(Lists("Whole.Input", before.Inputs, after.Inputs, input => input.Name, input => $"{input}"))
            .Concat(Lists("Whole.Output", before.Outputs, after.Outputs, output => output.Name, output => $"{output}"))
            .Concat(Lists("Whole.Outcome", before.Outcomes, after.Outcomes, outcome => outcome, outcome => "")))
            yield return change;
    }

    private static IEnumerable<DefinitionChange> Lists<T>(string key, IReadOnlyList<T> before, IReadOnlyList<T> after, Func<T, string> nameOf, Func<T, string> contentOf)
    {
        var (was, now) = (ByName(before), ByName(after));
        foreach (var name in now.Keys.Where(name => !was.ContainsKey(name)))
            yield return Of(key + ".Added", name);
        foreach (var name in was.Keys.Where(name => !now.ContainsKey(name)))
            yield return Of(key + ".Removed", name);
        foreach (var (name, content) in now.Where(one => was.TryGetValue(one.Key, out var earlier) && earlier != one.Value))
            yield return Of(key + ".Changed", name, was[name], content);

        Dictionary<string, string> ByName(IReadOnlyList<T> list) => list.GroupBy(nameOf).ToDictionary(same => same.Key, same => contentOf(same.Last()));
    }

    private static DefinitionChange Of(string key, params IReadOnlyList<object?> values) => new(ChangeKind.Whole, null, null, Text.Of<DifferenceTexts>(key, values));
}
