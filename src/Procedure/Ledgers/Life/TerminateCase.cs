using System.ComponentModel.DataAnnotations;
using WorkflowAccountability.Procedure.Cases;
using WorkflowAccountability.Procedure.Commands;
using WorkflowAccountability.Procedure.Forms;
using WorkflowAccountability.Procedure.Ledgers.Referrals;
using WorkflowAccountability.Procedure.Regulation;

namespace WorkflowAccountability.Procedure.Ledgers.Life;

/// <summary>内部环节 (终止): the case ends without a decision on responsibility. What is open falls away; everything stays in the file.</summary>
[Entry("terminate-case", Citations.InternalStep)]
public sealed class TerminateCase : LifeEntry<TerminateCaseForm>
{
    /// <inheritdoc/>
    protected override IEnumerable<Ruling> Check(EntryContext context, TerminateCaseForm form) =>
        [IsNotDecided(context.File), IsOfThisTime(context, form.On), SeesOpenReferrals(context, form.OpenReferralsSeen)];

    internal override async Task CarryOutAsync(CommandScope scope, EntryContext context, CaseEntry entry, object form, CancellationToken cancellationToken)
    {
        await EndWorkflows.OfAsync(scope, context.File, CaseStatus.Terminated, entry.Label, cancellationToken);
        OpenReferrals.TellBehindTheWall(context.File, context.Now);
        Tell(context, "Notice.Terminated", ((TerminateCaseForm)form).DocumentNumber);
    }
}

/// <summary>Why a case ends without a decision on responsibility.</summary>
public enum TerminationGround
{
    /// <summary>查明的事实不属于第六条规定的情形.</summary>
    NotMet,

    /// <summary>反映的事实不存在.</summary>
    NoFacts,

    /// <summary>已由其他机关处理完毕.</summary>
    SettledElsewhere,

    /// <summary>其他.</summary>
    Other,
}

/// <summary>内部环节: the decision that ends a case.</summary>
public sealed record TerminateCaseForm
{
    [Field(Citations.InternalStep), Required]
    public TerminationGround? Ground { get; init; }

    [Field(Citations.InternalStep, Multiline = true), Required, StringLength(2000)]
    public string Reasons { get; init; } = "";

    [Field(Citations.InternalStep), Required, StringLength(100)]
    public string DocumentNumber { get; init; } = "";

    [Field(Citations.InternalStep), Required]
    public DateOnly? On { get; init; }

    [Field("第十三条第三款")]
    public bool OpenReferralsSeen { get; init; }
}
