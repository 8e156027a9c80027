using System.Text;
using WorkflowAccountability.Procedure.Papers;

namespace WorkflowAccountability.Procedure.Disclosure;

/// <summary>A piece of a paragraph: as it stands, or cut.</summary>
/// <param name="Cut">The cut that took it away; null where nothing did.</param>
public sealed record CutPiece(string Words, Cut? Cut);

/// <summary>Makes the public text from the locked one: words go, they are not covered.</summary>
public static class CutText
{
    /// <summary>附注 of what is published.</summary>
    public const string PublicNote = "此件公开发布";

    /// <summary>A paragraph in pieces. Where two cuts begin at one place the longer counts; what was put in is not cut again.</summary>
    public static IReadOnlyList<CutPiece> PiecesOf(string paragraph, IReadOnlyList<Cut> cuts)
    {
        var pieces = new List<CutPiece>();
        var kept = new StringBuilder();
        var byLength = cuts.Where(cut => cut.Words.Length > 0).OrderByDescending(cut => cut.Words.Length).ToList();
        for (var at = 0; at < paragraph.Length;)
        {
            var cut = byLength.Find(cut => string.CompareOrdinal(paragraph, at, cut.Words, 0, cut.Words.Length) == 0);
            if (cut is null)
            {
                kept.Append(paragraph[at++]);
                continue;
            }
            if (kept.Length > 0)
                pieces.Add(new CutPiece(kept.ToString(), null));
            kept.Clear();
            pieces.Add(new CutPiece(cut.Words, cut));
            at += cut.Words.Length;
        }
        if (kept.Length > 0)
            pieces.Add(new CutPiece(kept.ToString(), null));
        return pieces;
    }

    /// <summary>A paragraph as the public reads it.</summary>
    public static string Apply(string paragraph, IReadOnlyList<Cut> cuts) =>
        string.Concat(PiecesOf(paragraph, cuts).Select(piece => piece.Cut?.Shown ?? piece.Words));

    /// <summary>
    /// The sheet that the public reads: title, text, organ and date. Number, addressees, signers, copies and attachments of the internal document are
    /// no part of it.
    /// </summary>
    public static PaperSheet PublicSheet(PaperSheet locked, EditionText text) => new()
    {
        Layout = PaperLayout.Plain, Organs = locked.Organs, Title = Apply(text.Title.ReplaceLineEndings("\n").Trim(), text.Cuts),
        Body = [.. locked.Body.Select(line => Apply(line, text.Cuts)).Where(line => line.Trim().Length > 0)], SignedBy = locked.SignedBy, On = locked.On, Note = PublicNote,
    };

    /// <summary>How often the words of a cut stand in the locked text.</summary>
    public static int Hits(PaperSheet locked, EditionText text, Cut cut) =>
        locked.Body.Append(text.Title).Sum(line => PiecesOf(line, text.Cuts).Count(piece => ReferenceEquals(piece.Cut, cut) || piece.Cut == cut));
}
