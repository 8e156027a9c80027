using WorkflowAccountability.Procedure.Cases;
using WorkflowAccountability.Procedure.Regulation;

namespace WorkflowAccountability.Procedure.Stages.DiscloseReport;

public static class DisclosureRules
{
    private const string Clause = "第十一条第一款第二句";

    /// <summary>第十一条第一款第二句 (经批准后): nothing is published before both bodies have approved.</summary>
    public static Ruling FollowsApproval(CaseFile file) => Ruling.Require(file.IsApproved, Clause,
        Text.Of<DiscloseReportStage>("Approval.Missing.Reason"), Text.Of<DiscloseReportStage>("Approval.Missing.Remedy"));

    /// <summary>第十一条第一款第二句: the day of publication lies between the approval and today.</summary>
    public static Ruling IsPublishedInTime(CaseFile file, DiscloseReportForm form, DateOnly today) => Ruling.Require(
        form.PublishedOn <= today && (file.ApprovedOn is not { } approved || form.PublishedOn >= approved), Clause,
        Text.Of<DiscloseReportStage>("Date.Wrong.Reason", file.ApprovedOn), Text.Of<DiscloseReportStage>("Date.Wrong.Remedy"));

    /// <summary>第十一条第一款第二句 (应当向社会公开): publication is proved by a file with its hash, or by an address where it can be read.</summary>
    [Clause("第十一条第一款第二句", "向社会公开")]
    public static Ruling IsProved(DiscloseReportForm form) => Ruling.Require(
        !string.IsNullOrWhiteSpace(form.Proof)
            && !(string.IsNullOrWhiteSpace(form.ProofHash) && string.IsNullOrWhiteSpace(form.ProofUrl)),
        Clause,
        Text.Of<DiscloseReportStage>("Proof.Missing.Reason"), Text.Of<DiscloseReportStage>("Proof.Missing.Remedy"));

    /// <summary>第十一条第一款第二句: while an edition is being cut on this site and nobody has released it, the report is not public.</summary>
    public static Ruling NoEditionIsInWork(CaseFile file) => Ruling.Require(file.EditionInWork is null, Clause,
        Text.Of<DiscloseReportStage>("Edition.InWork.Reason", file.EditionInWork?.Number), Text.Of<DiscloseReportStage>("Edition.InWork.Remedy"));

    /// <summary>第十一条第一款第二句: what was released on this site is what is said to be public; where nothing was, the publication elsewhere stands by its proof.</summary>
    public static Ruling NamesTheReleasedEdition(CaseFile file, DiscloseReportForm form) => Ruling.Require(
        (form.PublicEdition ?? "") == (file.ReleasedEdition?.Id ?? ""), Clause,
        Text.Of<DiscloseReportStage>(file.ReleasedEdition is null ? "Edition.Gone.Reason" : "Edition.NotNamed.Reason", file.ReleasedEdition?.Number),
        Text.Of<DiscloseReportStage>(file.ReleasedEdition is null ? "Edition.Gone.Remedy" : "Edition.NotNamed.Remedy"));

    /// <summary>参照《中华人民共和国政府信息公开条例》第十七条: the edition was reviewed for secrets before it was published.</summary>
    public static Ruling WasReviewedBefore(DiscloseReportForm form) => Ruling.Require(
        form.SecrecyReviewedOn <= form.PublishedOn, "参照《中华人民共和国政府信息公开条例》第十七条",
        Text.Of<DiscloseReportStage>("Secrecy.Late.Reason"), Text.Of<DiscloseReportStage>("Secrecy.Late.Remedy"));

    /// <summary>内部环节: a known person reviews the edition, who neither publishes it himself nor is under inquiry.</summary>
    public static Ruling WasReviewedByAnother(StageContext context, DiscloseReportForm form) => Ruling.Require(
        context.Directory.KnowsPerson(form.SecrecyReviewerId) && form.SecrecyReviewerId != context.Actor.PersonId
            && !context.File.Concerns(form.SecrecyReviewerId),
        "内部环节",
        Text.Of<DiscloseReportStage>("Secrecy.SameHand.Reason"), Text.Of<DiscloseReportStage>("Secrecy.SameHand.Remedy"));

    /// <summary>第十一条第一款第二句: it is the investigation report that becomes public; the special report only where that was decided.</summary>
    public static Ruling KeepsTheSpecialReport(DiscloseReportForm form) => Ruling.Require(
        !form.IncludesSpecialReport || !string.IsNullOrWhiteSpace(form.SpecialReportDecision), Clause,
        Text.Of<DiscloseReportStage>("SpecialReport.NotDecided.Reason"), Text.Of<DiscloseReportStage>("SpecialReport.NotDecided.Remedy"));
}
