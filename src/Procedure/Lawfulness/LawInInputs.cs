using WorkflowAccountability.Procedure.Organisations;
using WorkflowAccountability.Procedure.Regulation;

namespace WorkflowAccountability.Procedure.Lawfulness;

/// <summary>Law lies in inputs too: who acts, who holds the second key, by what clause, what decides, and which variables carry what the stages said.</summary>
internal sealed class LawInInputs(FlowShape shape, Reach everything)
{
    /// <summary>What an input breaks: the rule, the clause, the key of its text, where, and what fills the text.</summary>
    public IEnumerable<Broken> All() =>
    [
        .. Net.Steps.Where(step => step is { Waits: true, IsBeginning: true }).SelectMany(OfStage), .. Guards(), .. Variables(), .. Forbidden(),
    ];

    /// <summary>One thing that an input breaks.</summary>
    internal sealed record Broken(string Rule, string Citation, string Key, Step Step, params IReadOnlyList<object?> Values)
    {
        public bool IsWarning { get; init; }
    }

    private FlowNet Net => shape.Net;

    private IEnumerable<Broken> OfStage(Step step)
    {
        var law = shape.Text.Of(step.ShortType);
        var (rule, citation) = (law?.Rule ?? "R15", law?.Citations[0] ?? Citations.InternalStep);
        if (law is not null)
        {
            foreach (var broken in OfRole("role", law.Roles, isNeeded: true).Concat(OfRole("secondRole", law.SecondRoles, law.SecondRoles is not null)).Concat(OfEscalation()))
                yield return broken;
            if (step.Notes.TryGetValue("citation", out var given) && !law.Citations.Contains(given))
                yield return new(rule, citation, "WrongCitation", step, step.Name, given, string.Join(" / ", law.Citations));
            if (citation == Citations.InternalStep && string.IsNullOrWhiteSpace(step.Notes.GetValueOrDefault("internalReason")))
                yield return new("R15", citation, "NoInternalReason", step, step.Name) { IsWarning = true };
        }
        foreach (var broken in LawOfTime.Of(step, rule, citation))
            yield return broken;

        IEnumerable<Broken> OfRole(string input, IReadOnlyList<string>? allowed, bool isNeeded)
        {
            var role = step.Inputs.GetValueOrDefault(input);
            if (role is { IsOutright: false })
                yield return new(rule, citation, "NotLiteral", step, step.Name, new InputName(input));
            else if (string.IsNullOrEmpty(role?.Text))
            {
                if (isNeeded)
                    yield return new(rule, citation, "NoRole", step, step.Name, new InputName(input), Names(allowed));
            }
            else if (!Roles.Knows(role.Text))
                yield return new("R15", citation, "UnknownRole", step, step.Name, new InputName(input), role.Text);
            else if (allowed is not null && !allowed.Contains(role.Text))
                yield return new(rule, citation, "WrongRole", step, step.Name, new InputName(input), Roles.Find(role.Text)!.Name, Names(allowed));
        }

        IEnumerable<Broken> OfEscalation()
        {
            var (deadline, escalateTo) = (step.Inputs.GetValueOrDefault("deadline"), step.Inputs.GetValueOrDefault("escalateTo"));
            foreach (var input in ((string[])["deadline", "escalateTo"]).Where(input => step.Inputs.GetValueOrDefault(input) is { IsOutright: false }))
                yield return new("R15", citation, "NotLiteral", step, step.Name, new InputName(input));
            if (deadline?.Text is { Length: > 0 } code && DeadlineTable.Shipped.CodesOfSteps.All(known => !known.StartsWith(code, StringComparison.Ordinal)))
                yield return new("R15", citation, "UnknownDeadline", step, step.Name, code);
            if (escalateTo?.Text is { Length: > 0 } told && !Roles.Knows(told))
                yield return new("R15", citation, "UnknownRole", step, step.Name, new InputName("escalateTo"), told);
            if (!string.IsNullOrEmpty(deadline?.Text) && string.IsNullOrEmpty(escalateTo?.Text) && escalateTo is not { IsOutright: false })
                yield return new("R15", citation, "NoWayOut", step, step.Name);
        }
    }

    private static string Names(IReadOnlyList<string>? roles) => string.Join("、", (roles ?? []).Select(role => Roles.Find(role)?.Name ?? role));

    // Between a decision and where all its ways have come together again, it decides what is done and what is not.
    private IEnumerable<Broken> Guards()
    {
        foreach (var step in Net.Steps.Where(step => step.Choices.Count > 0 && everything.Reached.ContainsKey(step.Index)))
        {
            var unknown = step.Choices.SelectMany(choice => choice.Condition.Variables).Where(name => !Net.Declared.Contains(name)).Distinct().ToList();
            if (step.Choices.All(choice => choice.Condition.IsPlain) && unknown.Count == 0)
                continue;
            if (Guarded(step) is { } guarded)
                yield return new(shape.Text.Of(guarded.ShortType)!.Rule, shape.Text.Of(guarded.ShortType)!.Citations[0],
                    unknown.Count > 0 ? "UnknownVariable" : "OpaqueCondition", step, step.Name, guarded.Name, string.Join("、", unknown));
        }
        foreach (var step in Net.Steps.Where(step => step.IsBeginning && shape.Text.Of(step.ShortType) is not null))
            if (Net.Around(step).FirstOrDefault(around => around.Type is "Elsa.For" or "Elsa.ForEach" or "Elsa.ParallelForEach" or "Elsa.Switch") is { } loop)
                yield return new(shape.Text.Of(step.ShortType)!.Rule, shape.Text.Of(step.ShortType)!.Citations[0], "OpaqueCondition", loop, loop.Name, step.Name, "");
    }

    private Step? Guarded(Step decision)
    {
        var together = shape.AfterAll.Nearest(decision.Index);
        var seen = new HashSet<int> { decision.Index, together };
        var open = new Queue<int>(Net.Out[decision.Index].Select(way => way.To).Where(seen.Add));
        while (open.TryDequeue(out var at))
        {
            if (shape.Text.Of(Net.Steps[at].ShortType) is not null)
                return Net.Steps[at];
            foreach (var way in Net.Out[at].Where(way => seen.Add(way.To)))
                open.Enqueue(way.To);
        }
        return null;
    }

    private IEnumerable<Broken> Variables()
    {
        var carriers = Net.Steps.Where(step => step.IsBeginning && shape.Text.Of(step.ShortType) is not null)
            .SelectMany(step => step.Bound.Select(bound => (Step: step, Output: bound.Key, Variable: bound.Value))).ToLookup(bound => bound.Variable);
        foreach (var carrier in carriers)
        {
            var law = shape.Text.Of(carrier.First().Step.ShortType)!;
            foreach (var mixed in carrier.Where(bound => bound.Output != carrier.First().Output).Take(1))
                yield return new(law.Rule, law.Citations[0], "VariableMixed", mixed.Step, mixed.Step.Name, carrier.Key, carrier.First().Step.Name);
            foreach (var step in Net.Steps.Where(step => step.IsBeginning && Overwrites(step, carrier.Key)))
                yield return new(law.Rule, law.Citations[0], "VariableOverwritten", step, step.Name, carrier.Key, carrier.First().Step.Name);
        }
    }

    private bool Overwrites(Step step, string variable) => step.MayWriteAnything || step.Sets?.Variable == variable
        || (shape.Text.Of(step.ShortType) is null && step.Bound.Values.Contains(variable));

    private IEnumerable<Broken> Forbidden() =>
        from step in Net.Steps
        where step.IsBeginning
        join forbidden in shape.Text.Forbidden on step.Type equals forbidden.Type
        select new Broken(forbidden.Rule, forbidden.Citation, forbidden.Key, step, step.Name, step.Type);
}

/// <summary>An input in a text: its name for people.</summary>
internal sealed record InputName(string Name);
