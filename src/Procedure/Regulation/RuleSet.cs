using System.Globalization;

namespace WorkflowAccountability.Procedure.Regulation;

/// <summary>What a rule set is for: the deciding one is named by the regulation, the others are shown beside it.</summary>
public enum RuleSetUse
{
    Deciding,
    Comparison,
}

public enum CriterionType
{
    Integer,
    Decimal,
    Choice,
    Boolean,
}

/// <summary>A level reached from <c>Min</c> (itself included, unless <c>MinExclusive</c>) up to but not including <c>Below</c>.</summary>
public sealed record Band(EventLevel Level, decimal Min, decimal? Below, string? Item, bool MinExclusive = false)
{
    public bool Holds(decimal value) => (MinExclusive ? value > Min : value >= Min) && (Below is null || value < Below);
}

/// <summary>A level reached by what happened, not by a number.</summary>
public sealed record LevelChoice(EventLevel Level, string Text, string? Item);

/// <summary>One question of the scale: a number with bands, or choices.</summary>
public sealed record Criterion(
    string Id, string Label, CriterionType Type, string? Unit,
    IReadOnlyList<Band>? Bands = null, IReadOnlyList<LevelChoice>? Choices = null)
{
    /// <summary>What gives each level, in words: a threshold, or what must have happened; the gravest first.</summary>
    public IEnumerable<Threshold> Thresholds() => (Bands ?? []).Select(band => new Threshold(band.Level, Words(band), band.Item))
        .Concat((Choices ?? []).Select(choice => new Threshold(choice.Level, choice.Text, choice.Item))).OrderBy(threshold => threshold.Level);

    private string Words(Band band) => string.Create(CultureInfo.InvariantCulture,
        $"{(band.MinExclusive ? ">" : "≥")}{band.Min:0.######}{(band.Below is { } below ? $" <{below:0.######}" : "")} {Unit}");
}

/// <summary>One level of a criterion in words, with its item in the published table.</summary>
public sealed record Threshold(EventLevel Level, string Words, string? Item);

/// <summary>A level's official name.</summary>
public sealed record LevelTitle(EventLevel Level, string Title);

/// <summary>An official scale of environmental events (第十六条第一款 names the deciding one).</summary>
public sealed record RuleSet(
    string Id, string Title, string Authority, string Table, DateOnly Promulgated, DateOnly ValidFrom, DateOnly? ValidTo, RuleSetUse Use,
    string Citation, EventLevel? TriggerLevel, EventLevel? DefaultLevel, string Bounds, string Aggregation,
    IReadOnlyList<LevelTitle> Levels, IReadOnlyList<Criterion> Criteria) : IDated<RuleSet>
{
    /// <summary>The scale as it holds within a span.</summary>
    public RuleSet Within(DateOnly from, DateOnly? to) => this with { ValidFrom = from, ValidTo = to };

    /// <summary>Everything in the scale that contradicts itself.</summary>
    public IEnumerable<string> Faults() =>
    [
        .. Validity.FaultsOf(Id, ValidFrom, ValidTo),
        .. Citations.IsSound(Citation) ? Array.Empty<string>() : [$"{Id}: '{Citation}' is no sound citation."],
        .. Criteria.CountBy(criterion => criterion.Id).Where(count => count.Value > 1)
            .Select(twice => $"{Id}: the criterion {twice.Key} stands twice."),
        .. Criteria.SelectMany(FaultsOf),
    ];

    private IEnumerable<string> FaultsOf(Criterion criterion)
    {
        var isNumber = criterion.Type is CriterionType.Integer or CriterionType.Decimal;
        if (criterion.Bands is null == isNumber || criterion.Choices is null != isNumber)
            yield return $"{Id}.{criterion.Id}: a number has bands and no choices, everything else has choices and no bands.";
        if (criterion.Type is CriterionType.Decimal && criterion.Unit is not "万元")
            yield return $"{Id}.{criterion.Id}: an amount is compared in 万元, not in '{criterion.Unit}'.";
        var bands = (criterion.Bands ?? []).OrderByDescending(band => band.Min).ToList();
        foreach (var (upper, lower) in bands.Zip(bands.Skip(1)).Where(pair => pair.First.Min != pair.Second.Below))
            yield return $"{Id}.{criterion.Id}: the bands {upper.Level.Symbol()} and {lower.Level.Symbol()} leave a gap or overlap.";
    }
}
