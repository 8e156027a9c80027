using System.Collections.Concurrent;

namespace WorkflowAccountability.Procedure.Regulation.Book;

/// <summary>An approved rule set, read.</summary>
/// <param name="Table">What <see cref="RuleKind.Read"/> made of its file.</param>
public sealed record BookedRules(int Edition, RuleKind Kind, object Table, DateOnly From, DateOnly? To);

/// <summary>
/// Every rule set that this installation knows: those of the release, and what was approved since. It only grows. A case names the edition that it was opened
/// under and what it took over later, so that nothing that is approved afterwards changes it.
/// </summary>
public sealed class RuleBook(IReadOnlyList<BookedRules> booked)
{
    private readonly ConcurrentDictionary<string, CaseRules> read = [];

    /// <summary>The book of the release.</summary>
    public static RuleBook Shipped { get; } = new([]);

    /// <summary>How many rule sets were approved.</summary>
    public int Edition { get; } = booked.Count == 0 ? 0 : booked.Max(rules => rules.Edition);

    /// <summary>The rules as of now.</summary>
    public CaseRules Newest => At(Edition, []);

    /// <summary>The rules up to an edition, and the later ones that were taken over.</summary>
    public CaseRules At(int edition, IReadOnlyCollection<int> adopted) => Math.Max(edition, adopted.Count == 0 ? 0 : adopted.Max()) is var needed && needed > Edition
        ? throw new InvalidOperationException($"The edition {needed} of the rules is not in this book, which ends with {Edition}.")
        : read.GetOrAdd($"{edition} {string.Join(' ', adopted.Order())}", _ => booked.Where(rules => rules.Edition <= edition || adopted.Contains(rules.Edition))
            .OrderBy(rules => rules.Edition).Aggregate(CaseRules.Shipped, (rules, next) => next.Kind.Put(rules, next.Table, next.From, next.To)));

    /// <summary>The book that approved rows make.</summary>
    public static RuleBook Of(IEnumerable<RuleSetVersion> versions) => new([.. versions.Where(version => version.Edition is not null).OrderBy(version => version.Edition)
        .Select(version => new BookedRules(version.Edition!.Value, RuleKind.Of(version.Kind), RuleFile.Parse(version.Json).Table!, version.ValidFrom, version.ValidTo))]);
}
