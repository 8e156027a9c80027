using WorkflowAccountability.Procedure.Cases;
using WorkflowAccountability.Procedure.Ledgers.Recusal;
using WorkflowAccountability.Procedure.Organisations;
using WorkflowAccountability.Procedure.Regulation;

namespace WorkflowAccountability.Procedure.Stages.ReleaseSpecialReport;

/// <summary>第十一条第一款第二句: an independent inquiry ends with a special report, which goes up together with the investigation report.</summary>
[Stage("Accountability.ReleaseSpecialReport", Citation = "第十一条第一款第二句", Walled = true)]
public sealed class ReleaseSpecialReportStage : Stage<SpecialReportForm>
{
    /// <inheritdoc/>
    public override IReadOnlyList<string> Outcomes => ["Released", "BackToOpinions"];

    /// <inheritdoc/>
    public override IReadOnlyList<string> Outputs => ["consultationNeeded"];

    /// <inheritdoc/>
    public override IReadOnlyList<Tie> TiesLaidBefore(CaseFile file, OrganisationDirectory directory) => RecusalCheck.Of(file, directory, file.Members(TeamKind.Supervision));

    /// <summary>第十条第一句: the leader has the opinions worked over before anything goes up.</summary>
    public override IReadOnlyList<WayBack> WaysBack(CaseFile file, string seat, string words) =>
    [
        new("BackToOpinions", "Outcome.BackToOpinions",
            (file.Latest<SpecialReportForm>() ?? new()) with { Decision = SpecialReportDecision.BackToOpinions, Remarks = words }),
    ];

    /// <summary>第十一条第一款第二句: the supervision team itself submits it, by its leader.</summary>
    protected override Seat Assign(StageContext context)
    {
        About.Only(context.Inputs.Role, Roles.Supervision);
        return base.Assign(context) with { To = context.File.SupervisionSigner(About), Prefill = Draft(context.File) };
    }

    /// <summary>第十条第一句, 第十条第二句, 第十一条第一款第二句: complete, with the inquiry's opinions, consulted on.</summary>
    protected override IEnumerable<Ruling> Check(StageContext context, SpecialReportForm form) => !form.IsReleased
        ? [SpecialReportRules.SaysWhy(form)]
        : [
            SpecialReportRules.RestsOnOpinions(context.File),
            SpecialReportRules.IsComplete(form),
            .. context.File.Members(TeamKind.Supervision).Select(member => RecusalRules.IsDecided(context.File, context.Directory, member.PersonId, withPosts: false, behindWall: true)),
            .. context.File.SupervisionOpinions().Select(opinion => SpecialReportRules.IsConsultedOn(context.File, opinion, context.Today)),
        ];

    /// <inheritdoc/>
    protected override string Decide(StageContext context, SpecialReportForm form) => form.Decision!.Value.ToString();

    /// <inheritdoc/>
    protected override IReadOnlyDictionary<string, object?> OutputsOf(StageContext context, SpecialReportForm form) =>
        new Dictionary<string, object?> { ["consultationNeeded"] = context.File.ConsultationNeeded(context.Today) };

    private static SpecialReportForm? Draft(CaseFile file) =>
        file.Latest<SpecialReportForm>() is { } last ? last with { Decision = null, Remarks = null } : null;
}
