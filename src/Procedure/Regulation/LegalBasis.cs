namespace WorkflowAccountability.Procedure.Regulation;

/// <summary>第一条: a law or rule that the regulation rests on, or that took its place, with the time for which it held.</summary>
/// <param name="Title">Its title without version.</param>
/// <param name="Version">Which version, for people.</param>
/// <param name="NamedIn">The clause that names it; null for what took its place.</param>
/// <param name="Source">Where its dates were read.</param>
public sealed record LegalBasis(
    string Id, string Title, string Version, string? NamedIn, DateOnly ValidFrom, DateOnly? ValidTo, string? ReplacedBy, string Source, string? Doubt = null)
    : IDated<LegalBasis>
{
    /// <inheritdoc/>
    public LegalBasis Within(DateOnly from, DateOnly? to) => this with { ValidFrom = from, ValidTo = to };

    /// <summary>Whether it held on any day of a span.</summary>
    public bool HeldWithin(DateOnly from, DateOnly to) => Validity.Overlap(ValidFrom, ValidTo, from, to.AddDays(1));
}

/// <summary>第一条: the legal bases, and what of them a text names.</summary>
public sealed record LegalBases(IReadOnlyList<LegalBasis> Bases)
{
    private static readonly Lazy<LegalBases> ReadOnce = new(() => DataFile.Read<LegalBases>("Regulation/legal-bases.json", bases => bases.Faults()));

    public static LegalBases Shipped => ReadOnce.Value;

    /// <summary>The titles in 《》 that a text names and that are known here, with all their versions.</summary>
    public IReadOnlyList<IGrouping<string, LegalBasis>> NamedIn(string text) =>
        [.. Bases.GroupBy(basis => basis.Title).Where(versions => text.Contains($"《{versions.Key}》", StringComparison.Ordinal))];

    /// <summary>第一条: the titles in a text of which no version held on any day of the acts: what was not yet, or no longer, in force.</summary>
    [Clause("第一条")]
    public IReadOnlyList<string> NotInForce(string text, DateOnly from, DateOnly to) =>
        [.. NamedIn(text).Where(versions => !versions.Any(version => version.HeldWithin(from, to))).Select(versions => versions.Key)];

    /// <summary>Everything in the table that contradicts itself.</summary>
    public IEnumerable<string> Faults() =>
    [
        .. Bases.CountBy(basis => basis.Id).Where(count => count.Value > 1).Select(twice => $"{twice.Key}: stands twice."),
        .. Bases.SelectMany(basis => Validity.FaultsOf(basis.Id, basis.ValidFrom, basis.ValidTo)),
        .. Bases.Where(basis => basis.NamedIn is { } clause && !Citations.IsSound(clause)).Select(basis => $"{basis.Id}: '{basis.NamedIn}' is no sound citation."),
        .. Bases.Where(basis => basis.ReplacedBy is { } by && !Bases.Any(other => other.Id == by)).Select(basis => $"{basis.Id}: is replaced by '{basis.ReplacedBy}', which is not among them."),
        .. Bases.SelectMany((basis, at) => Bases.Skip(at + 1).Where(other => other.Title == basis.Title
            && Validity.Overlap(basis.ValidFrom, basis.ValidTo, other.ValidFrom, other.ValidTo)), (basis, _) => $"{basis.Title}: two versions hold at once."),
    ];
}
