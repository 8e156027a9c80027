using WorkflowAccountability.Procedure.Regulation;
using WorkflowAccountability.Procedure.Stages;

namespace WorkflowAccountability.Procedure.Lawfulness;

/// <summary>The time that a definition sets in place of the table's: it may be shorter, and longer only where the house set the table's itself.</summary>
internal static class LawOfTime
{
    /// <summary>What a step's days break.</summary>
    /// <param name="rule">The rule of the step, and its clause.</param>
    public static IEnumerable<LawInInputs.Broken> Of(Step step, string rule, string citation)
    {
        foreach (var input in StageTime.Inputs.Where(input => step.Inputs.GetValueOrDefault(input) is { IsOutright: false }))
            yield return new(rule, citation, "NotLiteral", step, step.Name, new InputName(input));
        var (time, faults) = StageTime.Read(input => step.Inputs.GetValueOrDefault(input)?.Text);
        foreach (var fault in faults)
            yield return new("R15", citation, "StepFault", step, step.Name, fault.Path, fault.Message);
        if (time.Within is not { } within || step.Inputs.GetValueOrDefault("deadline")?.Text is not { Length: > 0 } code)
        {
            if (time.Within is not null && step.ShortType != "HumanTask")
                yield return new("R15", citation, "DaysOfNothing", step, step.Name);
            yield break;
        }
        var bound = DeadlineTable.Shipped.Rules.Where(row => row.Code.StartsWith(code, StringComparison.Ordinal) && row is { Period: not null, Origin: not DeadlineOrigin.Internal })
            .OrderBy(row => row.Period!.Length).FirstOrDefault();
        if (bound is { Period: { } most } && (within.Unit != most.Unit || within.Length > most.Length))
            yield return new(rule, citation, "PeriodTooLong", step, step.Name, within, most, bound.Source);
    }
}
