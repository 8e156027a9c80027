using System.Globalization;
using WorkflowAccountability.Procedure.Organisations;
using WorkflowAccountability.Procedure.Regulation;
using WorkflowAccountability.Procedure.Stages.LaunchInvestigation;

namespace WorkflowAccountability.Procedure.Stages.CooperateWithSuperior;

/// <summary>第七条第二句: when a superior investigates, the prefectural government and the departments cooperate as they are asked to.</summary>
[Stage("Accountability.CooperateWithSuperior", Citation = "第七条第二句", IsOccasional = true)]
public sealed class CooperateWithSuperiorStage : Stage
{
    /// <summary>The row of the deadline table for what a superior asks for by a day.</summary>
    public const string DeadlineOfRequests = "DS2";

    private const string Requests = "requests";
    private const string Supply = "supply";
    private const string Conclude = "conclude";

    /// <inheritdoc/>
    public override IReadOnlyList<string> Outcomes => ["Concluded"];

    /// <inheritdoc/>
    public override IReadOnlyList<Type> Forms =>
        [typeof(CooperationRequestsForm), typeof(CooperationSupplyForm), typeof(CooperationConclusionForm)];

    /// <inheritdoc/>
    public override IReadOnlyList<string> StepsAfter(string seat) => seat switch
    {
        Requests => [SeatName(Supply)!, SeatName(Conclude)!],
        Conclude => [SeatName(Requests)!],
        _ => [SeatName(Conclude)!],
    };

    /// <inheritdoc/>
    public override bool MayLeaveFrom(string seat) => seat == Conclude;

    /// <summary>第七条第二句: 州人民政府 hands the superior's requests on.</summary>
    public override IReadOnlyList<Seat> Enter(StageContext context)
    {
        About.Only(context.Inputs.Role, Roles.Government);
        return [Ask(context)];
    }

    /// <summary>第七条第二句: requests go to known departments; 内部环节: an end has its result.</summary>
    public override IEnumerable<Ruling> Check(StageContext context, string seat, object form) => form switch
    {
        CooperationRequestsForm asked =>
            asked.Requests.Select(request => CooperationRules.GoesToAKnownDepartment(context.Directory, request)),
        CooperationSupplyForm supplied => [CooperationRules.IsNotSuppliedAhead(supplied, context.Today)],
        CooperationConclusionForm { End: CooperationEnd.Concluded } end => [CooperationRules.HasItsResult(end, context.Today)],
        CooperationConclusionForm => [],
        _ => throw Foreign(form),
    };

    /// <summary>第七条第二句: one work item for each request, due and reminded of by the day that the superior has set; when all are answered, the government ends the cooperation or asks on.</summary>
    public override StageStep Submit(StageContext context, string seat, object form) => form switch
    {
        CooperationRequestsForm { Requests: [_, ..] asked } =>
            StageStep.Open([.. asked.Select((request, at) => SupplyOf(context, request, at))]),
        CooperationRequestsForm => StageStep.Open(End(context)),
        CooperationSupplyForm => AllIsSupplied(context) ? StageStep.Open(End(context)) : StageStep.Wait,
        CooperationConclusionForm { End: CooperationEnd.FurtherRequests } => StageStep.Open(Ask(context)),
        CooperationConclusionForm => StageStep.Leave("Concluded"),
        _ => throw Foreign(form),
    };

    private static Seat Ask(StageContext context)
    {
        var launch = context.File.Latest<LaunchInvestigationForm>();
        var last = context.Submitted<CooperationRequestsForm>(Requests);
        return new Seat(Requests, typeof(CooperationRequestsForm), Candidate.OfRole(context.Inputs.Role))
        {
            Deadline = context.Inputs.Deadline,
            EscalateTo = context.Inputs.EscalateTo,
            Prefill = new CooperationRequestsForm
            {
                SuperiorOrgan = last?.SuperiorOrgan ?? launch?.SuperiorOrgan ?? "",
                SuperiorDocument = last?.SuperiorDocument ?? launch?.SuperiorDocument,
            },
        };
    }

    private static Seat SupplyOf(StageContext context, CooperationRequest request, int at) => new(
        $"{Supply}:{(RequestsSoFar(context) - LastRequests(context) + at + 1).ToString(CultureInfo.InvariantCulture)}",
        typeof(CooperationSupplyForm), Candidate.OfRole(Roles.AnyOffice, request.OrganisationId))
    {
        Deadline = request.DueOn is null ? null : DeadlineOfRequests,
        DueOn = request.DueOn,
        EscalateTo = context.Inputs.EscalateTo,
        Prefill = new CooperationSupplyForm { Request = request.What, DueOn = request.DueOn },
        About = context.Directory.NameOf(request.OrganisationId, context.Today),
    };

    private static Seat End(StageContext context) =>
        new(Conclude, typeof(CooperationConclusionForm), Candidate.OfRole(context.Inputs.Role));

    private static bool AllIsSupplied(StageContext context) =>
        context.Submissions.Count(submission => submission.FormName == nameof(CooperationSupplyForm)) == RequestsSoFar(context);

    private static int RequestsSoFar(StageContext context) => context.Submissions
        .Where(submission => submission.Seat == Requests).Sum(submission => submission.Read<CooperationRequestsForm>().Requests.Count);

    private static int LastRequests(StageContext context) => context.Submitted<CooperationRequestsForm>(Requests)!.Requests.Count;

    private static ArgumentException Foreign(object form) => new($"{form.GetType().Name} is no form of the cooperation.", nameof(form));
}
