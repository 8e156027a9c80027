using WorkflowAccountability.Procedure.Deadlines;
using WorkflowAccountability.Procedure.Regulation;
using WorkflowAccountability.Procedure.Stages;
using WorkflowAccountability.Procedure.WorkItems;

namespace WorkflowAccountability.Procedure.Cases.Overview;

/// <summary>A deadline of a case on its line of time.</summary>
/// <param name="Rule">The row of the table; null for a code that the table has no more.</param>
/// <param name="Stage">Whose work it is.</param>
/// <param name="EndedAt">When the work was done or fell away (UTC); null while it is open.</param>
/// <param name="State">In words: what is left, how late, met or late or fallen away.</param>
public sealed record DeadlineLine(Deadline Deadline, DeadlineRule? Rule, Stage Stage, WorkItem Item, DateTimeOffset? EndedAt, Text State, DueLight Light)
{
    /// <summary>The line of an item's deadline.</summary>
    public static DeadlineLine Of(Deadline deadline, WorkItem item, DeadlineTable table, StageCatalog stages, DateTimeOffset now, WorkingCalendar calendar)
    {
        var rule = table.Find(deadline.Code, BeijingTime.DayOf(deadline.OpenedAt)) ?? table.Rules.FirstOrDefault(rule => rule.Code == deadline.Code);
        var due = DueWords.Of(deadline.DueAt, deadline.NearAt, item.ClosedAt ?? now, calendar);
        var (state, light) = deadline.Status switch
        {
            DeadlineStatus.Withdrawn => (T("Deadline.Withdrawn"), DueLight.Ahead),
            DeadlineStatus.Met when item.ClosedAt <= deadline.DueAt => (T("Deadline.Met"), DueLight.Ahead),
            DeadlineStatus.Met => (T("Deadline.MetLate", due.Words), DueLight.Late),
            _ => (due.Words, due.Light),
        };
        return new DeadlineLine(deadline, rule, stages.Of(item), item, item.ClosedAt, state, light);
    }

    private static Text T(string key, params object?[] arguments) => Text.Of<CaseTexts>(key, arguments);
}
