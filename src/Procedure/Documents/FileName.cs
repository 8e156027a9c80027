using System.Globalization;
using System.Text;

namespace WorkflowAccountability.Procedure.Documents;

/// <summary>Names of files as their owners wrote them, rare Hanzi and "·" included, without what misleads readers or breaks headers and file systems.</summary>
public static class FileName
{
    /// <summary>In code points, extension included.</summary>
    public const int MaxLength = 150;

    private const string Forbidden = "\\/:*?\"<>|";

    /// <summary>
    /// The last part of a path, without control characters and without marks that turn the direction of writing (报告\u202Efdp.exe reads like a PDF).
    /// A long name loses the end of its stem, never its extension.
    /// </summary>
    public static string Clean(string given)
    {
        var last = given[(given.LastIndexOfAny(['/', '\\']) + 1)..];
        var runes = last.EnumerateRunes().Where(IsHarmless)
            .Select(rune => rune.Value < 128 && Forbidden.Contains((char)rune.Value) ? new Rune('_') : rune);
        var name = string.Concat(runes).Trim().TrimEnd('.', ' ').TrimStart('.');
        var extension = Path.GetExtension(name);
        var stem = Path.GetFileNameWithoutExtension(name).Trim();
        if (stem.Length == 0)
            stem = "未命名";
        var room = Math.Max(1, MaxLength - extension.EnumerateRunes().Count());
        return string.Concat(stem.EnumerateRunes().Take(room)) + extension;
    }

    private static bool IsHarmless(Rune rune) => Rune.GetUnicodeCategory(rune) is not
        (UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator)
        && rune != Rune.ReplacementChar;
}
