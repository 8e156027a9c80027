using System.Globalization;
using WorkflowAccountability.Procedure.Regulation;

namespace WorkflowAccountability.Procedure.Deadlines;

/// <summary>A year's notice as an administrator brings it, before anything is changed.</summary>
/// <param name="Basis">The document that says so.</param>
public sealed record CalendarImport(CalendarLayer Layer, int Year, IReadOnlyList<DateOnly> RestDays, IReadOnlyList<DateOnly> Workdays, string Basis)
{
    private const int FirstYear = 2016, LastYear = 2100;

    /// <summary>Everything that is wrong with it against the calendar in force; empty when it may be applied.</summary>
    public IReadOnlyList<Text> Faults(IReadOnlyList<CalendarNotice> known)
    {
        if (Year is < FirstYear or > LastYear)
            return [Say("Import.Year", Year, FirstYear, LastYear)];
        var below = CalendarSource.Of(known.Where(notice => notice.Layer < Layer));
        return
        [
            .. RestDays.Count + Workdays.Count > 0 ? Array.Empty<Text>() : [Say("Import.Empty")],
            .. !string.IsNullOrWhiteSpace(Basis) ? Array.Empty<Text>() : [Say("Import.NoBasis")],
            .. RestDays.Intersect(Workdays).Order().Select(day => Say("Import.Both", Shown(day))),
            .. Twice(RestDays).Concat(Twice(Workdays)).Select(day => Say("Import.Twice", Shown(day))),
            .. RestDays.Concat(Workdays).Where(day => day.Year != Year).Distinct().Select(day => Say("Import.OtherYear", Shown(day), Year)),
            .. Workdays.Except(RestDays).Where(below.IsWorkday).Select(day => Say("Import.Needless", Shown(day))),
            .. IsAsKnown(known) ? [Say("Import.Same", Year)] : Array.Empty<Text>(),
        ];
    }

    /// <summary>The row that it becomes.</summary>
    public CalendarNotice Row(int version, string enteredBy, DateTimeOffset now) => new()
    {
        Layer = Layer, Year = Year, Version = version, RestDays = [.. RestDays.Order()], Workdays = [.. Workdays.Order()], Basis = Basis.Trim(),
        EnteredBy = enteredBy, At = now,
    };

    /// <summary>Everything that was brought, as one text: the command's payload, and what the confirmation sends back.</summary>
    public string Written => $"{Layer}|{Year}|{Days(RestDays)}|{Days(Workdays)}|{Basis.Trim()}";

    /// <summary>Days as one text.</summary>
    public static string Days(IEnumerable<DateOnly> days) => string.Join(' ', days.Order().Select(Shown));

    private bool IsAsKnown(IReadOnlyList<CalendarNotice> known) =>
        known.Where(notice => notice.Layer == Layer && notice.Year == Year).MaxBy(notice => notice.Version) is { } now
        && now.Gap is null && now.RestDays.ToHashSet().SetEquals(RestDays) && now.Workdays.ToHashSet().SetEquals(Workdays);

    private static IEnumerable<DateOnly> Twice(IEnumerable<DateOnly> days) => days.CountBy(day => day).Where(count => count.Value > 1).Select(count => count.Key);

    private static string Shown(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static Text Say(string key, params IReadOnlyList<object?> arguments) => Text.Of<DeadlineTexts>(key, arguments);
}
