using System.Text;

namespace WorkflowAccountability.Procedure.Organisations;

/// <summary>
/// Pinyin initials of names: 张砚秋 is found by zyq. A Hanzi with several readings counts under each of them, so that surnames are found as they are spoken
/// (单 shàn, 解 xiè, 仇 qiú, 区 ōu) and as they are usually typed. The table is made from the readings of npm's pinyin-pro (MIT); a line is a letter and its Hanzi.
/// </summary>
public static class NameInitials
{
    private const int Fewest = 2, MostSpellings = 32;

    private static readonly Lazy<IReadOnlyDictionary<int, string>> ReadOnce = new(Read);

    /// <summary>Whether words may be initials: two or more plain letters.</summary>
    public static bool MayBe(string words) => words.Length >= Fewest && words.All(char.IsAsciiLetter);

    /// <summary>Whether the initials of a name begin with the letters typed, in either case.</summary>
    public static bool Match(string name, string typed)
    {
        var letters = LettersOf(name);
        return MayBe(typed) && typed.Length <= letters.Count && typed.Select((letter, at) => letters[at].Contains(char.ToLowerInvariant(letter), StringComparison.Ordinal)).All(fits => fits);
    }

    /// <summary>Everything by which a name can be typed: each spelling of its initials, from two letters on, shorter ones included.</summary>
    public static IReadOnlyList<string> SpellingsOf(string name)
    {
        var (letters, spellings, all) = (LettersOf(name), new List<string> { "" }, new List<string>());
        foreach (var letter in letters)
        {
            spellings = [.. spellings.SelectMany(_ => letter, (begun, next) => begun + next).Take(MostSpellings)];
            all.AddRange(spellings.Where(spelling => spelling.Length >= Fewest));
        }
        return all;
    }

    // What has no reading, a dot between the parts of a name for instance, is passed over.
    private static List<string> LettersOf(string name) =>
        [.. name.EnumerateRunes().Select(rune => rune.IsAscii && Rune.IsLetter(rune) ? Rune.ToLowerInvariant(rune).ToString() : ReadOnce.Value.GetValueOrDefault(rune.Value)).OfType<string>()];

    private static Dictionary<int, string> Read()
    {
        using var stream = typeof(NameInitials).Assembly.GetManifestResourceStream("WorkflowAccountability.Procedure.Organisations/name-initials.txt")!;
        using var reader = new StreamReader(stream);
        var letters = new Dictionary<int, string>();
        while (reader.ReadLine() is { Length: > 2 } line)
            foreach (var rune in line[2..].EnumerateRunes())
                letters[rune.Value] = letters.GetValueOrDefault(rune.Value) + line[0];
        return letters;
    }
}
