using WorkflowAccountability.Procedure.Regulation;

namespace WorkflowAccountability.Procedure.Ledgers.Restrictions;

/// <summary>By which rules a sanction was imposed; the sanctions of one family add up, those of two do not.</summary>
public enum SanctionFamily
{
    /// <summary>党纪处分.</summary>
    PartyDiscipline,

    /// <summary>政纪处分、政务处分.</summary>
    AdministrativeDiscipline,

    /// <summary>组织处理 and the measures of 第十三条第一款第（一）项.</summary>
    Organisational,
}

/// <summary>What somebody may not have while the period runs.</summary>
public enum ImpactEffect
{
    /// <summary>不得提拔、晋升职务.</summary>
    NoPromotion,

    /// <summary>不安排职务.</summary>
    NoPost,

    /// <summary>不得担任高于原任职务层次的职务.</summary>
    NoHigherPost,

    /// <summary>不得晋升工资档次.</summary>
    NoPayStep,
}

/// <summary>One effect of one sanction, for how long, and by which rule.</summary>
/// <param name="Grade">How grave the sanction is within its family; equal ones are of one kind.</param>
/// <param name="AddsUp">Whether several equal ones are counted together (处分条例第十条: below 撤职).</param>
/// <param name="IsMinimum">Whether the rule says 至少: its end makes somebody eligible, and restores nothing.</param>
/// <param name="Doubt">What must be compared with the published text before use; null where it was.</param>
public sealed record ImpactRule(
    string Code, string Name, SanctionFamily Family, int Grade, bool AddsUp, ImpactEffect Effect, int Months, bool IsMinimum, string Basis,
    DateOnly ValidFrom, DateOnly? ValidTo, string? Doubt = null) : IDated<ImpactRule>
{
    /// <inheritdoc/>
    public ImpactRule Within(DateOnly from, DateOnly? to) => this with { ValidFrom = from, ValidTo = to };
}

/// <summary>What somebody is not commended for because of a sanction, in words: a matter of years and terms of office, not of months.</summary>
public sealed record AwardRule(string Code, string Effect, string English, string Basis, DateOnly ValidFrom, DateOnly? ValidTo, string? Doubt = null);

/// <summary>第十二条第二款 (按有关规定执行): the impact periods, with their validity and source.</summary>
public sealed record ImpactTable(string Note, int CapMonths, string CapBasis, IReadOnlyList<ImpactRule> Rules, IReadOnlyList<AwardRule> Awards)
{
    private static readonly Lazy<ImpactTable> ReadOnce =
        new(() => DataFile.Read<ImpactTable>("Ledgers/Restrictions/impact-periods.json", table => table.Faults()));

    public static ImpactTable Shipped => ReadOnce.Value;

    /// <summary>What a sanction that takes effect on a day entails.</summary>
    public IReadOnlyList<ImpactRule> Of(string code, DateOnly on) =>
        [.. Rules.Where(rule => rule.Code == code && Validity.Covers(rule.ValidFrom, rule.ValidTo, on))];

    /// <summary>What a sanction that takes effect on a day means for commendations.</summary>
    public IReadOnlyList<AwardRule> AwardsOf(string code, DateOnly on) =>
        [.. Awards.Where(rule => rule.Code == code && Validity.Covers(rule.ValidFrom, rule.ValidTo, on))];

    /// <summary>The sanctions that can be imposed on a day, each once.</summary>
    public IReadOnlyList<ImpactRule> On(DateOnly day) =>
        [.. Rules.Where(rule => Validity.Covers(rule.ValidFrom, rule.ValidTo, day)).DistinctBy(rule => rule.Code)];

    /// <summary>Everything in the table that contradicts itself.</summary>
    public IEnumerable<string> Faults() =>
    [
        .. Rules.SelectMany(rule => Validity.FaultsOf(rule.Code, rule.ValidFrom, rule.ValidTo)),
        .. Awards.SelectMany(rule => Validity.FaultsOf(rule.Code, rule.ValidFrom, rule.ValidTo)),
        .. Awards.Where(rule => !Citations.IsSound(rule.Basis)).Select(rule => $"{rule.Code}: '{rule.Basis}' is no sound citation."),
        .. Rules.Where(rule => rule.Months <= 0).Select(rule => $"{rule.Code}: a period of {rule.Months} months is none."),
        .. Rules.Where(rule => !Citations.IsSound(rule.Basis)).Select(rule => $"{rule.Code}: '{rule.Basis}' is no sound citation."),
        .. Rules.SelectMany((rule, index) => Rules.Skip(index + 1).Where(other => (rule.Code, rule.Effect) == (other.Code, other.Effect)
            && Validity.Overlap(rule.ValidFrom, rule.ValidTo, other.ValidFrom, other.ValidTo)), (rule, _) => $"{rule.Code} {rule.Effect}: two rows hold at once."),
    ];
}
