using System.Collections.Immutable;
using WorkflowAccountability.Procedure.Regulation;

namespace WorkflowAccountability.Procedure.Deadlines;

/// <summary>What one year's notice says; <c>Gap</c> tells what is known to be missing.</summary>
public sealed record HolidayYear(
    ImmutableHashSet<DateOnly> RestDays, ImmutableHashSet<DateOnly> Workdays,
    string? Gap = null, string? Reliability = null, IReadOnlyList<string>? Notices = null);

/// <summary>One authority's notices. A year without an entry is unknown, not free of holidays.</summary>
public sealed record HolidayLayer(string Title, string Version, string Source, string Note, IReadOnlyDictionary<int, HolidayYear> Years)
{
    private static readonly Lazy<HolidayLayer> ShippedNational = new(() => Read("Deadlines/holidays-cn.json"));
    private static readonly Lazy<HolidayLayer> ShippedRegional = new(() => Read("Deadlines/holidays-xinjiang-overlay.json"));

    /// <summary>The State Council's schedules as shipped.</summary>
    public static HolidayLayer National => ShippedNational.Value;

    /// <summary>Xinjiang's own holidays as shipped.</summary>
    public static HolidayLayer Regional => ShippedRegional.Value;

    public static HolidayLayer Read(string path) => DataFile.Read<HolidayLayer>(path, FaultsOf);

    /// <summary>True: declared a workday. False: declared a rest day. Null: the notice does not name the day.</summary>
    public bool? Says(DateOnly day) =>
        !Years.TryGetValue(day.Year, out var year) ? null
        : year.Workdays.Contains(day) ? true
        : year.RestDays.Contains(day) ? false
        : null;

    /// <summary>Why an answer about this year is provisional, or null.</summary>
    public string? DoubtAbout(int year) =>
        !Years.TryGetValue(year, out var known) ? $"{year}年：《{Title}》未录入"
        : known.Gap is { } gap ? $"{year}年：《{Title}》{gap}"
        : null;

    private static IEnumerable<string> FaultsOf(HolidayLayer layer) =>
    [
        .. layer.Years.SelectMany(year => year.Value.RestDays.Intersect(year.Value.Workdays), (year, day) =>
            $"{year.Key}: {day:yyyy-MM-dd} is both a rest day and a workday."),
        .. layer.Years.SelectMany(year => year.Value.RestDays.Union(year.Value.Workdays).Where(day => day.Year != year.Key), (year, day) =>
            $"{year.Key}: {day:yyyy-MM-dd} lies in another year."),
        .. layer.Years.SelectMany(year => year.Value.Workdays.Where(IsMondayToFriday), (year, day) =>
            $"{year.Key}: {day:yyyy-MM-dd} is an ordinary working day and needs no entry."),
    ];

    private static bool IsMondayToFriday(DateOnly day) => day.DayOfWeek is not (DayOfWeek.Saturday or DayOfWeek.Sunday);
}
