using System.Globalization;
using WorkflowAccountability.Procedure.Oversight;
using WorkflowAccountability.Procedure.Regulation;
using WorkflowAccountability.Procedure.WorkItems;

namespace WorkflowAccountability.Procedure.Deadlines;

/// <summary>How urgent something due is, for a mark beside the words: colour never stands alone.</summary>
public enum DueLight
{
    /// <summary>It is not near yet.</summary>
    Ahead,

    /// <summary>It is near: by the rule of the supervisors' board, so that list and board say the same.</summary>
    Near,

    /// <summary>It is due today, and the office is closed or closes soon.</summary>
    Closing,

    /// <summary>The last second of the day has passed.</summary>
    Late,
}

/// <summary>A due date in words, counted in working days: 还剩2个工作日, 今日到期, 已逾期3个工作日.</summary>
public sealed record DueWords(Text Words, DueLight Light, string Exact)
{
    /// <summary>The words for an item as seen at a moment; null while no deadline runs.</summary>
    public static DueWords? Of(WorkItem item, DateTimeOffset now, WorkingCalendar calendar) =>
        item.DueAt is { } due ? Of(due, item.NearAt, now, calendar) : null;

    /// <summary>The words for a due moment (UTC), as seen at another.</summary>
    /// <param name="nearAt">From when it is near (UTC); null in rows of an older version, which are near by the working days left.</param>
    public static DueWords Of(DateTimeOffset dueAt, DateTimeOffset? nearAt, DateTimeOffset now, WorkingCalendar calendar)
    {
        var exact = BeijingTime.Shown(dueAt).ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture);
        var (today, due) = (BeijingTime.DayOf(now), BeijingTime.DayOf(dueAt));
        if (now > dueAt)
            return calendar.WorkingDaysBetween(due, today) is > 0 and var late
                ? new(Text.Of<SheetTexts>("Due.Late", late), DueLight.Late, exact) : new(Text.Of<SheetTexts>("Due.LateToday"), DueLight.Late, exact);
        if (due == today)
            return OfficeHours.Shipped.At(now, calendar) is not OfficeState.Open and var state ? new(Text.Of<SheetTexts>("Due.Today." + state), DueLight.Closing, exact)
                : new(Text.Of<SheetTexts>("Due.Today"), DueLight.Near, exact);
        var left = calendar.WorkingDaysBetween(today, due);
        var isNear = nearAt is { } near ? near <= now : left <= OversightRules.Shipped.LightsOn(today).NearWorkingDays;
        return new(Text.Of<SheetTexts>("Due.Left", left), isNear ? DueLight.Near : DueLight.Ahead, exact);
    }
}
