using WorkflowAccountability.Procedure.Regulation;
using WorkflowAccountability.Procedure.Stages.CompileReport;

namespace WorkflowAccountability.Procedure.Papers.Kinds;

/// <summary>第十一条第一款第一句: the report is laid before 州党委 and 州人民政府 for review and approval.</summary>
public sealed class ReviewRequest : PaperKind
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

    /// <inheritdoc/>
    public override PaperText Compose(PaperSource source) => new()
    {
        Title = $"关于报请审查批准{source.File.Title}调查报告的请示", To = SpecialReport.Reviewers(source),
        Body = string.Join('\n',
            $"“{source.File.Title}”责任追究调查工作已经结束。根据{source.Regulation}第十一条第一款第一句规定，调查组形成了调查报告，包括调查情况和责任追究建议。现随文上报，请审查批准。",
            "经批准后，调查报告将按照《办法》第十一条第一款第二句规定向社会公开。",
            "妥否，请批示。"),
        Attachments = $"关于{source.File.Title}的调查报告",
    };
}
