using Microsoft.EntityFrameworkCore;

namespace WorkflowAccountability.Procedure.Deadlines;

/// <summary>Puts the shipped notices into a database without a calendar, as its first version.</summary>
public static class StoreCalendar
{
    /// <summary>Does nothing where a calendar is already there.</summary>
    public static async Task RunAsync(AccountabilityDb db, DateTimeOffset now, CancellationToken cancellationToken)
    {
        if (await db.CalendarNotices.AnyAsync(cancellationToken))
            return;
        db.CalendarNotices.AddRange(Rows(CalendarLayer.National, HolidayLayer.National, now).Concat(Rows(CalendarLayer.Regional, HolidayLayer.Regional, now)));
        await db.SaveChangesAsync(cancellationToken);
    }

    private static IEnumerable<CalendarNotice> Rows(CalendarLayer layer, HolidayLayer shipped, DateTimeOffset now) =>
        shipped.Years.Select(year => new CalendarNotice
        {
            Layer = layer, Year = year.Key, Version = 1, RestDays = [.. year.Value.RestDays.Order()], Workdays = [.. year.Value.Workdays.Order()],
            Gap = year.Value.Gap, Basis = year.Value.Notices is [var first, ..] ? first : shipped.Source, EnteredBy = "", At = now,
        });
}
