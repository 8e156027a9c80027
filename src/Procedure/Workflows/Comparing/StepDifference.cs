using System.Text.Json.Nodes;
using WorkflowAccountability.Engine.Activities;
using WorkflowAccountability.Procedure.Regulation;

namespace WorkflowAccountability.Procedure.Workflows.Comparing;

/// <summary>What differs about a step that both versions have: its name, its type, where it lies, its inputs, outputs, basis and conditions. A sentence each.</summary>
internal sealed class StepDifference(StepNames names)
{
    // What the designer adds to every activity, and what never changes what it does.
    private static readonly string[] saysNothing = ["canStartWorkflow", "runAsynchronously", "notFoundConnections", "position", "source"];

    public IEnumerable<DefinitionChange> Between(ComparedStep before, ComparedStep after) => Words(before, after).Select(words =>
        new DefinitionChange(ChangeKind.Changed, before.Step.ActivityId, after.Step.ActivityId, words) { Roles = [.. StepNames.RolesOf(before).Union(StepNames.RolesOf(after))] });

    private IEnumerable<Text> Words(ComparedStep before, ComparedStep after)
    {
        var name = names.Of(after);
        if (before.Step.Name != after.Step.Name)
            yield return Text.Of<DifferenceTexts>("Renamed", Said.AsItIs(before.Step.Name), Said.AsItIs(after.Step.Name));
        if (before.Step.Type != after.Step.Type)
            yield return Text.Of<DifferenceTexts>("Retyped", name, StepNames.TypeOf(before), StepNames.TypeOf(after));
        if (before.Around != after.Around)
            yield return Text.Of<DifferenceTexts>("Around", name);
        foreach (var input in before.Activity.Descriptor.Inputs.Concat(after.Activity.Descriptor.Inputs).Select(input => input.Name).Distinct())
            foreach (var words in OfInput(input, before, after))
                yield return words;
        foreach (var words in OfChoices(before, after))
            yield return words;
        foreach (var output in before.Activity.Descriptor.Outputs.Concat(after.Activity.Descriptor.Outputs).Select(output => output.Name).Distinct())
            if (Compared(name, StepNames.Output(after, output), Variable(before, output), Variable(after, output), "Output") is { } words)
                yield return words;
        foreach (var note in before.Activity.CustomProperties.Keys.Union(after.Activity.CustomProperties.Keys).Except(saysNothing).Order(StringComparer.Ordinal))
            if (Compared(name, Note(note), Kept(before, note), Kept(after, note)) is { } words)
                yield return words;
    }

    private IEnumerable<Text> OfInput(string input, ComparedStep before, ComparedStep after)
    {
        var (was, now) = (GivenValue.Of(before, input), GivenValue.Of(after, input));
        if (was?.Canonical == now?.Canonical)
            yield break;
        if (input == "deadline" && DeadlineWords.Reminders(was?.Text) is { } remindedWas && DeadlineWords.Reminders(now?.Text) is { } remindedNow)
        {
            yield return Text.Of<DifferenceTexts>("Input.Changed", names.Of(after), StepNames.Input(after, input), was!.Words, now!.Words);
            if (remindedWas.In(System.Globalization.CultureInfo.InvariantCulture) != remindedNow.In(System.Globalization.CultureInfo.InvariantCulture))
                yield return Text.Of<DifferenceTexts>("Input.Changed", names.Of(after), Label("Reminders"), remindedWas, remindedNow);
            yield break;
        }
        if (was?.Items is { } itemsWas && now?.Items is { } itemsNow)
        {
            foreach (var words in OfItems(input, itemsWas, itemsNow, after))
                yield return words;
            yield break;
        }
        yield return Compared(names.Of(after), StepNames.Input(after, input), was?.Words, now?.Words)!;
    }

    // A list is compared thing by thing, each by what it is called.
    private IEnumerable<Text> OfItems(string input, IReadOnlyDictionary<string, string> was, IReadOnlyDictionary<string, string> now, ComparedStep step)
    {
        var (name, label) = (names.Of(step), StepNames.Input(step, input));
        var (added, removed) = (now.Keys.Except(was.Keys).Select(Said.AsItIs).ToList(), was.Keys.Except(now.Keys).Select(Said.AsItIs).ToList());
        var changed = now.Where(item => was.TryGetValue(item.Key, out var earlier) && earlier != item.Value).Select(item => item.Key).ToList();
        if (added.Count > 0)
            yield return Text.Of<DifferenceTexts>("Items.Added", name, label, Said.All(added));
        if (removed.Count > 0)
            yield return Text.Of<DifferenceTexts>("Items.Removed", name, label, Said.All(removed));
        foreach (var item in changed)
            yield return Text.Of<DifferenceTexts>("Items.Changed", name, label, item, Said.AsItIs(was[item]), Said.AsItIs(now[item]));
        if (added.Count + removed.Count + changed.Count == 0)
            yield return Text.Of<DifferenceTexts>("Items.Order", name, label, Said.All([.. now.Keys.Select(Said.AsItIs)]));
    }

    // The conditions of a switch are no input of it.
    private IEnumerable<Text> OfChoices(ComparedStep before, ComparedStep after)
    {
        if (before.Activity.Given("condition") is not null || after.Activity.Given("condition") is not null)
            yield break;
        var (was, now) = (Cases(before.Activity), Cases(after.Activity));
        foreach (var port in was.Keys.Union(now.Keys))
            if (Compared(names.Of(after), names.Port(now.ContainsKey(port) ? after : before, port), was.GetValueOrDefault(port), now.GetValueOrDefault(port), "Case") is { } words)
                yield return words;

        static Dictionary<string, Said> Cases(Activity activity) => activity.Choices.GroupBy(choice => choice.Port)
            .ToDictionary(same => same.Key, same => GivenValue.Of(same.First().Condition)?.Words ?? Label("Nothing"));
    }

    private static Said? Variable(ComparedStep step, string output) => step.Activity.VariableOf(output) is { } variable ? Said.AsItIs(variable) : null;

    private static Said? Kept(ComparedStep step, string note) => step.Activity.CustomProperties.GetValueOrDefault(note) switch
    {
        null => null,
        JsonValue value when value.TryGetValue<string>(out var text) => text.Length == 0 ? null : Said.AsItIs(text),
        JsonArray { Count: 0 } => null,
        JsonArray list => Said.All([.. list.Select(item => Said.AsItIs(item?.ToString() ?? ""))]),
        var other => Said.AsItIs(other.ToJsonString()),
    };

    private static Text? Compared(Said name, Said label, Said? was, Said? now, string key = "Input") => (was, now) switch
    {
        (null, null) => null,
        (null, _) => Text.Of<DifferenceTexts>(key + ".Set", name, label, now),
        (_, null) => Text.Of<DifferenceTexts>(key + ".Taken", name, label, was),
        _ when was.ToString() == now.ToString() => null,
        _ => Text.Of<DifferenceTexts>(key + ".Changed", name, label, was, now),
    };

    private static Said Note(string note) => new(culture => Text.Exists(typeof(DifferenceTexts), "Note." + note, culture)
        ? Text.Of<DifferenceTexts>("Note." + note).In(culture) : note);

    private static Said Label(string key) => new(Text.Of<DifferenceTexts>("Label." + key).In);
}
