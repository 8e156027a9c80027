using WorkflowAccountability.Procedure.Deadlines;
using WorkflowAccountability.Procedure.Regulation;

namespace WorkflowAccountability.Procedure.Oversight;

/// <summary>When a deadline is near, and into which ages lateness is put.</summary>
/// <param name="NearWorkingDays">Near from so many working days left.</param>
/// <param name="NearPercent">Or from this part of all its working days.</param>
/// <param name="Ages">The last working day late of the three younger ages, rising; what is later is of the fourth.</param>
public sealed record LightRule(int NearWorkingDays, int NearPercent, IReadOnlyList<int> Ages, string Basis, DateOnly ValidFrom, DateOnly? ValidTo)
{
    /// <summary>The first day on which a deadline is near.</summary>
    public DateOnly NearFrom(WorkingCalendar calendar, DateOnly startsOn, DateOnly dueOn) =>
        calendar.Move(dueOn, -Math.Max(NearWorkingDays, calendar.WorkingDaysBetween(startsOn, dueOn) * NearPercent / 100));

    /// <summary>The first due day of each age, counted from a day: a deadline that was due on it or later is not older.</summary>
    public IReadOnlyList<DateOnly> AgesOn(WorkingCalendar calendar, DateOnly today) => [.. Ages.Select(most => FirstWithin(calendar, today, most))];

    private static DateOnly FirstWithin(WorkingCalendar calendar, DateOnly day, int workingDays)
    {
        for (var left = workingDays; ; day = day.AddDays(-1))
            if (calendar.IsWorkday(day) && left-- == 0)
                return day;
    }
}

/// <summary>The rung of the ladder of reminders at which an item is laid before the supervisors' office, to be followed up or not.</summary>
public sealed record EscalationRule(string Rung, string Basis, DateOnly ValidFrom, DateOnly? ValidTo);

/// <summary>What the supervisors' office sets for itself; versioned, because the text of the regulation sets nothing here.</summary>
public sealed record OversightRules(IReadOnlyList<LightRule> Lights, IReadOnlyList<EscalationRule> Escalations)
{
    private static readonly Lazy<OversightRules> ReadOnce = new(() => DataFile.Read<OversightRules>("Oversight/oversight.json", rules => rules.Faults()));

    /// <summary>The rules as shipped.</summary>
    public static OversightRules Shipped => ReadOnce.Value;

    /// <summary>The rule of the lights on a day; before the first the first.</summary>
    public LightRule LightsOn(DateOnly day) => Lights.FirstOrDefault(rule => Validity.Covers(rule.ValidFrom, rule.ValidTo, day)) ?? Lights[0];

    /// <summary>Whether a rung lays an item before the office on a day.</summary>
    public bool LaysBefore(string rung, DateOnly day) => Escalations.Any(rule => rule.Rung == rung && Validity.Covers(rule.ValidFrom, rule.ValidTo, day));

    /// <summary>Everything in it that contradicts itself.</summary>
    public IEnumerable<string> Faults() =>
    [
        .. Lights.Count == 0 ? ["lights: there is no rule."] : (string[])[],
        .. Lights.SelectMany(rule => Validity.FaultsOf("lights", rule.ValidFrom, rule.ValidTo)),
        .. Escalations.SelectMany(rule => Validity.FaultsOf(rule.Rung, rule.ValidFrom, rule.ValidTo)),
        .. Escalations.Where(rule => !rule.Rung.StartsWith("T+", StringComparison.Ordinal) && !rule.Rung.StartsWith("W+", StringComparison.Ordinal))
            .Select(rule => $"escalations: '{rule.Rung}' is no rung of lateness."),
        .. Escalations.Where(rule => !Citations.IsSound(rule.Basis)).Select(rule => $"escalations: '{rule.Basis}' is no sound citation."),
        .. Lights.Where(rule => !Citations.IsSound(rule.Basis)).Select(rule => $"lights: '{rule.Basis}' is no sound citation."),
        .. Lights.Where(rule => rule.NearWorkingDays < 1 || rule.NearPercent is < 0 or > 100 || rule.Ages.Count != 3 || !rule.Ages.SequenceEqual(rule.Ages.Distinct().Order()))
            .Select(rule => $"lights from {rule.ValidFrom:yyyy-MM-dd}: days, percent and rising ages must make sense."),
    ];
}
