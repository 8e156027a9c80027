namespace WorkflowAccountability.Procedure.Regulation;

/// <summary>第十六条第一款: the scales of events with the time for which each holds.</summary>
public sealed record ClassificationScales(IReadOnlyList<RuleSet> RuleSets)
{
    private static readonly Lazy<ClassificationScales> ReadOnce =
        new(() => DataFile.Read<ClassificationScales>("Regulation/classification-rules.json", scales => scales.Faults()));

    /// <summary>The scales of the release.</summary>
    public static ClassificationScales Shipped => ReadOnce.Value;

    /// <summary>The scale of an id; the one that holds last where it stands more than once.</summary>
    public RuleSet? Find(string id) => RuleSets.Where(rules => rules.Id == id).MaxBy(rules => rules.ValidFrom);

    /// <summary>The scale that decides on a day; before the first scale there is, that one.</summary>
    public RuleSet Deciding(DateOnly day)
    {
        var deciding = RuleSets.Where(rules => rules.Use is RuleSetUse.Deciding).OrderBy(rules => rules.ValidFrom).ToList();
        return deciding.SingleOrDefault(rules => rules.HoldsOn(day)) ?? deciding[0];
    }

    /// <summary>The scales shown beside the deciding one.</summary>
    public IReadOnlyList<RuleSet> Comparisons(DateOnly day) =>
        [.. RuleSets.Where(rules => rules.Use is RuleSetUse.Comparison && rules.HoldsOn(day))];

    /// <summary>Everything in the scales that contradicts itself.</summary>
    public IEnumerable<string> Faults() =>
    [
        .. RuleSets.CountBy(rules => rules.Id).Where(count => count.Value > 1).Select(twice => $"{twice.Key}: stands twice."),
        .. RuleSets.SelectMany(rules => rules.Faults()),
    ];
}
