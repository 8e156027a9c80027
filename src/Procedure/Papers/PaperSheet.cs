using System.Globalization;

namespace WorkflowAccountability.Procedure.Papers;

/// <summary>The head that a document of GB/T 9704-2012 bears.</summary>
public enum PaperLayout
{
    /// <summary>上行文: letterhead, number at the left, 签发人 at the right.</summary>
    Upward,

    /// <summary>下行文: letterhead, number in the middle.</summary>
    Downward,

    /// <summary>信函格式: the organ's name over a double line.</summary>
    Letter,

    /// <summary>Without letterhead and number: what is printed as a text of its own.</summary>
    Plain,
}

/// <summary>
/// A document as it is printed: every name, number and date is resolved. Once signed it never changes; its docx, its page and its paper are made of
/// it and of nothing else.
/// </summary>
public sealed record PaperSheet
{
    public required PaperLayout Layout { get; init; }

    /// <summary>发文机关标志: the full names, the leading organ first; <c>文件</c> is added by the layout.</summary>
    public required IReadOnlyList<string> Organs { get; init; }

    /// <summary>发文字号; null while the document is a draft, and in the plain layout.</summary>
    public string? Number { get; init; }

    /// <summary>签发人: the names that an upward document bears.</summary>
    public IReadOnlyList<string> Signers { get; init; } = [];

    /// <summary>紧急程度: 特急, 加急, or nothing.</summary>
    public string? Urgency { get; init; }

    /// <summary>Its lines, as its author broke it; one line is broken by the layout.</summary>
    public required string Title { get; init; }

    /// <summary>主送机关, without the colon.</summary>
    public string? Addressee { get; init; }

    /// <summary>A paragraph each; 一、（一）1. at their beginning tell the headings.</summary>
    public required IReadOnlyList<string> Body { get; init; }

    /// <summary>附件说明, without numbers.</summary>
    public IReadOnlyList<string> Attachments { get; init; } = [];

    /// <summary>署名: the organs, in the letterhead's order.</summary>
    public required IReadOnlyList<string> SignedBy { get; init; }

    /// <summary>成文日期; null while the document is a draft.</summary>
    public DateOnly? On { get; init; }

    /// <summary>附注, without brackets.</summary>
    public string? Note { get; init; }

    /// <summary>抄送.</summary>
    public string? CopiedTo { get; init; }

    /// <summary>印发机关; null in letters and in the plain layout, which have none.</summary>
    public string? PrintedBy { get; init; }

    /// <summary>A date as official documents write it: 2026年3月2日, without leading zeros.</summary>
    public static string Day(DateOnly day) => string.Create(CultureInfo.InvariantCulture, $"{day.Year}年{day.Month}月{day.Day}日");
}
