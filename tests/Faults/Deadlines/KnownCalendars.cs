using WorkflowAccountability.Testing;

namespace WorkflowAccountability.Faults.Deadlines;

/// <summary>Which calendar was known when, as the simulation changed it.</summary>
internal sealed class KnownCalendars
{
    private readonly List<(DateTimeOffset From, DayByDay Calendar)> all = [(DateTimeOffset.MinValue, new DayByDay())];

    public DayByDay Newest => all[^1].Calendar;

    public void Change(DateTimeOffset at, DayByDay calendar) => all.Add((at, calendar));

    /// <summary>The calendar that whoever acts at a moment counts with.</summary>
    public DayByDay At(DateTimeOffset moment) => all.Last(known => known.From <= moment).Calendar;

    /// <summary>The calendar that a sweep counted with: it comes before the change of its own moment.</summary>
    public DayByDay Before(DateTimeOffset moment) => all.Last(known => known.From < moment).Calendar;

    public IEnumerable<(DateTimeOffset From, DayByDay Calendar)> Between(DateTimeOffset after, DateTimeOffset before) =>
        all.Where(known => known.From > after && known.From < before);
}
