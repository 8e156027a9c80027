using System.Globalization;
using Microsoft.EntityFrameworkCore;
using WorkflowAccountability.Procedure.Cases;
using WorkflowAccountability.Procedure.Organisations;
using WorkflowAccountability.Procedure.Papers;
using WorkflowAccountability.Procedure.Stages;

// The comparisons are SQL's, not .NET's.
#pragma warning disable CA1304, CA1311, CA1862

namespace WorkflowAccountability.Procedure.Documents.Search;

/// <summary>A file, an official document or a form that was found, with its case and the words around the hit.</summary>
public sealed record FoundDocument(string Id, string Name, string CaseId, string CaseNumber, string CaseTitle, DateTimeOffset At, bool Walled, bool IsVoid, string? Words);

/// <summary>What was found, newest first.</summary>
/// <param name="IsMore">Whether there is more than is shown.</param>
public sealed record FoundDocuments(IReadOnlyList<FoundDocument> Files, IReadOnlyList<FoundDocument> Papers, IReadOnlyList<FoundDocument> Forms, bool IsMore);

/// <summary>
/// Files by their names and notes, official documents by number, title and text, submitted forms by their answers. The need-to-know of the case and of the wall is part of the question, so that
/// nothing is found, counted or left out by what the reader may not know; a draft is found by its author alone.
/// </summary>
internal static class FindDocuments
{
    /// <summary>How many of each are shown.</summary>
    public const int Most = 50;

    /// <summary>A shorter word would stand everywhere.</summary>
    public const int ShortestWord = 2;

    private const int Around = 30;

    public static async Task<FoundDocuments> OfAsync(
        AccountabilityDb db, Actor actor, StageCatalog stages, OrganisationDirectory directory, string word, CancellationToken cancellationToken)
    {
        var (personId, folded) = (actor.PersonId, word.ToLowerInvariant());
        var seen = db.Cases.Where(CaseAccess.Sees(actor, db));
        var behind = CaseAccess.SeatsBehindWall(db, personId);
        var files = await Known(db, personId).Where(document => document.Name.ToLower().Contains(folded) || (document.Note != null && document.Note.ToLower().Contains(folded)))
            .Join(seen, document => document.CaseId, file => file.Id, (document, file) => new { document, file.Number, file.Title })
            .OrderByDescending(row => row.document.At).ThenBy(row => row.document.Id).Take(Most + 1).ToListAsync(cancellationToken);
        // The stored text is JSON, in which quotation marks are written otherwise: the question narrows down by its plain parts, the text itself decides.
        var plain = LongestPlain(folded);
        List<FoundDocument> papers = [];
        await foreach (var row in db.Papers.AsNoTracking()
            .Where(paper => (paper.Title.ToLower().Contains(plain) || (paper.Number != null && paper.Number.ToLower().Contains(plain))
                    || paper.TextJson.ToLower().Contains(plain) || (paper.SheetJson != null && paper.SheetJson.ToLower().Contains(plain)))
                && (paper.Number != null || paper.DraftedById == personId)
                && (!paper.Walled || paper.DraftedById == personId || behind.Any(member => member.CaseId == paper.CaseId)))
            .Join(seen, paper => paper.CaseId, file => file.Id, (paper, file) => new { paper, file.Number, file.Title })
            .OrderByDescending(row => row.paper.DraftedAt).ThenBy(row => row.paper.Id).AsAsyncEnumerable().WithCancellation(cancellationToken))
        {
            if (WordsIn(row.paper, word) is not { } words)
                continue;
            papers.Add(new FoundDocument(row.paper.Id, row.paper.Number is { } number ? $"{number} {row.paper.Title}" : row.paper.Title, row.paper.CaseId, row.Number, row.Title,
                row.paper.DraftedAt, row.paper.Walled, row.paper.Status is PaperStatus.Void, words));
            if (papers.Count > Most)
                break;
        }
        var forms = await FindForms.OfAsync(db, actor, stages, directory, word, cancellationToken);
        return new FoundDocuments(
            [.. files.Take(Most).Select(row => new FoundDocument(row.document.Id, row.document.Name, row.document.CaseId, row.Number, row.Title, row.document.At,
                row.document.Walled, row.document.VoidedAt is not null, row.document.Note))],
            [.. papers.Take(Most)], forms.Forms, files.Count > Most || papers.Count > Most || forms.IsMore);
    }

    /// <summary>The files of such a name that lie on this side of the wall for a person, in whatever case.</summary>
    internal static IQueryable<Document> FilesNamed(AccountabilityDb db, string personId, string folded) => Known(db, personId).Where(document => document.Name.ToLower().Contains(folded));

    /// <summary>The words around the first hit in a document as its reader sees it; null where it has none.</summary>
    internal static string? WordsIn(Paper paper, string word) => new[] { paper.Number, paper.Title.ReplaceLineEndings("") }.OfType<string>()
        .Concat(paper.Sheet is { } sheet ? [sheet.Addressee ?? "", .. sheet.Body, .. sheet.Attachments, sheet.Note ?? ""] : PaperText.LinesOf(paper.Text.Body))
        .Select(line => Cut(line, word)).FirstOrDefault(words => words is not null);

    /// <summary>A line around the first hit in it; null where it has none.</summary>
    internal static string? Cut(string line, string word)
    {
        var at = CultureInfo.InvariantCulture.CompareInfo.IndexOf(line, word, CompareOptions.OrdinalIgnoreCase);
        if (at < 0)
            return null;
        var (start, end) = (Math.Max(0, at - Around), Math.Min(line.Length, at + word.Length + Around));
        return $"{(start > 0 ? "…" : "")}{line[start..end]}{(end < line.Length ? "…" : "")}";
    }

    private static IQueryable<Document> Known(AccountabilityDb db, string personId)
    {
        var behind = CaseAccess.SeatsBehindWall(db, personId);
        return db.Documents.AsNoTracking().Where(document => !document.Walled || document.PersonId == personId || behind.Any(member => member.CaseId == document.CaseId));
    }

    /// <summary>The longest part of a word that stored JSON writes as it is.</summary>
    internal static string LongestPlain(string word) =>
        string.Concat(word.Select(letter => char.IsSurrogate(letter) ? '"' : letter)).Split(['"', '\'', '<', '>', '&', '+', '\\', '`', '\u007f', '\u3000'], StringSplitOptions.None).MaxBy(part => part.Length)!;
}
