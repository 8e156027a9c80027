using WorkflowAccountability.Procedure.Deadlines;
using WorkflowAccountability.Procedure.Oversight;
using WorkflowAccountability.Procedure.Regulation;

namespace WorkflowAccountability.Procedure.Stages.CarryOutOrder;

/// <summary>内部环节 (办理): the unit carries the order out within the working days that the order gives it.</summary>
[Stage("Accountability.CarryOutOrder", Citation = "内部环节", IsOccasional = true)]
public sealed class CarryOutOrderStage : Stage<CarryOutOrderForm>
{
    /// <inheritdoc/>
    public override IReadOnlyList<string> Outcomes => ["CarriedOut"];

    /// <inheritdoc/>
    public override Text? DoneBy => Text.Of<OversightTexts>("Order.Unit");

    /// <summary>内部环节: after a return it opens with the text of the last round, and with what the verification found.</summary>
    protected override Seat Assign(StageContext context)
    {
        var order = SupervisionOrder.Of(context);
        var last = SupervisionOrder.Submitted<CarryOutOrderForm>(context, order.LastHandling);
        return base.Assign(context) with
        {
            To = Candidate.OfKey(order.ResponsibleKey), About = order.Subject, Period = new Period(order.WorkingDays!.Value, PeriodUnit.WorkingDay),
            Prefill = new CarryOutOrderForm
            {
                Demands = order.Demands, ReturnedBecause = order.ReturnedBecause, Causes = last?.Causes ?? "", Steps = last?.Steps ?? "",
            },
        };
    }

    /// <inheritdoc/>
    protected override void Apply(StageContext context, CarryOutOrderForm form) => SupervisionOrder.Of(context).LastHandling = context.ActivityInstanceId;

    /// <inheritdoc/>
    protected override string Decide(StageContext context, CarryOutOrderForm form) => "CarriedOut";
}
