using WorkflowAccountability.Procedure.Regulation;

namespace WorkflowAccountability.Procedure.Ledgers.Restrictions;

/// <summary>A sanction with the day on which it took effect.</summary>
/// <param name="ActedOn">The last day of the acts that it is for; null where it is not known.</param>
public sealed record ImposedSanction(string Code, DateOnly EffectiveOn, DateOnly? ActedOn = null);

/// <summary>Until when somebody may not have something.</summary>
/// <param name="Until">The last day; after several equal sanctions of one day the earliest that the rule allows.</param>
/// <param name="AtMost">The latest day that the rule allows, where it leaves a choice; else null.</param>
/// <param name="Rule">The row that gives the last day.</param>
public sealed record ImpactPeriod(ImpactEffect Effect, DateOnly Until, DateOnly? AtMost, ImpactRule Rule);

/// <summary>
/// 第十二条第二款: what sanctions entail together, effect by effect. It proposes; a person confirms. Months end on the corresponding day, or on the
/// month's last (参照《中华人民共和国民法典》第二百零二条).
/// </summary>
public static class ImpactCalculator
{
    /// <summary>Of sanctions of different families the longest counts for each effect; those of 政纪、政务处分 are first put together.</summary>
    [Clause("第十二条第二款")]
    public static IReadOnlyList<ImpactPeriod> Of(ImpactTable table, IReadOnlyList<ImposedSanction> sanctions) =>
    [
        .. Enum.GetValues<ImpactEffect>().Select(effect => sanctions
                .SelectMany(sanction => MilderRule.Of(table, sanction).Rules.Where(rule => rule.Effect == effect).Select(rule => (sanction.EffectiveOn, Rule: rule)))
                .GroupBy(imposed => imposed.Rule.Family)
                .Select(family => family.Key is SanctionFamily.AdministrativeDiscipline ? Together(table, [.. family]) : Longest([.. family]))
                .MaxBy(period => period.Until)).OfType<ImpactPeriod>(),
    ];

    private static ImpactPeriod Longest(IReadOnlyList<(DateOnly On, ImpactRule Rule)> imposed) =>
        imposed.Select(each => new ImpactPeriod(each.Rule.Effect, each.On.AddMonths(each.Rule.Months), null, each.Rule)).MaxBy(period => period.Until)!;

    // Of one day the gravest is carried out, several equal ones within bounds; what comes while another runs is added to what is left of it.
    private static ImpactPeriod Together(ImpactTable table, IReadOnlyList<(DateOnly On, ImpactRule Rule)> imposed)
    {
        ImpactPeriod? running = null;
        foreach (var day in imposed.GroupBy(each => each.On).OrderBy(day => day.Key))
        {
            var (rule, equal) = day.GroupBy(each => each.Rule.Grade).OrderByDescending(grade => grade.Key).Select(grade => (grade.First().Rule, grade.Count())).First();
            var (least, most) = (rule.Months, rule.AddsUp ? Math.Min(rule.Months * equal, table.CapMonths) : rule.Months);
            var cap = day.Key.AddMonths(table.CapMonths);
            var left = running is { } old && old.Until > day.Key ? old : null;
            var (until, atMost) = (Least((left?.Until ?? day.Key).AddMonths(least), cap), Least((left?.AtMost ?? left?.Until ?? day.Key).AddMonths(most), cap));
            running = new ImpactPeriod(rule.Effect, until, atMost > until ? atMost : null, rule);
        }
        return running!;
    }

    private static DateOnly Least(DateOnly one, DateOnly other) => one < other ? one : other;
}
