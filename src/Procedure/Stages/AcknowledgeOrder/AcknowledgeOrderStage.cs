using WorkflowAccountability.Procedure.Oversight;
using WorkflowAccountability.Procedure.Regulation;

namespace WorkflowAccountability.Procedure.Stages.AcknowledgeOrder;

/// <summary>内部环节 (签收): receiving is an act of its own, with its time; the period for carrying the order out begins with it.</summary>
[Stage("Accountability.AcknowledgeOrder", Citation = "内部环节", IsOccasional = true)]
public sealed class AcknowledgeOrderStage : Stage<AcknowledgeOrderForm>
{
    /// <inheritdoc/>
    public override IReadOnlyList<string> Outcomes => ["Acknowledged"];

    /// <inheritdoc/>
    public override Text? DoneBy => Text.Of<OversightTexts>("Order.Unit");

    /// <summary>内部环节: to whom the item goes that is followed up, goes the order.</summary>
    protected override Seat Assign(StageContext context)
    {
        var order = SupervisionOrder.Of(context);
        return base.Assign(context) with
        {
            To = Candidate.OfKey(order.ResponsibleKey), About = order.Subject,
            Prefill = new AcknowledgeOrderForm { Number = order.Number, Demands = order.Demands, WorkingDays = order.WorkingDays },
        };
    }

    /// <inheritdoc/>
    protected override string Decide(StageContext context, AcknowledgeOrderForm form) => "Acknowledged";
}
