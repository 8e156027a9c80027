using WorkflowAccountability.Procedure.Cases;
using WorkflowAccountability.Procedure.Organisations;
using WorkflowAccountability.Procedure.Regulation;

namespace WorkflowAccountability.Procedure.Stages.MonitorFollowUp;

/// <summary>第十一条第二款第二句: the supervision bureau and the environment bureau both follow up whether the handling was carried out.</summary>
[Stage("Accountability.MonitorFollowUp", Citation = "第十一条第二款第二句", IsFinal = true)]
public sealed class MonitorFollowUpStage : Stage
{
    private const string SupervisionSeat = "supervision";
    private const string LeadEnvSeat = "leadEnv";

    /// <inheritdoc/>
    public override IReadOnlyList<string> Outcomes => ["Confirmed", "NotYet"];

    /// <inheritdoc/>
    public override IReadOnlyList<Type> Forms => [typeof(FollowUpForm)];

    /// <summary>第十一条第二款第二句: one item for each of the two offices.</summary>
    public override IReadOnlyList<Seat> Enter(StageContext context) =>
    [
        SeatOf(context, SupervisionSeat, About.Only(context.Inputs.Role, Roles.Supervision)),
        SeatOf(context, LeadEnvSeat, About.Only(context.Inputs.SecondRole, Roles.LeadEnv)),
    ];

    /// <summary>第十一条第二款第二句: two persons, each measure, in words where something is missing.</summary>
    public override IEnumerable<Ruling> Check(StageContext context, string seat, object form) =>
    [
        FollowUpRules.IsAnotherHand(context.Submissions.LastOrDefault(submission => submission.Seat == Other(seat)), context.Actor),
        FollowUpRules.LooksAtEachMeasure((FollowUpForm)form, Waiting(context.File)),
        FollowUpRules.AgreesWithItself((FollowUpForm)form),
        FollowUpRules.SaysWhatIsMissing((FollowUpForm)form),
    ];

    /// <summary>第十一条第二款第二句: what both confirm is settled; what either finds undone goes back to its organ.</summary>
    public override StageStep Submit(StageContext context, string seat, object form)
    {
        if (context.Submitted<FollowUpForm>(Other(seat)) is not { } other)
            return StageStep.Wait;
        var own = (FollowUpForm)form;
        foreach (var measure in context.File.Measures.Where(measure => measure.Status == MeasureStatus.Executed))
            measure.Status = own.On(measure.Id) == FollowUpResult.Confirmed && other.On(measure.Id) == FollowUpResult.Confirmed
                ? MeasureStatus.Confirmed : MeasureStatus.Decided;
        return StageStep.Leave(own.Result == FollowUpResult.Confirmed && other.Result == FollowUpResult.Confirmed ? "Confirmed" : "NotYet");
    }

    private static Seat SeatOf(StageContext context, string key, string role) => new(key, typeof(FollowUpForm), Candidate.OfRole(role))
    {
        Deadline = context.Inputs.Deadline,
        EscalateTo = context.Inputs.EscalateTo,
        Prefill = new FollowUpForm { Measures = [.. Waiting(context.File).Select(id => new MeasureFollowUp { MeasureId = id })] },
    };

    private static List<string> Waiting(CaseFile file) =>
        [.. file.Measures.Where(measure => measure.Status == MeasureStatus.Executed).Select(measure => measure.Id)];

    private static string Other(string seat) => seat == SupervisionSeat ? LeadEnvSeat : SupervisionSeat;
}
