using WorkflowAccountability.Procedure.Cases;
using WorkflowAccountability.Procedure.Ledgers.Recusal;
using WorkflowAccountability.Procedure.Organisations;
using WorkflowAccountability.Procedure.Regulation;
using WorkflowAccountability.Procedure.WorkItems;

namespace WorkflowAccountability.Procedure.Stages.CompileReport;

/// <summary>第十一条第一款: when the work is done, the leader releases the report; it goes up together with the special report, if any.</summary>
[Stage("Accountability.CompileReport", Citation = "第十一条第一款")]
public sealed class CompileReportStage : Stage<CompileReportForm>
{
    /// <inheritdoc/>
    public override IReadOnlyList<string> Outcomes => ["Released", "BackToSection"];

    /// <inheritdoc/>
    public override Text? DoneBy => Text.Of<SheetTexts>("Team.Investigation");

    /// <inheritdoc/>
    public override IReadOnlyList<string> Outputs => ["backTo", "consultationNeeded"];

    /// <inheritdoc/>
    public override IReadOnlyList<Tie> TiesLaidBefore(CaseFile file, OrganisationDirectory directory) =>
        RecusalCheck.Of(file, directory, file.Members(TeamKind.Investigation), behindWall: false);

    /// <summary>第九条第一句: the leader opens one of the sections again; what was written of the report stays.</summary>
    public override IReadOnlyList<WayBack> WaysBack(CaseFile file, string seat, string words) =>
    [
        .. Enum.GetValues<ReportSection>().Select(section => new WayBack(section.ToString(), $"{nameof(ReportSection)}.{section}",
            (file.Latest<CompileReportForm>() ?? new()) with { Decision = ReportDecision.BackToSection, BackTo = section, Remarks = words })),
    ];

    /// <summary>第九条第一句: the leader answers for all of the investigation.</summary>
    protected override Seat Assign(StageContext context)
    {
        context.File.MustHaveATeam(About);
        var (code, from) = InvestigationClock.Of(context.File, context.Inputs.Deadline);
        return new Seat("form", typeof(CompileReportForm), context.File.Signer())
        {
            Deadline = code,
            DeadlineFrom = from,
            EscalateTo = context.Inputs.EscalateTo,
            Prefill = context.File.Latest<CompileReportForm>() is { } last
                ? last with { Decision = null, BackTo = null, Remarks = null } : null,
        };
    }

    /// <summary>第十一条第一款第二句: a released report is whole, and so is every section below it.</summary>
    protected override IEnumerable<Ruling> Check(StageContext context, CompileReportForm form) =>
        form.Decision == ReportDecision.BackToSection ? [ReportRules.SaysWhereToAndWhy(form)] :
        [
            .. ReportRules.Sections.Select(section => ReportRules.IsSignedOff(context.File, section)),
            ReportRules.GroundsAreWeighed(context.File),
            ReportRules.IsFilled(form.InvestigationFacts, nameof(form.InvestigationFacts), "第十一条第一款第二句"),
            ReportRules.IsFilled(form.AccountabilityProposals, nameof(form.AccountabilityProposals), "第十一条第一款第二句"),
            ReportRules.IsFilled(form.Principles, nameof(form.Principles), "第五条"),
            ReportRules.IsFilled(form.History, nameof(form.History), "第十四条第（二）项第二句"),
            .. ReportRules.RecordsAreMentioned(context.File, form),
            .. context.File.Members(TeamKind.Investigation).Select(member => RecusalRules.IsDecided(context.File, context.Directory, member.PersonId, withPosts: false)),
        ];

    /// <inheritdoc/>
    protected override string Decide(StageContext context, CompileReportForm form) =>
        form.Decision == ReportDecision.Release ? "Released" : "BackToSection";

    /// <summary>第十条第二句: the way up leads by 州纪委 and 州党委组织部 while a proposal still awaits them.</summary>
    protected override IReadOnlyDictionary<string, object?> OutputsOf(StageContext context, CompileReportForm form) =>
        form.Decision == ReportDecision.Release
            ? new Dictionary<string, object?> { ["consultationNeeded"] = context.File.ConsultationNeeded(context.Today) }
            : new Dictionary<string, object?> { ["backTo"] = form.BackTo!.Value.ToString() };
}
