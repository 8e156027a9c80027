using System.Text.Json.Serialization;
using WorkflowAccountability.Procedure.Deadlines;
using WorkflowAccountability.Procedure.Organisations;

namespace WorkflowAccountability.Procedure.Regulation;

/// <summary>The rule by which periods were counted at a time.</summary>
public sealed record CountingRule(string Citation, DateOnly ValidFrom, DateOnly? ValidTo);

/// <summary>All deadlines with their validity, and how people are reminded of them.</summary>
public sealed record DeadlineTable(
    TimeOnly RemindAt, OverdueLadder Overdue, IReadOnlyList<CountingRule> Counting, IReadOnlyList<DeadlineRule> Rules)
{
    private static readonly Lazy<DeadlineTable> ReadOnce =
        new(() => DataFile.Read<DeadlineTable>("Regulation/deadlines.json", table => table.Faults()));

    public static DeadlineTable Shipped => ReadOnce.Value;

    /// <summary>The row for a code on a day; a row made for the event's level goes before the general one.</summary>
    public DeadlineRule? Find(string code, DateOnly on, EventLevel? level = null) =>
        Rules.Where(rule => rule.Code == code && Validity.Covers(rule.ValidFrom, rule.ValidTo, on))
            .Where(rule => rule.Levels is null || level is null || rule.Levels.Contains(level.Value))
            .OrderBy(rule => (rule.Levels is null) == (level is null) ? 0 : 1)
            .FirstOrDefault();

    /// <summary>The codes that a definition may name for a step; of the others the day or the beginning comes from elsewhere.</summary>
    [JsonIgnore]
    public IEnumerable<string> CodesOfSteps => Rules.Where(rule => rule.IsOfSteps).Select(rule => rule.Code).Distinct();

    /// <summary>Under which rule a period that begins on this day is counted.</summary>
    public string CountingCitation(DateOnly start) =>
        Counting.Single(rule => Validity.Covers(rule.ValidFrom, rule.ValidTo, start)).Citation;

    /// <summary>The reminders up to the due day, the daily ones after it and the first at longer intervals; <see cref="Rungs.After"/> goes on from there.</summary>
    public IReadOnlyList<Rung> RungsOf(DeadlineRule rule, DateOnly start, DateOnly due, WorkingCalendar calendar) =>
        RungsOf(rule.Period?.Unit ?? PeriodUnit.Day, rule.Reminders, start, due, calendar);

    /// <summary>The same for a deadline whose rule is frozen.</summary>
    public IReadOnlyList<Rung> RungsOf(PeriodUnit unit, IEnumerable<int> reminders, DateOnly start, DateOnly due, WorkingCalendar calendar) =>
    [
        .. Rungs.Before(calendar, start, due, unit, reminders, RemindAt),
        .. Rungs.After(calendar, due, Overdue, RemindAt).Take(Overdue.WorkingDays + 1),
    ];

    /// <summary>The codes of the rows that stop a deadline's clock.</summary>
    public IReadOnlyList<string> StoppersOf(string code) =>
        [.. Rules.Where(rule => rule.Suspends?.Contains(code) is true).Select(rule => rule.Code).Distinct()];

    /// <summary>Everything in the table that contradicts itself, or points at nothing.</summary>
    public IEnumerable<string> Faults() =>
    [
        .. Rules.SelectMany(FaultsOf),
        .. Counting.Select(rule => rule.Citation).Where(citation => !Citations.IsSound(citation)).Select(citation =>
            $"counting: '{citation}' is no sound citation."),
        .. Overdue.Copies.Select(copy => copy.Role).Append(Overdue.ThenCopy).Where(role => role is not null && !Roles.Knows(role))
            .Select(role => $"overdue: the role '{role}' is unknown."),
        .. Rules.SelectMany((rule, index) => Rules.Skip(index + 1).Where(other => Collide(rule, other)), (rule, other) =>
            $"{rule.Code}: two rows hold from {Later(rule.ValidFrom, other.ValidFrom):yyyy-MM-dd}."),
    ];

    private IEnumerable<string> FaultsOf(DeadlineRule rule)
    {
        foreach (var fault in Validity.FaultsOf(rule.Code, rule.ValidFrom, rule.ValidTo))
            yield return fault;
        if (new[] { rule.Period is not null, rule.EndsWith is not null, rule.SetByRequest }.Count(given => given) != 1)
            yield return $"{rule.Code}: needs either a period, or the codes it ends with, or a day that is set by request.";
        if (rule.Period is { Length: < 1 })
            yield return $"{rule.Code}: a period has at least one day.";
        if (rule.Reminders.Any(days => days < 0))
            yield return $"{rule.Code}: reminders are days before the due day.";
        foreach (var citation in new[] { rule.Citation }.Concat(rule.Limbs ?? []).Where(citation => !Citations.IsSound(citation)))
            yield return $"{rule.Code}: '{citation}' is no sound citation.";
        foreach (var code in (rule.EndsWith ?? []).Concat(rule.Suspends ?? []).Except(Rules.Select(other => other.Code)))
            yield return $"{rule.Code}: there is no deadline '{code}'.";
        foreach (var role in new[] { rule.Extension?.ApproverRole, rule.Extension?.RecordedBy }.Concat(rule.StoppedBy ?? [])
            .OfType<string>().Where(role => !Roles.Knows(role)))
            yield return $"{rule.Code}: the role '{role}' is unknown.";
    }

    private static bool Collide(DeadlineRule one, DeadlineRule other) =>
        one.Code == other.Code
        && Validity.Overlap(one.ValidFrom, one.ValidTo, other.ValidFrom, other.ValidTo)
        && (one.Levels is null) == (other.Levels is null) && (one.Levels is null || one.Levels.Intersect(other.Levels!).Any());

    private static DateOnly Later(DateOnly one, DateOnly other) => one > other ? one : other;
}
