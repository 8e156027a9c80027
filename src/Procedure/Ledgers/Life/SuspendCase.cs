using System.ComponentModel.DataAnnotations;
using WorkflowAccountability.Procedure.Cases;
using WorkflowAccountability.Procedure.Commands;
using WorkflowAccountability.Procedure.Deadlines;
using WorkflowAccountability.Procedure.Forms;
using WorkflowAccountability.Procedure.Regulation;
using WorkflowAccountability.Procedure.WorkItems;

namespace WorkflowAccountability.Procedure.Ledgers.Life;

/// <summary>内部环节 (中止): the work rests until something else is settled. Every clock of the case stops, its items stay where they are and nobody can do them.</summary>
[Entry(Named, Citations.InternalStep)]
public sealed class SuspendCase : LifeEntry<SuspendCaseForm>
{
    /// <summary>Its name.</summary>
    public const string Named = "suspend-case";

    private const string Cooperation = "Accountability.CooperateWithSuperior";

    /// <summary>第七条第二句: whether the own procedure rests because a superior investigates; the cooperation that he asks for goes on meanwhile.</summary>
    [Clause("第七条第二句")]
    public static bool LeavesOpen(CaseFile file, WorkItem item) => item.StageType == Cooperation
        && file.EntriesOf<SuspendCaseForm>(Named).LastOrDefault().Form?.Ground is SuspensionGround.SuperiorInvestigation or SuspensionGround.MergedBySuperior;

    /// <inheritdoc/>
    public override bool IsInTime(CaseFile file) => file.Status is CaseStatus.Open;

    /// <inheritdoc/>
    protected override IEnumerable<Ruling> Check(EntryContext context, SuspendCaseForm form) => [IsNotDecided(context.File), IsOfThisTime(context, form.On)];

    internal override Task CarryOutAsync(CommandScope scope, EntryContext context, CaseEntry entry, object form, CancellationToken cancellationToken)
    {
        var (file, said) = (context.File, (SuspendCaseForm)form);
        file.Status = CaseStatus.Suspended;
        scope.Db.Suspensions.Add(new Suspension
        {
            Id = entry.Id, CaseId = file.Id, Code = Suspension.WholeCase, From = said.On!.Value, Reason = said.Reasons, By = entry.PersonText, At = entry.At,
        });
        StoppedClocks.RecountAll(scope, file.Id);
        Tell(context, "Notice.Suspended", said.DocumentNumber);
        return Task.CompletedTask;
    }
}

/// <summary>Why a case rests.</summary>
public enum SuspensionGround
{
    /// <summary>司法机关或者纪检监察机关正在处理，须以其结论为依据.</summary>
    OtherProceedings,

    /// <summary>上级机关正在调查 (第七条第二句).</summary>
    SuperiorInvestigation,

    /// <summary>按上级要求并入上级调查 (第七条第二句).</summary>
    MergedBySuperior,

    /// <summary>鉴定、检测、评估等结论尚未作出.</summary>
    ExpertOpinionPending,

    /// <summary>不可抗力.</summary>
    ForceMajeure,

    /// <summary>其他.</summary>
    Other,
}

/// <summary>内部环节: the decision that a case rests.</summary>
public sealed record SuspendCaseForm
{
    [Field(Citations.InternalStep), Required]
    public SuspensionGround? Ground { get; init; }

    [Field(Citations.InternalStep, Multiline = true), Required, StringLength(2000)]
    public string Reasons { get; init; } = "";

    [Field(Citations.InternalStep), Required, StringLength(100)]
    public string DocumentNumber { get; init; } = "";

    [Field(Citations.InternalStep), Required]
    public DateOnly? On { get; init; }
}
