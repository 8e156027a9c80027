using Microsoft.EntityFrameworkCore;
using WorkflowAccountability.Procedure.Cases;
using WorkflowAccountability.Procedure.Deadlines;
using WorkflowAccountability.Procedure.Site;

namespace WorkflowAccountability.Procedure.Papers;

/// <summary>
/// Need-to-know of official documents: that of the case and of the wall; a draft besides is known only to those who write or sign it.
/// </summary>
public static class PaperAccess
{
    /// <summary>Whether a document exists for somebody who sees its case.</summary>
    public static bool MayRead(Paper paper, PaperSource source, Actor actor)
    {
        if (paper.Walled && paper.DraftedById != actor.PersonId && !CaseAccess.IsBehindWall(source.File, actor.PersonId))
            return false;
        return paper.Number is not null || paper.Status is PaperStatus.Submitted || paper.DraftedById == actor.PersonId || MayDraft(paper, source, actor) || SeatsOf(paper, source, actor).Count > 0;
    }

    /// <summary>Whether somebody may change a draft.</summary>
    public static bool MayDraft(Paper paper, PaperSource source, Actor actor) => KindOf(paper).MayDraft(actor, source);

    /// <summary>The organs for which somebody may sign it.</summary>
    public static IReadOnlyList<string> SeatsOf(Paper paper, PaperSource source, Actor actor) =>
        [.. KindOf(paper).Issuers(source).Where(organ => KindOf(paper).MaySign(actor, organ, source))];

    /// <summary>The kind of a document that is kept: a row of a kind that no version knew was not written by this system.</summary>
    public static PaperKind KindOf(Paper paper) =>
        PaperKind.Find(paper.Kind) ?? throw new InvalidOperationException($"Document {paper.Id} is of the unknown kind '{paper.Kind}'.");

    /// <summary>A document that exists for this person, with what it is made from; nothing otherwise.</summary>
    internal static async Task<(Paper Paper, PaperSource Source)?> FindAsync(string id, Viewer viewer, AccountabilityDb db, CancellationToken cancellationToken)
    {
        var paper = await db.Papers.AsNoTracking().Include(paper => paper.Signatures).SingleOrDefaultAsync(paper => paper.Id == id, cancellationToken);
        if (paper is null || await SourceAsync(paper.CaseId, viewer, db, cancellationToken) is not { } source || !MayRead(paper, source, viewer.Actor))
            return null;
        return (paper, source);
    }

    /// <summary>A case that the viewer sees, under the names of today; null otherwise.</summary>
    internal static async Task<PaperSource?> SourceAsync(string caseId, Viewer viewer, AccountabilityDb db, CancellationToken cancellationToken)
    {
        var file = await CaseFiles.Whole(db).AsNoTracking().Where(CaseAccess.Sees(viewer.Actor, db)).SingleOrDefaultAsync(file => file.Id == caseId, cancellationToken);
        file?.Submissions.Sort((a, b) => a.Sequence.CompareTo(b.Sequence));
        return file is null ? null : new PaperSource(file, viewer.Directory, BeijingTime.DayOf(viewer.Now));
    }
}
