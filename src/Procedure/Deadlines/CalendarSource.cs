using Microsoft.EntityFrameworkCore;

namespace WorkflowAccountability.Procedure.Deadlines;

/// <summary>The calendar as it stands in the database; one number tells whether the copy in memory is still the newest.</summary>
public sealed class CalendarSource
{
    private volatile WorkingCalendar loaded = WorkingCalendar.Shipped;

    /// <summary>The calendar that was read last, for showing how many days are left; what is decided asks <see cref="CurrentAsync"/>.</summary>
    public WorkingCalendar LastRead => loaded;

    /// <summary>The newest calendar; the shipped one where none is stored yet.</summary>
    public async Task<WorkingCalendar> CurrentAsync(AccountabilityDb db, CancellationToken cancellationToken)
    {
        var number = await db.CalendarNotices.MaxAsync(notice => (int?)notice.Version, cancellationToken) ?? 0;
        if (loaded.Number == number)
            return loaded;
        var read = Of(await db.CalendarNotices.AsNoTracking().ToListAsync(cancellationToken));
        loaded = read;
        return read;
    }

    /// <summary>The calendar that the newest notice of each layer and year makes.</summary>
    public static WorkingCalendar Of(IEnumerable<CalendarNotice> notices)
    {
        var newest = notices.GroupBy(notice => (notice.Layer, notice.Year)).Select(year => year.MaxBy(notice => notice.Version)!).ToList();
        var number = newest.Count == 0 ? 0 : newest.Max(notice => notice.Version);
        HolidayLayer Layer(CalendarLayer layer, string title) => new(title, $"{number}", "", "", newest.Where(notice => notice.Layer == layer).ToDictionary(
            notice => notice.Year, notice => new HolidayYear([.. notice.RestDays], [.. notice.Workdays], notice.Gap)));
        return new WorkingCalendar(
            Layer(CalendarLayer.National, HolidayLayer.National.Title), Layer(CalendarLayer.Regional, HolidayLayer.Regional.Title),
            [.. newest.Where(notice => notice.Layer is CalendarLayer.Correction).SelectMany(notice => Corrections(notice))])
        { Number = number };
    }

    private static IEnumerable<CalendarCorrection> Corrections(CalendarNotice notice) =>
        notice.RestDays.Select(day => new CalendarCorrection(day, false, notice.Basis))
            .Concat(notice.Workdays.Select(day => new CalendarCorrection(day, true, notice.Basis)));
}
