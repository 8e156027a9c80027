using WorkflowAccountability.Procedure.Cases;
using WorkflowAccountability.Procedure.Regulation;
using WorkflowAccountability.Procedure.Stages.CompileReport;

namespace WorkflowAccountability.Procedure.Papers.Kinds;

/// <summary>第十一条第一款第一句: the report of the investigation. It holds what the team found and proposes, and nothing from behind the wall.</summary>
public sealed class InvestigationReport : PaperKind
{
    /// <inheritdoc/>
    public override string Citation => "第十一条第一款第一句";

    /// <inheritdoc/>
    public override PaperLayout Layout => PaperLayout.Upward;

    /// <inheritdoc/>
    public override IReadOnlyList<string> Issuers(PaperSource source) => source.LeaderUnit is { } unit ? [unit] : [];

    /// <inheritdoc/>
    public override Ruling Ready(PaperSource source) =>
        Needs<CompileReportForm>(source, typeof(CompileReportStage), form => form.Decision is ReportDecision.Release);

    /// <summary>第九条: the members of the team, and who works in the leading unit.</summary>
    public override bool MayDraft(Actor actor, PaperSource source) =>
        source.File.Members(TeamKind.Investigation).Any(member => member.PersonId == actor.PersonId) || base.MayDraft(actor, source);

    /// <summary>第九条第一句: the leader answers for all of the investigation, so he signs.</summary>
    public override bool MaySign(Actor actor, string organisationId, PaperSource source) =>
        source.File.Signer() is { PersonId: { } signer } ? signer == actor.PersonId : base.MaySign(actor, organisationId, source);

    /// <inheritdoc/>
    public override PaperText Compose(PaperSource source)
    {
        var sections = ReportSections.Of(source);
        return new PaperText
        {
            Title = $"关于{source.File.Title}的调查报告", To = SpecialReport.Reviewers(source),
            Body = string.Join('\n', sections.Where(section => section.Lines.Count > 0)
                .SelectMany((section, index) => (IEnumerable<string>)[$"{PaperSource.Count(index + 1)}、{section.Title}", .. section.Lines])),
        };
    }
}
