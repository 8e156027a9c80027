using System.Text;

namespace WorkflowAccountability.Procedure.Cases.Search;

/// <summary>
/// Words as search compares them: letters and digits alone, full and half width, upper and lower case alike. Thereby 〔2016〕12号 and (2016) 12 号
/// are one number, and the many dots in names of persons (· • ・ ‧) are none. Hanzi outside of the first plane stay whole.
/// </summary>
public static class SearchWords
{
    /// <summary>The text as search compares it.</summary>
    public static string Fold(string text) => string.Concat(text.Normalize(NormalizationForm.FormKC).EnumerateRunes()
        .Where(Rune.IsLetterOrDigit).Select(Rune.ToLowerInvariant));

    /// <summary>By what a text is found: each of its characters, and each pair of neighbours. No index knows shorter ones, and longer words are made of them.</summary>
    public static IEnumerable<string> TermsOf(string folded) => [.. Characters(folded), .. Pairs(folded)];

    /// <summary>By what a word is looked up: its pairs, or its one character.</summary>
    public static IReadOnlyList<string> LookedUp(string folded) => Pairs(folded) is { Count: > 0 } pairs ? pairs : Characters(folded);

    private static List<string> Pairs(string folded)
    {
        var characters = Characters(folded);
        return [.. characters.Zip(characters.Skip(1), string.Concat)];
    }

    private static List<string> Characters(string folded) => [.. folded.EnumerateRunes().Select(rune => rune.ToString())];
}
