namespace WorkflowAccountability.Procedure.Papers.Layout;

/// <summary>How a title is broken (回行): whole words, lines of nearly one length, the lines never more than the page is wide.</summary>
public static class PaperTitle
{
    /// <summary>Characters of 2号 that fit side by side.</summary>
    private const int Widest = 19;

    private static readonly string[] afterWhich = ["关于", "的", "》", "”", "、", "）", "同意", "给予", "启动", "成立", "和", "对", "报请", "审查批准", "责任追究", "事件", "问题"];
    private static readonly string[] beforeWhich = ["《", "“", "责任追究", "调查报告", "请示", "批复", "处理决定", "调查组", "（"];

    /// <summary>The lines of a title. Whoever broke it himself is followed.</summary>
    public static IReadOnlyList<string> LinesOf(string title)
    {
        var own = title.Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        return own.Length > 1 ? own : [.. own.SelectMany(Broken)];
    }

    private static IEnumerable<string> Broken(string line)
    {
        var runes = line.EnumerateRunes().Select(rune => rune.ToString()).ToList();
        var count = (int)Math.Ceiling(runes.Count / (double)Widest);
        if (count <= 1)
            return [line];
        var lines = new List<string>();
        var from = 0;
        for (var left = count; left > 1; left--)
        {
            var ideal = from + ((runes.Count - from) / (double)left);
            var least = Math.Max(from + 1, runes.Count - (Widest * (left - 1)));
            var at = Enumerable.Range(least, Math.Max(1, Math.Min(from + Widest, runes.Count - 1) - least + 1))
                .MinBy(place => Math.Abs(place - ideal) + (IsBetweenWords(runes, place) ? 0 : 6) + (ForbidsBreak(runes[place]) ? 100 : 0));
            lines.Add(string.Concat(runes[from..at]));
            from = at;
        }
        return [.. lines, string.Concat(runes[from..])];
    }

    private static bool IsBetweenWords(List<string> runes, int place)
    {
        var (before, after) = (string.Concat(runes[..place]), string.Concat(runes[place..]));
        return afterWhich.Any(word => before.EndsWith(word, StringComparison.Ordinal)) || beforeWhich.Any(word => after.StartsWith(word, StringComparison.Ordinal));
    }

    // No line begins with the second half of a pair, a dot of a name, or 的.
    private static bool ForbidsBreak(string rune) => "》”）、，。·的".Contains(rune, StringComparison.Ordinal);
}
