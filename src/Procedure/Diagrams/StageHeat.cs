using Microsoft.EntityFrameworkCore;
using WorkflowAccountability.Procedure.Cases;
using WorkflowAccountability.Procedure.Deadlines;
using WorkflowAccountability.Procedure.Site;
using WorkflowAccountability.Procedure.WorkItems;

namespace WorkflowAccountability.Procedure.Diagrams;

/// <summary>How work goes at a step over all cases.</summary>
/// <param name="Waiting">How many items wait there now.</param>
/// <param name="Done">How many were done within the time looked at.</param>
/// <param name="MedianDays">The median of the working days that the done ones took; null where none was done.</param>
/// <param name="Late">How many of those with a deadline, done or waiting, were or are late.</param>
/// <param name="WithDeadline">How many had one.</param>
public sealed record StageHeat(int Waiting, int Done, double? MedianDays, int Late, int WithDeadline)
{
    /// <summary>What share is late, from 0 to 1; null where nothing has a deadline.</summary>
    public double? LateShare => WithDeadline == 0 ? null : (double)Late / WithDeadline;

    /// <summary>How hot it is drawn: 0 for nothing to be seen, then from in time (1) to more than half late (4).</summary>
    public int Degree => LateShare switch
    {
        null => Waiting > 0 ? 1 : 0,
        0 => Waiting > 0 || Done > 0 ? 1 : 0,
        <= 0.2 => 2,
        <= 0.5 => 3,
        _ => 4,
    };

    /// <summary>
    /// The steps of a definition by activity, over all its versions: what waits now, and what was opened since a day. Only what lies in front of the wall, and
    /// nothing of cases in which the viewer is under inquiry.
    /// </summary>
    public static async Task<IReadOnlyDictionary<string, StageHeat>> OfAsync(
        string definitionId, DateOnly since, Viewer viewer, WorkingCalendar calendar, AccountabilityDb db, CancellationToken cancellationToken)
    {
        var (personId, from) = (viewer.Actor.PersonId, BeijingTime.At(since, TimeOnly.MinValue));
        var rows = await db.WorkItems.AsNoTracking().Where(item => !item.Walled && (item.Status == WorkItemStatus.Open || item.OpenedAt >= from)
                && item.Status != WorkItemStatus.Lapsed && db.Instances.Any(instance => instance.Id == item.InstanceId && instance.DefinitionId == definitionId)
                && !db.Set<Exclusion>().Any(exclusion => exclusion.CaseId == item.CaseId && exclusion.PersonId == personId))
            .Select(item => new Row(item.ActivityId, item.Status, item.OpenedAt, item.ClosedAt, item.DueAt)).ToListAsync(cancellationToken);
        return rows.GroupBy(row => row.ActivityId).ToDictionary(step => step.Key, step => Of([.. step], viewer.Now, calendar));
    }

    /// <summary>The median of numbers; null where there are none.</summary>
    public static double? MedianOf(IEnumerable<int> numbers)
    {
        List<int> sorted = [.. numbers.Order()];
        return sorted.Count == 0 ? null : (sorted[(sorted.Count - 1) / 2] + sorted[sorted.Count / 2]) / 2.0;
    }

    private static StageHeat Of(IReadOnlyList<Row> rows, DateTimeOffset now, WorkingCalendar calendar)
    {
        var done = rows.Where(row => row.Status is WorkItemStatus.Completed).ToList();
        return new StageHeat(rows.Count(row => row.Status is WorkItemStatus.Open), done.Count,
            MedianOf(done.Select(row => calendar.WorkingDaysBetween(BeijingTime.DayOf(row.OpenedAt), BeijingTime.DayOf(row.ClosedAt!.Value)))),
            rows.Count(row => row.DueAt is { } due && (row.ClosedAt ?? now) > due), rows.Count(row => row.DueAt is not null));
    }

    private sealed record Row(string ActivityId, WorkItemStatus Status, DateTimeOffset OpenedAt, DateTimeOffset? ClosedAt, DateTimeOffset? DueAt);
}
