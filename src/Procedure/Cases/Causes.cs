using WorkflowAccountability.Procedure.Stages.DetermineCauses;

namespace WorkflowAccountability.Procedure.Cases;

/// <summary>A cause under the number by which the matrix refers to it.</summary>
public sealed record NumberedCause(string Number, Cause Cause);

public sealed partial class CaseFile
{
    /// <summary>第九条第（二）项: the newest causes, numbered in their order from 1.</summary>
    public IReadOnlyList<NumberedCause> NumberedCauses() =>
        [.. (Latest<DetermineCausesForm>()?.Causes ?? []).Select((cause, at) => new NumberedCause($"{at + 1}", cause))];
}
