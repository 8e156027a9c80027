using WorkflowAccountability.Procedure.Organisations;
using WorkflowAccountability.Procedure.Regulation;
using WorkflowAccountability.Procedure.Stages.HumanTask;

namespace WorkflowAccountability.Procedure.Lawfulness;

/// <summary>
/// What holds for the steps that an administrator adds: somebody does them, somebody hears when they are late, everything about them stands in the
/// definition itself, and none of them tells of the independent inquiry to those outside of it.
/// </summary>
internal sealed class LawOfAddedSteps(FlowShape shape, Reach everything, Func<string, bool> isWalled)
{
    // 第十条第一句: what can only come once the supervision organ has begun its own inquiry tells that it has.
    private static readonly OrderRule inquiry = new("R4", "", Wall, [], [LawOfFlow.Start], [Short], ["DecideSupervision:Started"], When: null);

    private const string Short = "HumanTask", Wall = "第十条第一句";

    /// <summary>What they break.</summary>
    public IEnumerable<LawInInputs.Broken> All()
    {
        var added = shape.Net.Steps.Where(step => step is { IsBeginning: true, ShortType: Short }).ToList();
        if (added.Count == 0)
            return [];
        var open = new Orders(shape, everything).Broken(inquiry).Select(broken => broken.Step.Index).ToHashSet();
        return added.SelectMany(step => Of(step).Concat(OfAnswers(step)).Concat(OfWall(step, open)));
    }

    private static IEnumerable<LawInInputs.Broken> Of(Step step)
    {
        foreach (var input in step.Inputs.Where(input => !input.Value.IsOutright))
            yield return new("R15", Citations.InternalStep, "NotLiteral", step, step.Name, new InputName(input.Key));
        foreach (var fault in AddedStepReader.Read(Text).Faults)
            yield return new("R15", Citations.InternalStep, "StepFault", step, step.Name, fault.Path, fault.Message);
        var (role, organisation, person) = (Text("role"), Text("organisation"), Text("person"));
        if (role is null && organisation is null)
            yield return new("R15", Citations.InternalStep, person is null ? "NobodyDoes" : "PersonAlone", step, step.Name);
        if (role is not null && Roles.Acting.All(known => known.Code != role))
            yield return new("R15", Citations.InternalStep, "UnknownRole", step, step.Name, new InputName("role"), role);
        if (Text("escalateTo") is { } told && Roles.Acting.All(known => known.Code != told))
            yield return new("R15", Citations.InternalStep, "UnknownRole", step, step.Name, new InputName("escalateTo"), told);
        if (Text("days") is not null && Text("escalateTo") is null)
            yield return new("R15", Citations.InternalStep, "NoWayOut", step, step.Name);

        string? Text(string input) => step.Inputs.GetValueOrDefault(input)?.Text is { Length: > 0 } text ? text : null;
    }

    // The variable of the same name takes the answer: it must be one that can.
    private IEnumerable<LawInInputs.Broken> OfAnswers(Step step)
    {
        foreach (var field in AddedStepReader.Read(input => step.Inputs.GetValueOrDefault(input)?.Text).Step.Fields)
            if (shape.Net.Types.TryGetValue(field.Key, out var type) && !Takes(type, field.Kind))
                yield return new("S", Citations.InternalStep, "AnswerMisfits", step, step.Name, field.Label, field.Key, type);
    }

    private static bool Takes(string type, AddedKind kind) => type switch
    {
        "Boolean" => false,
        "Int16" or "Int32" or "Int64" or "Single" or "Double" or "Decimal" => kind is AddedKind.Number or AddedKind.Money,
        _ => !type.EndsWith("[]", StringComparison.Ordinal) || kind is AddedKind.File,
    };

    private IEnumerable<LawInInputs.Broken> OfWall(Step step, HashSet<int> open)
    {
        if (!everything.Reached.ContainsKey(step.Index))
            yield break;
        var beside = shape.Net.Steps.Where(other => other is { IsBeginning: true, Waits: true } && other.Container == step.Container && other.ShortType != Short).ToList();
        var lies = !open.Contains(step.Index) || (beside.Count > 0 && beside.TrueForAll(other => isWalled(other.Type)));
        var walled = bool.TryParse(step.Inputs.GetValueOrDefault("walled")?.Text, out var given) && given;
        if (lies && !walled)
            yield return new("R4", Wall, "WallOpen", step, step.Name);
        else if (!lies && walled)
            yield return new("R4", Wall, "WallElsewhere", step, step.Name);
    }
}
