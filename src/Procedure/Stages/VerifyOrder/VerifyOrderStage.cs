using WorkflowAccountability.Procedure.Cases;
using WorkflowAccountability.Procedure.Organisations;
using WorkflowAccountability.Procedure.Oversight;
using WorkflowAccountability.Procedure.Regulation;
using WorkflowAccountability.Procedure.Stages.CarryOutOrder;
using WorkflowAccountability.Procedure.Stages.ReportOnOrder;

namespace WorkflowAccountability.Procedure.Stages.VerifyOrder;

/// <summary>内部环节 (复核): the supervisors' office verifies what was reported, or has it carried out anew.</summary>
[Stage("Accountability.VerifyOrder", Citation = "内部环节", IsOccasional = true)]
public sealed class VerifyOrderStage : Stage<VerifyOrderForm>
{
    /// <inheritdoc/>
    public override IReadOnlyList<string> Outcomes => [.. Enum.GetNames<OrderVerification>()];

    /// <summary>内部环节: the unit carries the order out anew, with the working days of before.</summary>
    public override IReadOnlyList<WayBack> WaysBack(CaseFile file, string seat, string words) =>
        [new("BackToHandling", "Outcome.BackToHandling", new VerifyOrderForm { Decision = OrderVerification.BackToHandling, Opinion = words })];

    /// <inheritdoc/>
    public override IReadOnlyList<string> FilesLaidBefore => ["Accountability.ReportOnOrder"];

    /// <summary>内部环节: what the unit did and reported is laid before the office, which is not shown the file of the case.</summary>
    protected override Seat Assign(StageContext context)
    {
        var order = SupervisionOrder.Of(context);
        var handled = SupervisionOrder.Submitted<CarryOutOrderForm>(context, order.LastHandling);
        var report = SupervisionOrder.Submitted<ReportOnOrderForm>(context, order.LastReport);
        return base.Assign(context) with
        {
            To = Candidate.OfRole(About.Only(context.Inputs.Role, Roles.Oversight)), About = order.Subject,
            Prefill = new VerifyOrderForm
            {
                Demands = order.Demands, Causes = handled?.Causes, Steps = handled?.Steps, Result = report?.Result, CompletedOn = report?.CompletedOn,
                Evidence = report?.Evidence ?? [],
            },
        };
    }

    /// <summary>内部环节: who sends back says what is missing.</summary>
    protected override IEnumerable<Ruling> Check(StageContext context, VerifyOrderForm form) =>
    [
        Ruling.Require(form.Decision != OrderVerification.BackToHandling || !string.IsNullOrWhiteSpace(form.Opinion), Citations.InternalStep,
            Text.Of<VerifyOrderStage>("Return.NoOpinion.Reason"), Text.Of<VerifyOrderStage>("Return.NoOpinion.Remedy")),
    ];

    /// <inheritdoc/>
    protected override void Apply(StageContext context, VerifyOrderForm form)
    {
        if (form.Decision is not OrderVerification.BackToHandling)
            return;
        var order = SupervisionOrder.Of(context);
        order.Returns++;
        (order.ReturnedBecause, order.WorkingDays) = (form.Opinion!.Trim(), form.WorkingDays ?? order.WorkingDays);
    }

    /// <inheritdoc/>
    protected override string Decide(StageContext context, VerifyOrderForm form) => form.Decision!.Value.ToString();
}
