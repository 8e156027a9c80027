using WorkflowAccountability.Procedure.Regulation;

namespace WorkflowAccountability.Procedure.Stages.DetermineCauses;

/// <summary>第九条第（二）项: the team establishes the direct and the indirect causes.</summary>
[Stage("Accountability.DetermineCauses", Citation = "第九条第（二）项")]
public sealed class DetermineCausesStage : SectionStage<DetermineCausesForm>
{
    /// <summary>第九条第（三）项: the matrix goes on naming the same causes, in whatever order they are put.</summary>
    protected override DetermineCausesForm Again(StageContext context, DetermineCausesForm last) =>
        last with { Causes = [.. context.File.NumberedCauses().Select(numbered => numbered.Cause with { Number = numbered.Number })] };

    /// <summary>第九条第（二）项: both kinds of causes, each proven and each held against the duties.</summary>
    protected override IEnumerable<Ruling> Check(StageContext context, DetermineCausesForm draft) =>
    [
        CauseRules.HasADirectCause(draft),
        CauseRules.HasIndirectCausesOrSaysWhyNot(draft),
        .. draft.Causes.Select((cause, at) => CauseRules.IsProven(cause, at + 1)),
        .. draft.Causes.Select((cause, at) => CauseRules.IsLinkedToADuty(cause, at + 1)),
    ];
}
