using WorkflowAccountability.Procedure.Organisations;
using WorkflowAccountability.Procedure.Oversight;
using WorkflowAccountability.Procedure.Regulation;

namespace WorkflowAccountability.Procedure.Stages.FileOrder;

/// <summary>内部环节 (立项交办): the supervisors' office decides whether it follows an item up; nothing is given to anybody before.</summary>
[Stage("Accountability.FileOrder", Citation = "内部环节", IsOccasional = true, IsFinal = true)]
public sealed class FileOrderStage : Stage<FileOrderForm>
{
    /// <summary>The outcome where the item was done before anybody decided; nobody chooses it.</summary>
    public static string Settled => "Settled";

    /// <inheritdoc/>
    public override IReadOnlyList<string> Outcomes => [.. Enum.GetNames<OrderFiling>(), Settled];

    /// <inheritdoc/>
    public override bool Chooses(string outcome) => outcome != Settled;

    /// <summary>内部环节: the supervisors' office alone gives orders.</summary>
    protected override Seat Assign(StageContext context)
    {
        var order = SupervisionOrder.Of(context);
        return base.Assign(context) with
        {
            To = Candidate.OfRole(About.Only(context.Inputs.Role, Roles.Oversight)), About = order.Subject,
            Prefill = new FileOrderForm { Subject = order.Subject, Responsible = order.Responsible, SubjectDueOn = order.DueOn },
        };
    }

    /// <inheritdoc/>
    protected override IEnumerable<Ruling> Check(StageContext context, FileOrderForm form) =>
        [FileOrderRules.SaysWhatIsDemanded(form), FileOrderRules.DeclineIsExplained(form)];

    /// <inheritdoc/>
    protected override void Apply(StageContext context, FileOrderForm form)
    {
        var order = SupervisionOrder.Of(context);
        if (form.Decision is OrderFiling.Declined)
            (order.Status, order.ClosedAt) = (OrderStatus.Declined, context.Now);
        else
            (order.Status, order.Number, order.Demands, order.WorkingDays) = (OrderStatus.Open, form.Number!.Trim(), form.Demands!.Trim(), form.WorkingDays);
    }

    /// <inheritdoc/>
    protected override string Decide(StageContext context, FileOrderForm form) => form.Decision!.Value.ToString();
}
