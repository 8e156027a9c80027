using System.Globalization;
using System.Security.Cryptography;
using Microsoft.EntityFrameworkCore;
using WorkflowAccountability.Procedure.Cases;
using WorkflowAccountability.Procedure.Commands;
using WorkflowAccountability.Procedure.Forms;
using WorkflowAccountability.Procedure.Papers.Kinds;
using WorkflowAccountability.Procedure.Papers.Layout;

namespace WorkflowAccountability.Procedure.Papers;

/// <summary>
/// 第十一条第一款 (上报): what goes up to 州党委 and 州人民政府 is locked by the hash of its bytes before either opens it: the signed report where there is
/// one of this round, else the text as the leader released it.
/// </summary>
internal static class SubmittedReports
{
    private static readonly PaperKind[] kinds = [new InvestigationReport(), new SpecialReport()];

    /// <summary>The locked documents of a case, oldest first.</summary>
    public static IReadOnlyList<LockedPaper> Locked(AccountabilityDb db, string caseId) =>
        [.. db.Papers.AsNoTracking().Where(paper => paper.CaseId == caseId && paper.Sha256 != null && paper.SignedAt != null)
            .Select(paper => new LockedPaper(paper.Id, paper.Kind, paper.Status, paper.Number, paper.Title, paper.Sha256!, paper.SignedAt!.Value))
            .ToList().OrderBy(paper => paper.LockedAt)];

    /// <summary>Locks what is not locked yet, before a review opens. Answers the hashes of what lies before the bodies.</summary>
    public static async Task<IReadOnlyList<string>> LockAsync(CommandScope scope, CaseFile file, CancellationToken cancellationToken)
    {
        var source = new PaperSource(file, scope.Directory, scope.Today);
        foreach (var kind in kinds)
            if (file.ReleaseOf(kind.Code) is { } released && !file.StandingTexts(kind.Code).Any())
                await LockAsync(scope, kind, source, released, cancellationToken);
        return [.. new[] { file.SubmittedReport, file.SubmittedSpecialReport }.OfType<LockedPaper>().Select(paper => paper.Sha256)];
    }

    /// <summary>The text that lies before the bodies, where the system locked it; null otherwise. A report that is drafted or signed later says the same.</summary>
    public static async Task<PaperText?> TextAsync(CommandScope scope, CaseFile file, PaperKind kind, CancellationToken cancellationToken) =>
        file.StandingTexts(kind.Code).FirstOrDefault(paper => paper.Status is PaperStatus.Submitted) is { } submitted
            ? (await scope.Db.Papers.SingleAsync(paper => paper.Id == submitted.Id, cancellationToken)).Text : null;

    private static async Task LockAsync(CommandScope scope, PaperKind kind, PaperSource source, Submission released, CancellationToken cancellationToken)
    {
        foreach (var earlier in await scope.Db.Papers.Where(paper => paper.CaseId == source.File.Id && paper.Kind == kind.Code && paper.Status == PaperStatus.Submitted).ToListAsync(cancellationToken))
        {
            (earlier.Status, earlier.VoidAt, earlier.VoidReason) = (PaperStatus.Void, scope.Now, PaperSource.Chinese(typeof(PaperTexts), "SubmittedAnew"));
            earlier.Version++;
            source.File.LockedPapers.RemoveAll(paper => paper.Id == earlier.Id);
        }
        var text = kind.Compose(source);
        var sheet = kind.Resolve(text, source, number: null, scope.Today, [released.PersonName]);
        var content = PaperDocx.Write(sheet);
        var paper = new Paper
        {
            Id = DerivedId.Of(released.Id, kind.Code, scope.Now.UtcTicks.ToString(CultureInfo.InvariantCulture)), CaseId = source.File.Id, Kind = kind.Code, Walled = kind.Walled, Title = PaperDesk.OneLine(text.Title), TextJson = FormJsonText.Write(text),
            DraftedById = released.PersonId, DraftedBy = $"{released.PostText} {released.PersonName}", DraftedAt = released.At, Version = 1, Status = PaperStatus.Submitted,
            SheetJson = FormJsonText.Write(sheet), DatedOn = scope.Today, SignedAt = scope.Now, Sha256 = Convert.ToHexString(SHA256.HashData(content)),
        };
        scope.Db.Papers.Add(paper);
        scope.Db.Add(new PaperFile { PaperId = paper.Id, Content = content });
        source.File.LockedPapers.Add(new LockedPaper(paper.Id, paper.Kind, paper.Status, null, paper.Title, paper.Sha256, scope.Now));
    }
}
