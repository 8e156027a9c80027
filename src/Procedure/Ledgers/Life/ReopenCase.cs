using System.ComponentModel.DataAnnotations;
using WorkflowAccountability.Procedure.Cases;
using WorkflowAccountability.Procedure.Commands;
using WorkflowAccountability.Procedure.Forms;
using WorkflowAccountability.Procedure.Regulation;

namespace WorkflowAccountability.Procedure.Ledgers.Life;

/// <summary>
/// 内部环节 (重新启动): a case that ended is taken up again under its number. Its procedure begins anew with the lead as it was; what was done, decided and
/// numbered stays (终身追责, 第五条).
/// </summary>
[Entry("reopen-case", "第五条")]
public sealed class ReopenCase : LifeEntry<ReopenCaseForm>
{
    internal override bool BeginsProcedure => true;

    /// <inheritdoc/>
    public override bool IsInTime(CaseFile file) => file.Status is CaseStatus.Closed or CaseStatus.Terminated or CaseStatus.Transferred;

    /// <inheritdoc/>
    protected override IEnumerable<Ruling> Check(EntryContext context, ReopenCaseForm form) => [IsOfThisTime(context, form.On)];

    internal override async Task CarryOutAsync(CommandScope scope, EntryContext context, CaseEntry entry, object form, CancellationToken cancellationToken)
    {
        var file = context.File;
        (file.Status, file.ClosedAt) = (CaseStatus.Open, null);
        await StartCase.StartProcedureAsync(scope, file, DerivedId.Of(entry.Id, "instance"), cancellationToken);
        Tell(context, "Notice.Reopened", ((ReopenCaseForm)form).DocumentNumber);
    }
}

/// <summary>Why a case is taken up again.</summary>
public enum ReopeningGround
{
    /// <summary>发现新的事实、证据.</summary>
    NewFacts,

    /// <summary>原处理决定被撤销或者变更.</summary>
    DecisionSetAside,

    /// <summary>接收机关退回.</summary>
    SentBack,

    /// <summary>其他.</summary>
    Other,
}

/// <summary>内部环节: the decision that a case is taken up again.</summary>
public sealed record ReopenCaseForm
{
    [Field(Citations.InternalStep), Required]
    public ReopeningGround? Ground { get; init; }

    [Field(Citations.InternalStep, Multiline = true), Required, StringLength(2000)]
    public string Reasons { get; init; } = "";

    [Field(Citations.InternalStep), Required, StringLength(100)]
    public string DocumentNumber { get; init; } = "";

    [Field(Citations.InternalStep), Required]
    public DateOnly? On { get; init; }
}
