namespace WorkflowAccountability.Procedure.Regulation.Book;

/// <summary>What is wrong with a scale that somebody loads.</summary>
internal static class ScaleFaults
{
    private const decimal Most = 100_000_000_000m;

    // Under these ids the forms state an event; a criterion of another name could never be met.
    private static readonly IReadOnlyDictionary<string, CriterionType> asked = new Dictionary<string, CriterionType>(StringComparer.Ordinal)
    {
        ["deaths"] = CriterionType.Integer, ["poisoned"] = CriterionType.Integer, ["poisonedOrSeriouslyInjured"] = CriterionType.Integer,
        ["evacuated"] = CriterionType.Integer, ["directLoss"] = CriterionType.Decimal, ["ecology"] = CriterionType.Choice,
        ["waterSource"] = CriterionType.Choice, ["sensitiveHazard"] = CriterionType.Boolean, ["radiation"] = CriterionType.Choice,
        ["crossBoundary"] = CriterionType.Choice, ["otherImpact"] = CriterionType.Boolean,
    };

    /// <summary>Every fault, each with its place.</summary>
    public static IEnumerable<Text> Of(RuleSet scale, string at) =>
    [
        .. Citations.IsSound(scale.Citation) ? Array.Empty<Text>() : [T("Citation", $"{at}.citation", scale.Citation)],
        .. new[] { ("id", scale.Id), ("title", scale.Title), ("authority", scale.Authority) }.Where(each => string.IsNullOrWhiteSpace(each.Item2))
            .Select(each => T("Empty", $"{at}.{each.Item1}")),
        .. scale.Use is RuleSetUse.Deciding && scale.TriggerLevel is null ? [T("Empty", $"{at}.triggerLevel")] : Array.Empty<Text>(),
        .. Enum.GetValues<EventLevel>().Where(level => scale.Levels.Count(title => title.Level == level) != 1).Select(level => T("Scale.Title", $"{at}.levels", level.Symbol())),
        .. scale.Criteria.Count == 0 ? [T("Rows.None", $"{at}.criteria")] : Array.Empty<Text>(),
        .. scale.Criteria.CountBy(criterion => criterion.Id).Where(count => count.Value > 1).Select(twice => T("Twice", $"{at}.criteria", twice.Key)),
        .. scale.Criteria.SelectMany((criterion, index) => Of(criterion, $"{at}.criteria[{index}]")),
    ];

    private static IEnumerable<Text> Of(Criterion criterion, string at)
    {
        if (!asked.TryGetValue(criterion.Id, out var type))
            yield return T("Scale.Unasked", $"{at}.id", criterion.Id, string.Join(", ", asked.Keys));
        else if (type != criterion.Type)
            yield return T("Scale.Type", $"{at}.type", criterion.Id, type.ToString().ToLowerInvariant());
        var isNumber = criterion.Type is CriterionType.Integer or CriterionType.Decimal;
        if (criterion.Bands is null == isNumber || criterion.Choices is null != isNumber)
            yield return T("Scale.BandsOrChoices", at);
        if (criterion.Type is CriterionType.Decimal && criterion.Unit is not "万元")
            yield return T("Scale.Unit", $"{at}.unit", criterion.Unit);
        foreach (var fault in OfBands([.. (criterion.Bands ?? []).Select((band, index) => (band, $"{at}.bands[{index}]"))], criterion.Type))
            yield return fault;
        foreach (var twice in (criterion.Choices ?? []).CountBy(choice => choice.Level).Where(count => count.Value > 1))
            yield return T("Twice", $"{at}.choices", twice.Key.Symbol());
        if (criterion is { Type: CriterionType.Boolean, Choices.Count: not 1 } || criterion is { Bands.Count: 0 } or { Choices.Count: 0 })
            yield return T("Scale.Choices", at);
    }

    private static IEnumerable<Text> OfBands(IReadOnlyList<(Band Band, string At)> bands, CriterionType type)
    {
        foreach (var (band, at) in bands)
        {
            // 第十六条第一款: what did not happen reaches no level, so that nought never counts.
            if (band.Min is < 0 or > Most || (band.Min == 0 && !band.MinExclusive))
                yield return T("Number", $"{at}.min", band.Min, type is CriterionType.Integer ? 1 : "> 0", Most);
            if (band.Below is { } below && (below <= band.Min || below > Most))
                yield return T("Scale.Below", $"{at}.below", below, band.Min);
            if (type is CriterionType.Integer && (decimal.Truncate(band.Min) != band.Min || (band.Below is { } part && decimal.Truncate(part) != part)))
                yield return T("Scale.Whole", at);
        }
        var inOrder = bands.OrderByDescending(each => each.Band.Min).ToList();
        foreach (var (upper, lower) in inOrder.Zip(inOrder.Skip(1)))
        {
            if (upper.Band.Min != lower.Band.Below)
                yield return T(lower.Band.Below < upper.Band.Min ? "Scale.Gap" : "Scale.Overlap", lower.At, lower.Band.Level.Symbol(), upper.Band.Level.Symbol(), lower.Band.Below, upper.Band.Min);
            if (upper.Band.Level >= lower.Band.Level)
                yield return T("Scale.Order", upper.At, upper.Band.Level.Symbol(), lower.Band.Level.Symbol());
        }
        if (inOrder is [{ Band.Below: { } top }, ..])
            yield return T("Scale.Open", inOrder[0].At, top);
    }

    private static Text T(string key, params IReadOnlyList<object?> arguments) => Text.Of<RuleSetTexts>(key, arguments);
}
