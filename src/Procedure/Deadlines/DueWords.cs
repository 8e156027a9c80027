using System.Globalization;
using WorkflowAccountability.Procedure.Regulation;
using WorkflowAccountability.Procedure.WorkItems;

namespace WorkflowAccountability.Procedure.Deadlines;

/// <summary>How urgent something due is, for a mark beside the words: colour never stands alone.</summary>
public enum DueLight
{
    /// <summary>More than three working days are left.</summary>
    Ahead,

    /// <summary>Three working days or fewer are left.</summary>
    Near,

    /// <summary>The last second of the day has passed.</summary>
    Late,
}

/// <summary>A due date in words, counted in working days: 还剩2个工作日, 今日到期, 已逾期3个工作日.</summary>
public sealed record DueWords(Text Words, DueLight Light, string Exact)
{
    private const int NearDays = 3;

    /// <summary>The words for a due moment (UTC), as seen at another.</summary>
    public static DueWords Of(DateTimeOffset dueAt, DateTimeOffset now, WorkingCalendar calendar)
    {
        var exact = BeijingTime.Shown(dueAt).ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture);
        var (today, due) = (BeijingTime.DayOf(now), BeijingTime.DayOf(dueAt));
        if (now > dueAt)
            return calendar.WorkingDaysBetween(due, today) is > 0 and var late
                ? new(Text.Of<SheetTexts>("Due.Late", late), DueLight.Late, exact) : new(Text.Of<SheetTexts>("Due.LateToday"), DueLight.Late, exact);
        if (due == today)
            return new(Text.Of<SheetTexts>("Due.Today"), DueLight.Near, exact);
        var left = calendar.WorkingDaysBetween(today, due);
        return new(Text.Of<SheetTexts>("Due.Left", left), left <= NearDays ? DueLight.Near : DueLight.Ahead, exact);
    }
}
