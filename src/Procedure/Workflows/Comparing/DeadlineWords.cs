using WorkflowAccountability.Procedure.Deadlines;
using WorkflowAccountability.Procedure.Regulation;

namespace WorkflowAccountability.Procedure.Workflows.Comparing;

/// <summary>What a code of the deadline table stands for, in words: a definition names the code, people know the period.</summary>
internal static class DeadlineWords
{
    /// <summary>The periods of the rows that the code stands for, and the code; null where there is none.</summary>
    public static Said? Of(string? code) => Rows(code) is not { Count: > 0 } rows ? null : new(culture => Text.Of<DifferenceTexts>("Deadline",
        rows.Select(row => row.Period).OfType<Period>().Distinct().ToList() is { Count: > 0 } periods ? Said.All([.. periods.Select(OfPeriod)])
            : Said.AsItIs(rows[0].StartsWith), code).In(culture));

    /// <summary>When the code's reminders come; null where there is no such code.</summary>
    public static Said? Reminders(string? code)
    {
        if (Rows(code) is not { Count: > 0 } rows)
            return null;
        var ladders = rows.Select(row => string.Join(',', row.Reminders)).Distinct().Count();
        return ladders > 1 ? new Said(Text.Of<DifferenceTexts>("Reminders.Several").In)
            : Said.All([.. rows[0].Reminders.Select(days => new Said((days == 0 ? Text.Of<DifferenceTexts>("Reminders.Last")
                : Text.Of<DifferenceTexts>("Reminders." + (rows[0].Period?.Unit is PeriodUnit.WorkingDay ? "WorkingDays" : "Days"), days)).In))]);
    }

    private static List<DeadlineRule> Rows(string? code) => string.IsNullOrEmpty(code) ? []
        : [.. DeadlineTable.Shipped.Rules.Where(rule => rule.ValidTo is null && rule.Code.StartsWith(code, StringComparison.Ordinal)
            && (rule.Code == code || DeadlineTable.Shipped.Rules.All(other => other.Code != code)))];

    private static Said OfPeriod(Period period) => new(Text.Of<DifferenceTexts>("Period." + period.Unit, period.Length).In);
}
