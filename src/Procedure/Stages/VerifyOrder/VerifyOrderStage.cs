using WorkflowAccountability.Procedure.Cases;
using WorkflowAccountability.Procedure.Organisations;
using WorkflowAccountability.Procedure.Oversight;
using WorkflowAccountability.Procedure.Regulation;

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
    protected override Seat Assign(StageContext context) => base.Assign(context) with
    {
        To = Candidate.OfRole(About.Only(context.Inputs.Role, Roles.Oversight)), About = SupervisionOrder.Of(context).Subject,
    };

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
