using Microsoft.EntityFrameworkCore;
using WorkflowAccountability.Procedure.Disclosure;
using WorkflowAccountability.Procedure.Papers.Kinds;

namespace WorkflowAccountability.Procedure.Cases;

/// <summary>A version of the public edition without its text.</summary>
/// <param name="SeriesId">Under what the public finds it.</param>
/// <param name="Sha256">Of the released .docx, upper hex; null before the release.</param>
public sealed record CaseEdition(string Id, string SeriesId, int Number, EditionStatus Status, string? Title, string? Sha256, DateTimeOffset? ReleasedAt)
{
    /// <summary>The versions of a case, the first first.</summary>
    internal static async Task<IReadOnlyList<CaseEdition>> OfAsync(AccountabilityDb db, string caseId, CancellationToken cancellationToken) => await Of(db, caseId).ToListAsync(cancellationToken);

    internal static IQueryable<CaseEdition> Of(AccountabilityDb db, string caseId) =>
        db.PublicEditions.AsNoTracking().Where(edition => edition.CaseId == caseId).OrderBy(edition => edition.Number)
            .Select(edition => new CaseEdition(edition.Id, edition.SeriesId, edition.Number, edition.Status, edition.Title, edition.Sha256, edition.ReleasedAt));
}

public sealed partial class CaseFile
{
    /// <summary>The versions of the public edition, as a command (read when they are first asked for) and the page of the stage 公开 find them; empty elsewhere.</summary>
    public List<CaseEdition> Editions
    {
        get => field ??= Papers is { } db ? [.. CaseEdition.Of(db, Id)] : [];
        private set;
    }

    // Where a command works on the case, and there was a report to lock.
    private AccountabilityDb? Papers => asksForPapers && Context is AccountabilityDb db && ReleaseOf(nameof(InvestigationReport)) is not null ? db : null;

    private bool asksForPapers;

    /// <summary>From now on documents and editions are looked up where they are asked for, as they stand inside the transaction.</summary>
    internal void AskForPapers() => (asksForPapers, LockedPapers, Editions) = (true, null!, null!);

    /// <summary>第十一条第一款第二句: the edition that the public reads; null while none is released here.</summary>
    public CaseEdition? ReleasedEdition => Editions.FindLast(edition => edition.Status is EditionStatus.Released);

    /// <summary>The edition that is being cut and was not released yet; null while none is.</summary>
    public CaseEdition? EditionInWork => Editions.FindLast(edition => edition.Status is EditionStatus.Prepared);
}
