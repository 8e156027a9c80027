namespace WorkflowAccountability.Procedure.Regulation;

/// <summary>One thing that the regulation asks of the system.</summary>
/// <param name="Words">Words of the clause, where several rows rest on the same one.</param>
/// <param name="Asks">What must stand, in our own words.</param>
public sealed record ChecklistRow(string Id, string Citation, string Asks, string AsksInEnglish, string? Words = null)
{
    /// <summary>How names of tests begin: citation and words without what no name may hold, 第六条第一项.</summary>
    public string Name => NameOf(Citation) + (Words is null ? "" : "_" + NameOf(Words));

    /// <summary>A citation as the name of a test holds it.</summary>
    public static string NameOf(string text) => string.Concat(text.Where(char.IsLetterOrDigit));
}

/// <summary>What the seventeen articles and the head of the document ask, row by row.</summary>
public sealed record Checklist(IReadOnlyList<ChecklistRow> Rows)
{
    private static readonly Lazy<Checklist> ReadOnce = new(() => DataFile.Read<Checklist>("Regulation/checklist.json", list => list.Faults()));

    public static Checklist Shipped => ReadOnce.Value;

    /// <summary>The row that a citation, and words of its clause where several rows share it, stand for.</summary>
    public ChecklistRow? Find(string citation, string? words) => Rows.SingleOrDefault(row => row.Citation == citation && row.Words == words);

    /// <summary>Rows that stand twice, that cite nothing, and words that are not the clause's.</summary>
    public IEnumerable<string> Faults() =>
    [
        .. Rows.CountBy(row => row.Id).Concat(Rows.CountBy(row => row.Name)).Where(count => count.Value > 1).Select(twice => $"{twice.Key}: stands twice."),
        .. Rows.Where(row => !Citations.IsSound(row.Citation) && !RegulationText.All.Any(text => text.DocumentNumber == row.Citation))
            .Select(row => $"{row.Id}: '{row.Citation}' is no sound citation."),
        .. Rows.Where(row => row.Words is { } words && !RegulationText.All.Any(text => text.Find(row.Citation)?.Text.Contains(words) is true))
            .Select(row => $"{row.Id}: '{row.Words}' does not stand in {row.Citation}."),
    ];
}

/// <summary>Says which row of the checklist a class or method carries: its citation, and words of the clause where several rows share it.</summary>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Method, AllowMultiple = true, Inherited = false)]
public sealed class ClauseAttribute(string citation, string? words = null) : Attribute
{
    public string Citation { get; } = citation;

    public string? Words { get; } = words;
}
