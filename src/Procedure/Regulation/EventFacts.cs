using System.Collections.Immutable;

namespace WorkflowAccountability.Procedure.Regulation;

/// <summary>What is known of an event, by the id of the criterion it answers. What is not known is not stated.</summary>
public sealed record EventFacts
{
    public static readonly EventFacts None = new();

    public ImmutableSortedDictionary<string, FactValue> Stated { get; private init; } =
        ImmutableSortedDictionary.Create<string, FactValue>(StringComparer.Ordinal);

    /// <summary>So many people.</summary>
    public EventFacts Count(string criterion, long? people) => With(criterion, people is { } known ? new CountFact(known) : null);

    /// <summary>An amount in yuan, whatever unit the rules compare in.</summary>
    public EventFacts Money(string criterion, decimal? yuan) => With(criterion, yuan is { } known ? new MoneyFact(known) : null);

    /// <summary>The level (Ⅰ…Ⅳ) of the choice, or its full text.</summary>
    public EventFacts Choice(string criterion, string? levelOrText) =>
        With(criterion, string.IsNullOrEmpty(levelOrText) ? null : new ChoiceFact(levelOrText));

    /// <summary>Whether it is so.</summary>
    public EventFacts Flag(string criterion, bool? isSo) => With(criterion, isSo is { } known ? new FlagFact(known) : null);

    /// <summary>Only the facts that this rule set asks for, so that two rule sets can be laid side by side.</summary>
    public EventFacts For(RuleSet rules) =>
        this with { Stated = Stated.RemoveRange(Stated.Keys.Except(rules.Criteria.Select(criterion => criterion.Id))) };

    private EventFacts With(string criterion, FactValue? value) =>
        value is null ? this : this with { Stated = Stated.SetItem(criterion, value) };
}

/// <summary>The value of one fact.</summary>
public abstract record FactValue;

public sealed record CountFact(long People) : FactValue;

public sealed record MoneyFact(decimal Yuan) : FactValue;

public sealed record ChoiceFact(string LevelOrText) : FactValue;

public sealed record FlagFact(bool IsSo) : FactValue;
