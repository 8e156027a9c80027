using System.Globalization;

namespace WorkflowAccountability.Procedure.Regulation;

/// <summary>A criterion that an event meets, and where the scale says so.</summary>
public sealed record CriterionMatch(string CriterionId, string Label, EventLevel Level, string Stated, string Citation);

/// <summary>第十六条第一款: the level that a scale gives to an event, with every criterion met; or, with faults, no answer at all.</summary>
public sealed record Classification(
    string RuleSetId, EventLevel? Level, bool MeetsTrigger, IReadOnlyList<CriterionMatch> Matches, IReadOnlyList<Text> Faults)
{
    public bool IsRefused => Faults.Count > 0;

    /// <summary>Any one criterion suffices and the gravest level counts; facts the scale cannot read are all refused together.</summary>
    [Clause("第十六条第一款")]
    public static Classification Classify(RuleSet rules, EventFacts facts)
    {
        var criteria = rules.Criteria.ToDictionary(criterion => criterion.Id);
        var answers = facts.Stated.Select(fact => criteria.TryGetValue(fact.Key, out var criterion)
            ? Answer(rules, criterion, fact.Value)
            : new(null, Fault("Unknown", fact.Key, CitationOf(rules, null), string.Join("、", criteria.Values.Select(known => known.Label))))).ToList();
        Text[] faults = [.. answers.Select(answer => answer.Fault).OfType<Text>()];
        if (faults.Length > 0)
            return new(rules.Id, null, false, [], faults);

        CriterionMatch[] matches = [.. answers.Select(answer => answer.Match).OfType<CriterionMatch>().OrderBy(match => match.Level)];
        var level = matches is [var gravest, ..] ? gravest.Level : rules.DefaultLevel;
        return new(rules.Id, level, level <= rules.TriggerLevel, matches, []);
    }

    private static (CriterionMatch? Match, Text? Fault) Answer(RuleSet rules, Criterion criterion, FactValue value) =>
        (criterion.Type, value) switch
        {
            (CriterionType.Integer, CountFact { People: >= 0 and var people }) =>
                (Reached(rules, criterion, people, $"{people}{criterion.Unit}"), null),
            (CriterionType.Decimal, MoneyFact { Yuan: >= 0 and var yuan }) =>
                (Reached(rules, criterion, yuan / 10_000, InTenThousands(yuan)), null),
            (CriterionType.Boolean, FlagFact(var isSo)) =>
                (isSo ? criterion.Choices!.Select(choice => Chosen(rules, criterion, choice)).First() : null, null),
            (CriterionType.Choice, ChoiceFact(var levelOrText)) => Choose(rules, criterion, levelOrText),
            (CriterionType.Integer, CountFact) or (CriterionType.Decimal, MoneyFact) =>
                (null, Fault("Negative", criterion.Label)),
            _ => (null, Fault("Wants", criterion.Label, Fault("Wanted." + criterion.Type))),
        };

    private static CriterionMatch? Reached(RuleSet rules, Criterion criterion, decimal number, string stated) =>
        criterion.Bands!.SingleOrDefault(band => band.Holds(number)) is { } band
            ? new(criterion.Id, criterion.Label, band.Level, stated, CitationOf(rules, band.Item))
            : null;

    private static (CriterionMatch?, Text?) Choose(RuleSet rules, Criterion criterion, string levelOrText) =>
        criterion.Choices!.SingleOrDefault(choice => choice.Level.Symbol() == levelOrText || choice.Text == levelOrText) is { } choice
            ? (Chosen(rules, criterion, choice), null)
            : (null, Fault("NoChoice", criterion.Label, levelOrText, string.Join("；", criterion.Choices!.Select(known => $"{known.Level.Symbol()} {known.Text}"))));

    private static CriterionMatch Chosen(RuleSet rules, Criterion criterion, LevelChoice choice) =>
        new(criterion.Id, criterion.Label, choice.Level, choice.Text, CitationOf(rules, choice.Item));

    private static string CitationOf(RuleSet rules, string? item) => $"{rules.Authority}{rules.Table}{item}";

    private static string InTenThousands(decimal yuan) => string.Create(CultureInfo.InvariantCulture, $"{yuan / 10_000:0.######}万元");

    private static Text Fault(string key, params IReadOnlyList<object?> values) => new(typeof(ClassificationTexts), key, values);
}

/// <summary>Beside it lie the texts of what a scale cannot read.</summary>
public sealed class ClassificationTexts;
