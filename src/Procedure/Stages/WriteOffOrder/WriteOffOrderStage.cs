using WorkflowAccountability.Procedure.Organisations;
using WorkflowAccountability.Procedure.Oversight;
using WorkflowAccountability.Procedure.Regulation;
using WorkflowAccountability.Procedure.Stages.ReportOnOrder;

namespace WorkflowAccountability.Procedure.Stages.WriteOffOrder;

/// <summary>内部环节 (销号): the supervisors' office closes the order; the item that was followed up goes its own way.</summary>
[Stage("Accountability.WriteOffOrder", Citation = "内部环节", IsOccasional = true, IsFinal = true)]
public sealed class WriteOffOrderStage : Stage<WriteOffOrderForm>
{
    /// <inheritdoc/>
    public override IReadOnlyList<string> Outcomes => ["WrittenOff"];

    /// <inheritdoc/>
    protected override Seat Assign(StageContext context)
    {
        var order = SupervisionOrder.Of(context);
        return base.Assign(context) with
        {
            To = Candidate.OfRole(About.Only(context.Inputs.Role, Roles.Oversight)), About = order.Subject,
            Prefill = new WriteOffOrderForm { Number = order.Number, Result = SupervisionOrder.Submitted<ReportOnOrderForm>(context, order.LastReport)?.Result },
        };
    }

    /// <summary>内部环节: where the item is not done, the order does not end without a word about it.</summary>
    protected override IEnumerable<Ruling> Check(StageContext context, WriteOffOrderForm form) =>
    [
        Ruling.Require(context.File.Submissions.Exists(submission => submission.Id == SupervisionOrder.Of(context).WorkItemId)
            || !string.IsNullOrWhiteSpace(form.StillOpenBecause), Citations.InternalStep,
            Text.Of<WriteOffOrderStage>("Subject.Open.Reason"), Text.Of<WriteOffOrderStage>("Subject.Open.Remedy")),
    ];

    /// <inheritdoc/>
    protected override void Apply(StageContext context, WriteOffOrderForm form)
    {
        var order = SupervisionOrder.Of(context);
        (order.Status, order.ClosedAt) = (OrderStatus.WrittenOff, context.Now);
    }

    /// <inheritdoc/>
    protected override string Decide(StageContext context, WriteOffOrderForm form) => "WrittenOff";
}
