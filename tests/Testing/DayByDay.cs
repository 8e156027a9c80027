using System.Globalization;
using System.Text.Json;
using WorkflowAccountability.Procedure.Deadlines;

namespace WorkflowAccountability.Testing;

/// <summary>
/// Counts days as a clerk does with a pencil: reads the raw holiday files anew and strikes out one day after the other. It shares no code with the site's
/// calendar, so that the two can be held against each other.
/// </summary>
public sealed class DayByDay
{
    private static readonly string[] layers = ["holidays-cn", "holidays-xinjiang-overlay", "corrections"];

    // What each layer says of each year; the last layer goes before the others.
    private readonly Dictionary<(string Layer, int Year), Dictionary<string, bool>> said = [];

    /// <summary>The calendar as shipped.</summary>
    public DayByDay()
    {
        Read(layers[0]);
        Read(layers[1]);
    }

    private DayByDay(DayByDay before) => said = new(before.said);

    /// <summary>The calendar after a notice took the place of what its layer said of a year.</summary>
    public DayByDay With(CalendarLayer layer, int year, IEnumerable<DateOnly> free, IEnumerable<DateOnly> worked)
    {
        var days = free.ToDictionary(Written, _ => false);
        foreach (var day in worked)
            days[Written(day)] = true;
        var next = new DayByDay(this);
        next.said[(layers[(int)layer], year)] = days;
        return next;
    }

    /// <summary>Whether offices work on the day.</summary>
    public bool Works(DateOnly day)
    {
        for (var layer = layers.Length - 1; layer >= 0; layer--)
            if (said.TryGetValue((layers[layer], day.Year), out var year) && year.TryGetValue(Written(day), out var works))
                return works;
        return (int)day.DayOfWeek is >= 1 and <= 5;
    }

    /// <summary>The last day of a period that begins with a day, which does not count itself; nor do the days that are struck out.</summary>
    public DateOnly End(DateOnly start, int length, PeriodUnit unit, Func<DateOnly, bool>? isStruckOut = null)
    {
        var left = unit is PeriodUnit.Month ? DaysOfMonths(start, length) : length;
        var day = start;
        while (left > 0)
        {
            day = day.AddDays(1);
            if (isStruckOut?.Invoke(day) is true || (unit is PeriodUnit.WorkingDay && !Works(day)))
                continue;
            left--;
        }
        while (!Works(day) || isStruckOut?.Invoke(day) is true)
            day = day.AddDays(1);
        return day;
    }

    /// <summary>So many working days later, or with a negative number earlier.</summary>
    public DateOnly WorkingDaysFrom(DateOnly day, int count)
    {
        var step = count < 0 ? -1 : 1;
        while (count != 0)
        {
            day = day.AddDays(step);
            if (Works(day))
                count -= step;
        }
        return day;
    }

    /// <summary>The day itself where it is worked, else the nearest worked one in a direction.</summary>
    public DateOnly Worked(DateOnly day, int direction)
    {
        while (!Works(day))
            day = day.AddDays(direction);
        return day;
    }

    // The corresponding day of a later month, or its last.
    private static int DaysOfMonths(DateOnly start, int months)
    {
        var (year, month) = (start.Year + (start.Month - 1 + months) / 12, (start.Month - 1 + months) % 12 + 1);
        return new DateOnly(year, month, Math.Min(start.Day, DateTime.DaysInMonth(year, month))).DayNumber - start.DayNumber;
    }

    private void Read(string file)
    {
        using var stream = typeof(WorkingCalendar).Assembly.GetManifestResourceStream($"WorkflowAccountability.Procedure.Deadlines/{file}.json")!;
        using var document = JsonDocument.Parse(stream);
        foreach (var year in document.RootElement.GetProperty("years").EnumerateObject())
        {
            var days = said[(file, int.Parse(year.Name, CultureInfo.InvariantCulture))] = [];
            foreach (var day in year.Value.GetProperty("restDays").EnumerateArray())
                days[day.GetString()!] = false;
            foreach (var day in year.Value.GetProperty("workdays").EnumerateArray())
                days[day.GetString()!] = true;
        }
    }

    private static string Written(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
