using WorkflowAccountability.Procedure.Deadlines;
using WorkflowAccountability.Procedure.Ledgers;
using WorkflowAccountability.Procedure.Regulation;
using WorkflowAccountability.Procedure.Stages;
using WorkflowAccountability.Procedure.WorkItems;

namespace WorkflowAccountability.Procedure.Cases.Overview;

/// <summary>A deadline of a case on its line of time.</summary>
/// <param name="Rule">The row of the table; null for a code that the table has no more.</param>
/// <param name="Act">Whose work it is, or which entry began it.</param>
/// <param name="EndedAt">When the work was done or fell away (UTC); null while it is open.</param>
/// <param name="State">In words: what is left, how late, met or late or fallen away.</param>
public sealed record DeadlineLine(Deadline Deadline, DeadlineRule? Rule, string Act, DateTimeOffset? EndedAt, Text State, DueLight Light)
{
    /// <summary>The line of an item's deadline.</summary>
    public static DeadlineLine Of(Deadline deadline, WorkItem item, DeadlineTable table, StageCatalog stages, DateTimeOffset now, WorkingCalendar calendar) =>
        Of(deadline, table.Find(deadline.Code, BeijingTime.DayOf(deadline.OpenedAt)) ?? table.Rules.FirstOrDefault(rule => rule.Code == deadline.Code),
            stages.Of(item).ActOf(item).ToString()!, item.ClosedAt, now, calendar);

    /// <summary>The line of a period that an entry began.</summary>
    public static DeadlineLine Of(Deadline deadline, CaseEntry entry, CaseFile file, DateTimeOffset now, WorkingCalendar calendar) =>
        Of(deadline, file.PeriodRow(deadline.Code, deadline.StartsOn), EntryCatalog.NameOf(entry), deadline.EndedAt, now, calendar);

    private static DeadlineLine Of(Deadline deadline, DeadlineRule? rule, string act, DateTimeOffset? endedAt, DateTimeOffset now, WorkingCalendar calendar)
    {
        var due = DueWords.Of(deadline.DueAt, deadline.NearAt, endedAt ?? now, calendar);
        var (state, light) = deadline.Status switch
        {
            DeadlineStatus.Withdrawn => (T("Deadline.Withdrawn"), DueLight.Ahead),
            DeadlineStatus.Expired => (T("Deadline.Expired"), DueLight.Ahead),
            _ when rule is { Window: true } && deadline.DueAt < (endedAt ?? now) => (T("Deadline.Expired"), DueLight.Ahead),
            DeadlineStatus.Met when endedAt <= deadline.DueAt => (T("Deadline.Met"), DueLight.Ahead),
            DeadlineStatus.Met => (T("Deadline.MetLate", due.Words), DueLight.Late),
            _ => (due.Words, due.Light),
        };
        return new DeadlineLine(deadline, rule, act, endedAt, state, light);
    }

    private static Text T(string key, params object?[] arguments) => Text.Of<CaseTexts>(key, arguments);
}
