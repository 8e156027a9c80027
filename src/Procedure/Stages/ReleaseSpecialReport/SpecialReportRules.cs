using WorkflowAccountability.Procedure.Cases;
using WorkflowAccountability.Procedure.Regulation;
using WorkflowAccountability.Procedure.Stages.SuperviseDuties;

namespace WorkflowAccountability.Procedure.Stages.ReleaseSpecialReport;

public static class SpecialReportRules
{
    /// <summary>第十条第一句: the report carries the opinions that the inquiry came to.</summary>
    public static Ruling RestsOnOpinions(CaseFile file) => Ruling.Require(file.Latest<SuperviseDutiesForm>() is not null, "第十条第一句",
        Text.Of<ReleaseSpecialReportStage>("Opinions.Missing.Reason"), Text.Of<ReleaseSpecialReportStage>("Opinions.Missing.Remedy"));

    /// <summary>第十一条第一款第二句: a released report has a title, findings and opinions.</summary>
    public static Ruling IsComplete(SpecialReportForm form) => Ruling.Require(
        !string.IsNullOrWhiteSpace(form.Title) && !string.IsNullOrWhiteSpace(form.Findings) && !string.IsNullOrWhiteSpace(form.Opinions),
        "第十一条第一款第二句",
        Text.Of<ReleaseSpecialReportStage>("Report.Incomplete.Reason"), Text.Of<ReleaseSpecialReportStage>("Report.Incomplete.Remedy"));

    /// <summary>
    /// 第十条第二句: the opinions of the inquiry were consulted on before the report is first released.
    /// What is changed after that, or was sent back to the opinions, is consulted on together with the investigation report's proposals, before both reviews.
    /// </summary>
    public static Ruling IsConsultedOn(CaseFile file, Proposal opinion, DateOnly today) => Ruling.Require(
        !file.AwaitsConsultation(opinion, today) || file.All<SpecialReportForm>().Any(), "第十条第二句",
        Text.Of<ReleaseSpecialReportStage>("Opinion.NotConsulted.Reason", opinion.Id),
        Text.Of<ReleaseSpecialReportStage>("Opinion.NotConsulted.Remedy"));

    /// <summary>内部环节: going back to the opinions says what is to be changed.</summary>
    public static Ruling SaysWhy(SpecialReportForm form) => Ruling.Require(!string.IsNullOrWhiteSpace(form.Remarks), "内部环节",
        Text.Of<ReleaseSpecialReportStage>("Back.NoRemarks.Reason"), Text.Of<ReleaseSpecialReportStage>("Back.NoRemarks.Remedy"));
}
