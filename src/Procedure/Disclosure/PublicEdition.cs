using WorkflowAccountability.Procedure.Forms;
using WorkflowAccountability.Procedure.Papers;

namespace WorkflowAccountability.Procedure.Disclosure;

/// <summary>How far an edition has got.</summary>
public enum EditionStatus
{
    /// <summary>拟制: being cut.</summary>
    Prepared,

    /// <summary>已发布: the public reads it.</summary>
    Released,

    /// <summary>A later version took its place.</summary>
    Superseded,

    /// <summary>撤下, or given up before it was released.</summary>
    Withdrawn,
}

/// <summary>第十一条第一款第二句: the public edition of a signed report. It is made from the locked text by cuts, each with its reason.</summary>
public sealed class PublicEdition
{
    /// <summary>16 hex digits.</summary>
    public required string Id { get; init; }

    /// <summary>Under what the public finds it: the same for every version; it tells nothing of the case.</summary>
    public required string SeriesId { get; init; }

    /// <summary>The version, from 1; a correction is a new one.</summary>
    public required int Number { get; init; }

    /// <summary>The case.</summary>
    public required string CaseId { get; init; }

    /// <summary>The signed report.</summary>
    public required string PaperId { get; init; }

    /// <summary>The hash of the locked report from which it was made.</summary>
    public required string PaperSha256 { get; init; }

    /// <summary>How far it has got.</summary>
    public EditionStatus Status { get; set; }

    /// <summary>What its author may change (<see cref="EditionText"/>), JSON.</summary>
    public required string TextJson { get; set; }

    /// <summary>Who began it.</summary>
    public required string PreparedById { get; init; }

    /// <summary>Unit, post and name on that day.</summary>
    public required string PreparedBy { get; init; }

    /// <summary>When (UTC).</summary>
    public required DateTimeOffset PreparedAt { get; init; }

    /// <summary>Who changed it last; he does not release it.</summary>
    public required string EditedById { get; set; }

    /// <summary>Who released it: another person.</summary>
    public string? ReleasedById { get; set; }

    /// <summary>Unit, post and name on that day.</summary>
    public string? ReleasedBy { get; set; }

    /// <summary>When (UTC).</summary>
    public DateTimeOffset? ReleasedAt { get; set; }

    /// <summary>What the public reads (<see cref="PaperSheet"/>), JSON; null before the release.</summary>
    public string? SheetJson { get; set; }

    /// <summary>The title that the public reads; null before the release.</summary>
    public string? Title { get; set; }

    /// <summary>Title and text as the public may search them; null before the release.</summary>
    public string? SearchText { get; set; }

    /// <summary>Of the released .docx, upper hex.</summary>
    public string? Sha256 { get; set; }

    /// <summary>Why it was taken down or given up.</summary>
    public string? WithdrawnBecause { get; set; }

    /// <summary>Grows with every change.</summary>
    public int Version { get; set; }

    /// <summary>What its author may change.</summary>
    public EditionText Text => (EditionText)FormJsonText.Read(TextJson, typeof(EditionText));

    /// <summary>What the public reads; null before the release.</summary>
    public PaperSheet? Sheet => SheetJson is null ? null : (PaperSheet)FormJsonText.Read(SheetJson, typeof(PaperSheet));
}

/// <summary>The released .docx; it comes into being with the release.</summary>
public sealed class EditionFile
{
    /// <summary>The edition.</summary>
    public required string EditionId { get; init; }

    /// <summary>The bytes.</summary>
    public required byte[] Content { get; init; }
}

/// <summary>What is cut from the locked text, what is knowingly left in, and what a correction corrects.</summary>
public sealed record EditionText
{
    /// <summary>The longest words of a row, and the most rows.</summary>
    public const int LongestWords = 2_000, MostRows = 300;

    /// <summary>The title for the public.</summary>
    public string Title { get; init; } = "";

    /// <summary>The cuts.</summary>
    public IReadOnlyList<Cut> Cuts { get; init; } = [];

    /// <summary>Names that the public is meant to read, each with its reason.</summary>
    public IReadOnlyList<KeptName> Kept { get; init; } = [];

    /// <summary>更正说明, read by the public; only in versions after the first.</summary>
    public string? Correction { get; init; }
}

/// <summary>Words that the public does not read, wherever they stand in the locked text.</summary>
/// <param name="Replacement">What stands there instead; nothing means ×××.</param>
/// <param name="Reason">The code of a <see cref="CutReason"/>.</param>
/// <param name="Explanation">Why in this place.</param>
public sealed record Cut(string Words, string? Replacement, string Reason, string? Explanation = null)
{
    /// <summary>What stands where nothing else was written.</summary>
    public const string Blank = "×××";

    /// <summary>What the public reads in its place.</summary>
    public string Shown => string.IsNullOrWhiteSpace(Replacement) ? Blank : Replacement;
}

/// <summary>A person's name that stays in the text, and why.</summary>
public sealed record KeptName(string Name, string Reason);
