using System.Text.RegularExpressions;

namespace WorkflowAccountability.Procedure.Papers.Layout;

/// <summary>What a paragraph of a document is, by how it begins (GB/T 9704-2012: 一、黑体, （一）楷体, 1.（1）仿宋).</summary>
public enum PaperLevel
{
    /// <summary>Running text.</summary>
    Text,

    /// <summary>一、</summary>
    First,

    /// <summary>（一）</summary>
    Second,
}

/// <summary>A paragraph with the part of it that is a heading.</summary>
/// <param name="Heading">How many UTF-16 units from its beginning are set as heading: the first sentence of a paragraph that goes on, all of one that does not.</param>
public sealed partial record PaperLine(string Text, PaperLevel Level, int Heading)
{
    private const int LongestHeading = 60;

    /// <summary>Reads a paragraph.</summary>
    public static PaperLine Of(string text)
    {
        var level = First().IsMatch(text) ? PaperLevel.First : Second().IsMatch(text) ? PaperLevel.Second : PaperLevel.Text;
        if (level is PaperLevel.Text)
            return new PaperLine(text, level, 0);
        var end = text.IndexOf('。', StringComparison.Ordinal);
        var heading = end < 0 || end == text.Length - 1 ? text.Length : end + 1;
        // A numbered sentence of running text is none.
        return heading > LongestHeading ? new PaperLine(text, PaperLevel.Text, 0) : new PaperLine(text, level, heading);
    }

    [GeneratedRegex("^[一二三四五六七八九十]{1,3}、")]
    private static partial Regex First();

    [GeneratedRegex("^（[一二三四五六七八九十]{1,3}）")]
    private static partial Regex Second();
}
