using System.ComponentModel.DataAnnotations;
using WorkflowAccountability.Procedure.Cases;
using WorkflowAccountability.Procedure.Commands;
using WorkflowAccountability.Procedure.Forms;
using WorkflowAccountability.Procedure.Ledgers.Referrals;
using WorkflowAccountability.Procedure.Regulation;

namespace WorkflowAccountability.Procedure.Ledgers.Life;

/// <summary>内部环节 (移交): another organ takes the whole case over, against its receipt; here it ends. A referral of single persons is something else (第十三条第三款).</summary>
[Entry("transfer-case", Citations.InternalStep)]
public sealed class TransferCase : LifeEntry<TransferCaseForm>
{
    /// <inheritdoc/>
    protected override IEnumerable<Ruling> Check(EntryContext context, TransferCaseForm form) =>
        [IsNotDecided(context.File), IsOfThisTime(context, form.On), SeesOpenReferrals(context, form.OpenReferralsSeen)];

    internal override async Task CarryOutAsync(CommandScope scope, EntryContext context, CaseEntry entry, object form, CancellationToken cancellationToken)
    {
        await EndWorkflows.OfAsync(scope, context.File, CaseStatus.Transferred, entry.Label, cancellationToken);
        OpenReferrals.TellBehindTheWall(context.File, context.Now);
        var said = (TransferCaseForm)form;
        Tell(context, "Notice.Transferred", said.Authority, said.DocumentNumber);
    }
}

/// <summary>内部环节: to whom a case went, with the receipt.</summary>
public sealed record TransferCaseForm
{
    [Field(Citations.InternalStep), Required, StringLength(200)]
    public string Authority { get; init; } = "";

    [Field(Citations.InternalStep), Required, StringLength(100)]
    public string Receipt { get; init; } = "";

    [Field(Citations.InternalStep, Multiline = true), Required, StringLength(2000)]
    public string Reasons { get; init; } = "";

    [Field(Citations.InternalStep), Required, StringLength(100)]
    public string DocumentNumber { get; init; } = "";

    [Field(Citations.InternalStep), Required]
    public DateOnly? On { get; init; }

    [Field("第十三条第三款")]
    public bool OpenReferralsSeen { get; init; }
}
