using WorkflowAccountability.Procedure.Papers;
using WorkflowAccountability.Procedure.Papers.Kinds;
using WorkflowAccountability.Procedure.Stages.CompileReport;
using WorkflowAccountability.Procedure.Stages.ReleaseSpecialReport;

namespace WorkflowAccountability.Procedure.Cases;

/// <summary>A document of the case that is locked by the hash of its bytes, without its text.</summary>
/// <param name="Sha256">Of the locked .docx, upper hex.</param>
/// <param name="LockedAt">When it was locked (UTC).</param>
public sealed record LockedPaper(string Id, string Kind, PaperStatus Status, string? Number, string Title, string Sha256, DateTimeOffset LockedAt)
{
    /// <summary>How a record names it: title, and the number if it has one.</summary>
    public string Name => Number is null ? $"《{Title}》" : $"《{Title}》（{Number}）";
}

public sealed partial class CaseFile
{
    /// <summary>The locked documents, oldest first, as a command finds them: read when they are first asked for. Empty where the file is read for a page.</summary>
    public List<LockedPaper> LockedPapers
    {
        get => field ??= Papers is { } db ? [.. SubmittedReports.Locked(db, Id)] : [];
        private set;
    }

    /// <summary>第十一条第一款第一句: the text of the investigation report that lies before both bodies; null while none is locked.</summary>
    public LockedPaper? SubmittedReport => Submitted(nameof(InvestigationReport));

    /// <summary>第十一条第一款第二句: the text of the special report that lies before both bodies; null while none is locked.</summary>
    public LockedPaper? SubmittedSpecialReport => Submitted(nameof(SpecialReport));

    /// <summary>第十一条第一款: who released the text of a report last, in the stage that does so; null while nobody has.</summary>
    internal Submission? ReleaseOf(string kind) => Submissions.FindLast(submission => kind == nameof(SpecialReport)
        ? submission.FormName == nameof(SpecialReportForm) && submission.Read<SpecialReportForm>().IsReleased
        : submission.FormName == nameof(CompileReportForm) && submission.Read<CompileReportForm>().Decision is ReportDecision.Release);

    /// <summary>The locked texts of a report that stand since it was released last: what was submitted first, then what was signed.</summary>
    internal IEnumerable<LockedPaper> StandingTexts(string kind) => ReleaseOf(kind) is not { } released ? []
        : LockedPapers.Where(paper => paper.Kind == kind && (paper.Status is PaperStatus.Submitted or PaperStatus.Signed) && paper.LockedAt >= released.At)
            .OrderBy(paper => paper.Status is not PaperStatus.Submitted).ThenByDescending(paper => paper.LockedAt);

    private LockedPaper? Submitted(string kind) => StandingTexts(kind).FirstOrDefault();
}
