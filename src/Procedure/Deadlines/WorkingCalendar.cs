namespace WorkflowAccountability.Procedure.Deadlines;

/// <summary>When a period ends, and what of the calendar was not known when it was counted: then it is provisional.</summary>
public sealed record DueDate(DateOnly Day, IReadOnlyList<string> Doubts)
{
    /// <summary>The last second of the day, in UTC.</summary>
    public DateTimeOffset At => BeijingTime.EndOf(Day);

    public bool IsProvisional => Doubts.Count > 0;
}

/// <summary>A day that the office entered by hand, because a notice changed or was missing.</summary>
public sealed record CalendarCorrection(DateOnly Day, bool IsWorkday, string Basis);

/// <summary>
/// The working days: the State Council's schedule, over it Xinjiang's own holidays, over both what the office corrected.
/// The day on which a period begins does not count.
/// </summary>
public sealed class WorkingCalendar
{
    private const int CountedDays = 50 * 366;
    private static readonly DateOnly firstCounted = new(2000, 1, 1);
    private static readonly Lazy<WorkingCalendar> ReadOnce = new(() => new(HolidayLayer.National, HolidayLayer.Regional));

    private readonly HolidayLayer national, regional;
    private readonly IReadOnlyList<CalendarCorrection> corrections;
    private readonly Dictionary<DateOnly, bool> corrected;
    private readonly Lazy<int[]> workedUpTo;
    private readonly Lazy<WorkingCalendar> nationalOnly;
    private bool isNational;

    /// <summary>A calendar of these layers; the last correction of a day counts.</summary>
    public WorkingCalendar(HolidayLayer national, HolidayLayer regional, params IReadOnlyList<CalendarCorrection> corrections)
    {
        (this.national, this.regional, this.corrections) = (national, regional, corrections);
        corrected = corrections.GroupBy(correction => correction.Day).ToDictionary(day => day.Key, day => day.Last().IsWorkday);
        workedUpTo = new(CountWorked);
        nationalOnly = new(() => new(national, regional with { Years = new Dictionary<int, HolidayYear>() }, corrections) { Number = Number, isNational = true });
    }

    /// <summary>The calendar as shipped, without corrections.</summary>
    public static WorkingCalendar Shipped => ReadOnce.Value;

    /// <summary>The version of the stored calendar; 0 for what is not stored.</summary>
    public int Number { get; init; }

    /// <summary>Which data a deadline was counted with.</summary>
    public string Version => $"{national.Version}+{regional.Version}+{corrections.Count}";

    /// <summary>The calendar with further corrections; the last one for a day counts.</summary>
    public WorkingCalendar With(params IEnumerable<CalendarCorrection> further) => new(national, regional, [.. corrections, .. further]) { Number = Number };

    /// <summary>The calendar as far as a scope goes.</summary>
    public WorkingCalendar Within(CalendarScope? scope) => scope is CalendarScope.National ? nationalOnly.Value : this;

    /// <summary>Why answers about a year are provisional; empty where they are not.</summary>
    public IReadOnlyList<string> DoubtsAbout(int year) => [.. new[] { national.DoubtAbout(year), isNational ? null : regional.DoubtAbout(year) }.OfType<string>()];

    public bool IsWorkday(DateOnly day) =>
        corrected.TryGetValue(day, out var isWorkday) ? isWorkday
        : regional.Says(day) ?? national.Says(day) ?? day.DayOfWeek is not (DayOfWeek.Saturday or DayOfWeek.Sunday);

    /// <summary>The day itself, if it is worked, else the next that is.</summary>
    public DateOnly OnOrAfter(DateOnly day) => IsWorkday(day) ? day : OnOrAfter(day.AddDays(1));

    /// <summary>The day itself, if it is worked, else the last before it.</summary>
    public DateOnly OnOrBefore(DateOnly day) => IsWorkday(day) ? day : OnOrBefore(day.AddDays(-1));

    /// <summary>How many working days lie after the one day, up to and including the other; 0 where it is not later.</summary>
    public int WorkingDaysBetween(DateOnly from, DateOnly to)
    {
        if (to <= from)
            return 0;
        if (from >= firstCounted && to < firstCounted.AddDays(CountedDays))
            return workedUpTo.Value[to.DayNumber - firstCounted.DayNumber] - workedUpTo.Value[from.DayNumber - firstCounted.DayNumber];
        var count = 0;
        for (var day = from; day < to; count += IsWorkday(day) ? 1 : 0)
            day = day.AddDays(1);
        return count;
    }

    // Each line of a list asks it: the days of the half century that cases lie in are counted once.
    private int[] CountWorked()
    {
        var worked = new int[CountedDays];
        for (var at = 1; at < CountedDays; at++)
            worked[at] = worked[at - 1] + (IsWorkday(firstCounted.AddDays(at)) ? 1 : 0);
        return worked;
    }

    /// <summary>So many working days later (or, with a negative count, earlier).</summary>
    public DateOnly Move(DateOnly day, int workingDays) => Count(day, workingDays, IsWorkday);

    /// <summary>
    /// The end of a period that begins with <paramref name="start"/>. Days and months that end on a rest day end on the next working day;
    /// a month without the corresponding day ends on its last. Days on which the clock stood still do not count.
    /// </summary>
    public DueDate Compute(DateOnly start, Period period, StoppedDays? stopped = null)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(period.Length, 1, nameof(period));
        bool Runs(DateOnly day) => stopped is null || !stopped.Contains(day);
        if (period.Unit is PeriodUnit.WorkingDay)
        {
            var last = Count(start, period.Length, day => Runs(day) && IsWorkday(day));
            return new(last, DoubtsBetween(start.AddDays(1), last));
        }
        var length = period.Unit is PeriodUnit.Month ? start.AddMonths(period.Length).DayNumber - start.DayNumber : period.Length;
        var counted = Count(start, length, Runs);
        var end = counted;
        while (!IsWorkday(end) || !Runs(end))
            end = end.AddDays(1);
        return new(end, DoubtsBetween(counted, end));
    }

    private static DateOnly Count(DateOnly day, int days, Func<DateOnly, bool> counts)
    {
        for (var left = Math.Abs(days); left > 0; left -= counts(day) ? 1 : 0)
            day = day.AddDays(Math.Sign(days));
        return day;
    }

    private string[] DoubtsBetween(DateOnly first, DateOnly last) =>
        [.. Enumerable.Range(first.Year, last.Year - first.Year + 1)
            .SelectMany(DoubtsAbout)];
}
