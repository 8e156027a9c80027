using System.Collections.Frozen;
using System.Runtime.CompilerServices;

namespace WorkflowAccountability.Procedure.Regulation;

/// <summary>One citable piece of the regulation: an article, a paragraph, an item, a sub-item or a sentence.</summary>
public sealed record Clause(string Citation, string Text, IReadOnlyList<string>? AlsoCited = null);

/// <summary>A chapter and the articles in it.</summary>
public sealed record Chapter(string Title, IReadOnlyList<string> Articles);

/// <summary>One version of the regulation, with its exact words under their exact citations.</summary>
public sealed record RegulationText(
    string Id, string Title, string DocumentNumber, IReadOnlyList<string> IssuedBy, string Addressees, string CopiedTo,
    DateOnly IssuedOn, DateOnly ValidFrom, DateOnly? ValidTo, string CitationForm,
    IReadOnlyList<Chapter> Chapters, IReadOnlyList<Clause> Clauses)
{
    // A page asks for dozens of citations. Kept beside the clauses they were made of, so that a copy with others has its own.
    private static readonly ConditionalWeakTable<IReadOnlyList<Clause>, FrozenDictionary<string, Clause>> byCitation = [];

    private static readonly Lazy<Versions> Shipped = new(() => DataFile.Read<Versions>("Regulation/clauses.json", FaultsOf));

    /// <summary>Every version that was ever in force, oldest first.</summary>
    public static IReadOnlyList<RegulationText> All => Shipped.Value.Regulations;

    /// <summary>The version with no end.</summary>
    public static RegulationText Current => All.Single(text => text.ValidTo is null);

    /// <summary>The version that a case is bound to by its document number; a later one changes nothing in it.</summary>
    [Clause("昌州党办发〔2016〕59号")]
    public static RegulationText Bound(string documentNumber, IReadOnlyList<RegulationText>? versions = null) =>
        (versions ?? All).Single(text => text.DocumentNumber == documentNumber);

    /// <summary>The version in force on a day; none before the first was issued.</summary>
    [Clause("第十七条")]
    public static RegulationText? On(DateOnly day) => All.SingleOrDefault(text => Validity.Covers(text.ValidFrom, text.ValidTo, day));

    /// <summary>The clause with exactly this citation.</summary>
    public Clause? Find(string citation) => byCitation.GetValue(Clauses, ByCitation).GetValueOrDefault(citation);

    /// <summary>Whether a clause has exactly this citation.</summary>
    public bool Knows(string citation) => Find(citation) is not null;

    /// <summary>The items （一）（二）… of an article or paragraph, in their order.</summary>
    public IReadOnlyList<Clause> ItemsOf(string citation) =>
    [
        .. Clauses.Where(clause =>
            clause.Citation.StartsWith($"{citation}第（", StringComparison.Ordinal) && clause.Citation.EndsWith('项')),
    ];

    /// <summary>Everything in the text that contradicts itself.</summary>
    public IEnumerable<string> Faults() =>
    [
        .. Validity.FaultsOf(Id, ValidFrom, ValidTo),
        .. Clauses.SelectMany(CitationsOf).CountBy(citation => citation).Where(count => count.Value > 1)
            .Select(twice => $"{Id}: the citation {twice.Key} stands for {twice.Value} clauses."),
        .. Clauses.Where(clause => clause.Text.Trim() != clause.Text || clause.Text is "")
            .Select(clause => $"{Id}: the text of {clause.Citation} is empty or begins or ends with a space."),
        .. Chapters.SelectMany(chapter => chapter.Articles).Where(article => !Knows(article))
            .Select(article => $"{Id}: a chapter names {article}, which is not among the clauses."),
    ];

    private static FrozenDictionary<string, Clause> ByCitation(IReadOnlyList<Clause> clauses) =>
        clauses.SelectMany(clause => CitationsOf(clause).Select(citation => (citation, clause))).DistinctBy(pair => pair.citation)
            .ToFrozenDictionary(pair => pair.citation, pair => pair.clause);

    private static IEnumerable<string> CitationsOf(Clause clause) => [clause.Citation, .. clause.AlsoCited ?? []];

    private static IEnumerable<string> FaultsOf(Versions versions)
    {
        foreach (var fault in versions.Regulations.SelectMany(text => text.Faults()))
            yield return fault;
        foreach (var (earlier, later) in versions.Regulations.Zip(versions.Regulations.Skip(1)))
            if (earlier.ValidTo != later.ValidFrom)
                yield return $"{later.Id} must begin on the day on which {earlier.Id} ends.";
        if (versions.Regulations.Count(text => text.ValidTo is null) != 1)
            yield return "Exactly one version of the regulation must have no end.";
    }

    private sealed record Versions(IReadOnlyList<RegulationText> Regulations);
}
