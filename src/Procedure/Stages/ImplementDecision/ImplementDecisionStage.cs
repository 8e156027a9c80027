using WorkflowAccountability.Procedure.Cases;
using WorkflowAccountability.Procedure.Forms;
using WorkflowAccountability.Procedure.Regulation;
using Measure = WorkflowAccountability.Procedure.Cases.Measure;

namespace WorkflowAccountability.Procedure.Stages.ImplementDecision;

/// <summary>第十一条第二款第一句: every decided measure is carried out by the organ that owns it, with evidence.</summary>
[Stage("Accountability.ImplementDecision", Citation = "第十一条第二款第一句", IsFinal = true)]
public sealed class ImplementDecisionStage : Stage
{
    /// <inheritdoc/>
    public override IReadOnlyList<string> Outcomes => ["Done"];

    /// <inheritdoc/>
    public override Text? DoneBy => Text.Of<ImplementDecisionStage>("DoneBy");

    /// <inheritdoc/>
    public override IReadOnlyList<Type> Forms =>
    [
        typeof(ImplementMeasureForm), typeof(ImplementTalkForm), typeof(ImplementRectificationForm), typeof(ImplementFundsForm),
        typeof(ImplementApprovalRestrictionForm),
    ];

    /// <summary>第十一条第二款第一句 (各有关部门和单位): one item for each measure that is still to be done, for the organ that owns it.</summary>
    public override IReadOnlyList<Seat> Enter(StageContext context) =>
        [.. context.File.Measures.Where(IsOwed).Select(measure => SeatOf(context, measure))];

    /// <summary>第十一条第二款第一句, 第十三条: done after the decision, with evidence and with what the measure itself demands.</summary>
    public override IEnumerable<Ruling> Check(StageContext context, string seat, object form) =>
    [
        ImplementationRules.FollowsTheDecision(context.File, (MeasureReport)form, context.Today),
        ImplementationRules.IsEvidenced((MeasureReport)form),
        .. form switch
        {
            ImplementTalkForm talk => [ImplementationRules.IsRecorded(talk)],
            ImplementRectificationForm rectification => [ImplementationRules.IsPlannedAndAccepted(rectification, context.Today)],
            ImplementFundsForm funds => [ImplementationRules.IsTheDecidedMode(funds, MeasureOf(context, seat)), ImplementationRules.IsBooked(context.File, funds, seat)],
            ImplementApprovalRestrictionForm restriction => [ImplementationRules.CanBeLifted(restriction)],
            _ => Array.Empty<Ruling>(),
        },
    ];

    /// <summary>第十一条第二款第一句: the stage is left when the last measure is done.</summary>
    public override StageStep Submit(StageContext context, string seat, object form)
    {
        var measure = MeasureOf(context, seat);
        measure.Status = MeasureStatus.Executed;
        if (form is ImplementApprovalRestrictionForm restriction)
            Register(context.File, measure, restriction);
        return context.File.Measures.Exists(IsOwed) ? StageStep.Wait : StageStep.Leave("Done");
    }

    // Nobody carries out what an appeal or a new decision took away.
    internal static bool IsOwed(Measure measure) => measure is { Status: MeasureStatus.Decided, RevokedOn: null };

    private static Seat SeatOf(StageContext context, Measure measure)
    {
        var form = FormOf(measure.Code);
        return new Seat(measure.Id, form, Candidate.OfRole(measure.OwnerRole))
        {
            Deadline = context.Inputs.Deadline,
            EscalateTo = context.Inputs.EscalateTo,
            About = $"{context.File.Rules.Measures.Find(measure.Code, context.Today)?.Name ?? measure.Code}："
                + context.File.Parties.Find(party => party.Id == measure.PartyId)?.Name,
            Prefill = context.File.Submissions.FindLast(s => s.Seat == measure.Id && s.FormName == form.Name) is { } last
                ? FormJsonText.Read(last.FormJson, form) : null,
        };
    }

    /// <summary>第十三条: what has to be shown differs by measure.</summary>
    private static Type FormOf(string code) => code switch
    {
        "InterviewSummons" or "AdmonitionTalk" => typeof(ImplementTalkForm),
        "OrderedRectification" => typeof(ImplementRectificationForm),
        "FundsRecovery" or "FundsDeduction" or "FundsSuspension" => typeof(ImplementFundsForm),
        "ProjectApprovalRestriction" => typeof(ImplementApprovalRestrictionForm),
        _ => typeof(ImplementMeasureForm),
    };

    /// <summary>第十三条第一款第（三）项: the register holds the restriction as it was last reported.</summary>
    private static void Register(CaseFile file, Measure measure, ImplementApprovalRestrictionForm form)
    {
        if (file.ApprovalRestrictions.Find(row => row.MeasureId == measure.Id) is { } known)
            (known.AreaOrIndustry, known.DocumentNumber, known.Start, known.End, known.LiftingCondition) =
                (form.AreaOrIndustry, form.DocumentNumber, form.Start!.Value, form.End, form.LiftingCondition);
        else
            file.ApprovalRestrictions.Add(new ApprovalRestriction
            {
                CaseId = file.Id, MeasureId = measure.Id, Unit = file.Parties.Find(party => party.Id == measure.PartyId)?.Name ?? "", AreaOrIndustry = form.AreaOrIndustry,
                DocumentNumber = form.DocumentNumber, Start = form.Start!.Value, End = form.End, LiftingCondition = form.LiftingCondition,
            });
    }

    private static Measure MeasureOf(StageContext context, string seat) => context.File.Measures.Single(measure => measure.Id == seat);
}
