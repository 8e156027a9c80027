using System.Reflection;
using WorkflowAccountability.Procedure.Cases;
using WorkflowAccountability.Procedure.Ledgers.Records;
using WorkflowAccountability.Procedure.Regulation;
using WorkflowAccountability.Procedure.Stages.DefineResponsibility;
using WorkflowAccountability.Procedure.Stages.DetermineCauses;
using WorkflowAccountability.Procedure.Stages.EstablishFacts;
using WorkflowAccountability.Procedure.Stages.ProposeHandling;
using WorkflowAccountability.Procedure.Stages.WeighGrounds;

namespace WorkflowAccountability.Procedure.Stages.CompileReport;

public static class ReportRules
{
    /// <summary>第九条: the four sections that the report stands on.</summary>
    public static IReadOnlyList<Type> Sections { get; } =
        [typeof(EstablishFactsStage), typeof(DetermineCausesStage), typeof(DefineResponsibilityStage), typeof(ProposeHandlingStage)];

    /// <summary>第九条第一句: the newest text of every section bears the leader's sign-off.</summary>
    [Clause("第九条第一句")]
    public static Ruling IsSignedOff(CaseFile file, Type section)
    {
        var about = section.GetCustomAttribute<StageAttribute>()!;
        var newest = file.Submissions.LastOrDefault(submission => submission.StageType == about.Type);
        return Ruling.Require(
            newest?.FormName == nameof(SectionSignOffForm) && newest.Read<SectionSignOffForm>().Decision == SectionDecision.SignedOff,
            "第九条第一句、" + about.Citation,
            Text.Of<CompileReportStage>("Section.NotSignedOff.Reason", new Text(section, "Title")),
            Text.Of<CompileReportStage>("Section.NotSignedOff.Remedy"));
    }

    /// <summary>第十四条: the grounds were weighed for everybody who stands in the newest matrix.</summary>
    public static Ruling GroundsAreWeighed(CaseFile file)
    {
        var weighed = file.Latest<WeighGroundsForm>();
        return Ruling.Require(
            weighed is not null && file.ResponsiblePersons().All(person =>
                weighed.Aggravating.Exists(row => row.PartyId == person.Id) && weighed.Mitigating.Exists(row => row.PartyId == person.Id)),
            "第十四条",
            Text.Of<CompileReportStage>("Grounds.NotWeighed.Reason"), Text.Of<CompileReportStage>("Grounds.NotWeighed.Remedy"));
    }

    /// <summary>第五条, 第十一条第一款第二句, 第十四条第（二）项第二句: a mandatory section of the report is filled.</summary>
    [Clause("第五条")]
    public static Ruling IsFilled(string? section, string property, string citation) => Ruling.Require(
        !string.IsNullOrWhiteSpace(section), citation,
        Text.Of<CompileReportStage>("Report.Empty.Reason", Text.Of<CompileReportStage>($"CompileReportForm.{property}")),
        Text.Of<CompileReportStage>("Report.Empty.Remedy"));

    /// <summary>
    /// 第十四条第（二）项第二段: records that a unit was asked for and that are missing, or about which nothing was entered, are mentioned in the report's section
    /// on records by the number of the request, with the explanation.
    /// </summary>
    [Clause("第十四条第（二）项第二段")]
    public static IEnumerable<Ruling> RecordsAreMentioned(CaseFile file, CompileReportForm form) => MissingRecords.RequestsOf(file)
        .Where(request => request.Answer?.Result is not RecordsResult.Received).Select(request => Ruling.Require(
            (form.Records ?? "").Contains(request.Entry.Label, StringComparison.Ordinal), MissingRecords.Clause,
            Text.Of<CompileReportStage>(request.Answer is null ? "Records.Unanswered.Reason" : "Records.Missing.Reason", request.Entry.Label, request.Form.What),
            Text.Of<CompileReportStage>("Records.Missing.Remedy", request.Entry.Label)));

    /// <summary>内部环节: who sends a section back says which and why.</summary>
    public static Ruling SaysWhereToAndWhy(CompileReportForm form) => Ruling.Require(
        form.BackTo is not null && !string.IsNullOrWhiteSpace(form.Remarks), "内部环节",
        Text.Of<CompileReportStage>("Back.Unexplained.Reason"), Text.Of<CompileReportStage>("Back.Unexplained.Remedy"));
}
