using WorkflowAccountability.Procedure.Oversight;
using WorkflowAccountability.Procedure.Regulation;

namespace WorkflowAccountability.Procedure.Stages.ReportOnOrder;

/// <summary>内部环节 (反馈): the unit reports to the supervisors' office what came of the order.</summary>
[Stage("Accountability.ReportOnOrder", Citation = "内部环节", IsOccasional = true)]
public sealed class ReportOnOrderStage : Stage<ReportOnOrderForm>
{
    /// <inheritdoc/>
    public override IReadOnlyList<string> Outcomes => ["Reported"];

    /// <inheritdoc/>
    public override Text? DoneBy => Text.Of<OversightTexts>("Order.Unit");

    /// <inheritdoc/>
    protected override Seat Assign(StageContext context)
    {
        var order = SupervisionOrder.Of(context);
        return base.Assign(context) with { To = Candidate.OfKey(order.ResponsibleKey), About = order.Subject };
    }

    /// <summary>内部环节: what is done was done by today.</summary>
    protected override IEnumerable<Ruling> Check(StageContext context, ReportOnOrderForm form) =>
    [
        Ruling.Require(form.CompletedOn <= context.Today, Citations.InternalStep,
            Text.Of<ReportOnOrderStage>("Completed.Ahead.Reason"), Text.Of<ReportOnOrderStage>("Completed.Ahead.Remedy")),
    ];

    /// <inheritdoc/>
    protected override void Apply(StageContext context, ReportOnOrderForm form) => SupervisionOrder.Of(context).LastReport = context.ActivityInstanceId;

    /// <inheritdoc/>
    protected override string Decide(StageContext context, ReportOnOrderForm form) => "Reported";
}
