using WorkflowAccountability.Procedure.Regulation;

namespace WorkflowAccountability.Procedure.Ledgers.Restrictions;

/// <summary>Why of two rules of different times one counts.</summary>
public enum RuleOfTime
{
    /// <summary>One rule held on the day of the act and on the day of the sanction.</summary>
    Same,

    /// <summary>从旧: the rule of the day of the act, since the later one is not milder.</summary>
    Older,

    /// <summary>从轻: the later rule, since it is milder for the person.</summary>
    NewerIsMilder,

    /// <summary>从旧: the later rule is milder in one thing and harsher in another, so that the older one stays; a question for the legal office.</summary>
    OlderThoughMixed,

    /// <summary>On the day of the act there was no rule for this sanction: the later one is all there is.</summary>
    NewerAlone,
}

/// <summary>What counts for a sanction, and why.</summary>
public sealed record ChosenRule(IReadOnlyList<ImpactRule> Rules, RuleOfTime Because);

/// <summary>
/// 从旧兼从轻 (参照《中华人民共和国公职人员政务处分法》第六十七条): an act from before a change of the rules is judged by the rule of its day, unless the later one is milder.
/// It is said for 政纪、政务处分; other measures follow the day on which they take effect.
/// </summary>
public static class MilderRule
{
    /// <summary>Where it is said.</summary>
    public const string Clause = "参照《中华人民共和国公职人员政务处分法》第六十七条";

    /// <summary>The rows that count for a sanction; without a known day of the act those of the day on which it took effect.</summary>
    [Clause("第十四条第（二）项第三句")]
    public static ChosenRule Of(ImpactTable table, ImposedSanction sanction)
    {
        var newer = table.Of(sanction.Code, sanction.EffectiveOn);
        if (sanction.ActedOn is not { } acted || acted >= sanction.EffectiveOn || newer.Any(rule => rule.Family is not SanctionFamily.AdministrativeDiscipline))
            return new(newer, RuleOfTime.Same);
        var older = table.Of(sanction.Code, acted);
        if (older.SequenceEqual(newer))
            return new(newer, RuleOfTime.Same);
        if (older.Count == 0)
            return new(newer, RuleOfTime.NewerAlone);
        var differences = Enum.GetValues<ImpactEffect>().Select(effect => Months(newer, effect) - Months(older, effect)).Where(difference => difference != 0).ToList();
        return differences.Exists(difference => difference < 0)
            ? differences.Exists(difference => difference > 0) ? new(older, RuleOfTime.OlderThoughMixed) : new(newer, RuleOfTime.NewerIsMilder)
            : new(older, RuleOfTime.Older);
    }

    private static int Months(IReadOnlyList<ImpactRule> rules, ImpactEffect effect) => rules.Where(rule => rule.Effect == effect).Sum(rule => rule.Months);
}
