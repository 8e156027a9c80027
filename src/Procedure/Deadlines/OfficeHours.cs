using WorkflowAccountability.Procedure.Regulation;

namespace WorkflowAccountability.Procedure.Deadlines;

/// <summary>A part of an office's day (Beijing).</summary>
public sealed record OfficeShift(TimeOnly Opens, TimeOnly Closes);

/// <summary>The hours of a season, that begins on a day of each year and lasts until the next one begins.</summary>
public sealed record OfficeSeason(int FromMonth, int FromDay, OfficeShift Morning, OfficeShift Afternoon, string Basis, DateOnly ValidFrom, DateOnly? ValidTo);

/// <summary>How the office stands at a moment, for what is due on that day.</summary>
public enum OfficeState
{
    /// <summary>There is time enough.</summary>
    Open,

    /// <summary>It closes soon.</summary>
    Closing,

    /// <summary>It has closed for today.</summary>
    Closed,

    /// <summary>It does not open today.</summary>
    Resting,
}

/// <summary>
/// When the offices of the prefecture are open, summer and winter, as dated data. They colour what is due today and move no deadline: a day ends at
/// 23:59:59 Beijing time.
/// </summary>
/// <param name="WarnHours">From so many hours before the office closes it is said.</param>
public sealed record OfficeHours(IReadOnlyList<OfficeSeason> Seasons, int WarnHours)
{
    private static readonly Lazy<OfficeHours> ReadOnce = new(() => DataFile.Read<OfficeHours>("Deadlines/office-hours.json", hours => hours.Faults()));

    /// <summary>The hours as shipped.</summary>
    public static OfficeHours Shipped => ReadOnce.Value;

    /// <summary>How the office stands at a moment.</summary>
    public OfficeState At(DateTimeOffset moment, WorkingCalendar calendar)
    {
        var (day, time) = (BeijingTime.DayOf(moment), TimeOnly.FromDateTime(BeijingTime.Shown(moment).DateTime));
        if (!calendar.IsWorkday(day))
            return OfficeState.Resting;
        if (SeasonOn(day) is not { Afternoon.Closes: var closes })
            return OfficeState.Open;
        return time >= closes ? OfficeState.Closed : closes - time <= TimeSpan.FromHours(WarnHours) ? OfficeState.Closing : OfficeState.Open;
    }

    /// <summary>The season of a day: the one that began last; null before any was in force.</summary>
    public OfficeSeason? SeasonOn(DateOnly day)
    {
        var valid = Seasons.Where(season => Validity.Covers(season.ValidFrom, season.ValidTo, day)).OrderBy(Began).ToList();
        return valid.LastOrDefault(season => Began(season) <= DayOfYear(day.Month, day.Day)) ?? valid.LastOrDefault();
    }

    /// <summary>Everything in it that contradicts itself.</summary>
    public IEnumerable<string> Faults() =>
    [
        .. Seasons.Count == 0 ? ["seasons: there is none."] : (string[])[],
        .. WarnHours is < 0 or > 12 ? ["warnHours: must make sense."] : (string[])[],
        .. Seasons.SelectMany(season => Validity.FaultsOf("seasons", season.ValidFrom, season.ValidTo)),
        .. Seasons.Where(season => !Citations.IsSound(season.Basis)).Select(season => $"seasons: '{season.Basis}' is no sound citation."),
        .. Seasons.Where(season => season.FromMonth is < 1 or > 12 || season.FromDay is < 1 or > 28).Select(season => $"seasons: {season.FromMonth}-{season.FromDay} is no day of every year."),
        .. Seasons.Where(season => season.Morning.Opens >= season.Morning.Closes || season.Morning.Closes > season.Afternoon.Opens || season.Afternoon.Opens >= season.Afternoon.Closes)
            .Select(season => $"seasons from {season.FromMonth}-{season.FromDay}: the hours must follow each other."),
    ];

    private static int Began(OfficeSeason season) => DayOfYear(season.FromMonth, season.FromDay);

    // Days of a year in their order, whether it is a leap year or not.
    private static int DayOfYear(int month, int day) => (month * 100) + day;
}
