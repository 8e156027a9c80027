using System.Linq.Expressions;
using WorkflowAccountability.Procedure.Cases;
using WorkflowAccountability.Procedure.Deadlines;
using WorkflowAccountability.Procedure.WorkItems;

namespace WorkflowAccountability.Procedure.Oversight;

/// <summary>An open item with its deadline and its case, as a query joins them.</summary>
internal sealed class SupervisedItem
{
    /// <summary>The item.</summary>
    public required WorkItem Item { get; init; }

    /// <summary>Its deadline.</summary>
    public required Deadline Deadline { get; init; }

    /// <summary>Its case.</summary>
    public required CaseFile File { get; init; }

    /// <summary>All that the actor may look after, with the deadline that runs or stands still.</summary>
    public static IQueryable<SupervisedItem> Of(Actor actor, AccountabilityDb db) => CaseAccess.SupervisedBy(actor, db)
        .Join(db.Deadlines, item => item.Id, deadline => deadline.Id, (item, deadline) => new { item, deadline })
        .Join(db.Cases, row => row.item.CaseId, file => file.Id, (row, file) => new SupervisedItem { Item = row.item, Deadline = row.deadline, File = file });

    /// <summary>An item with its light and its age; what an older version started is near by the days alone.</summary>
    public static Expression<Func<SupervisedItem, LitItem>> Lit(DateTimeOffset now, DateTimeOffset nearEnds, IReadOnlyList<DateTimeOffset> ages)
    {
        var (young, middle, old) = (ages[0], ages[1], ages[2]);
        return row => new LitItem
        {
            CandidateKey = row.Item.CandidateKey, AssigneeId = row.Item.AssigneeId, StageType = row.Item.StageType, StageTitle = row.Item.Title, CaseId = row.Item.CaseId, County = row.File.County,
            Light = row.Item.DueAt == null ? BoardLight.Stopped
                : row.Item.DueAt < now ? row.Deadline.EscalatedAt != null ? BoardLight.Escalated : BoardLight.Late
                : (row.Deadline.NearAt == null ? row.Item.DueAt <= nearEnds : row.Deadline.NearAt <= now) ? BoardLight.Near : BoardLight.OnTime,
            Age = row.Item.DueAt == null || row.Item.DueAt >= now ? -1 : row.Item.DueAt >= young ? 0 : row.Item.DueAt >= middle ? 1 : row.Item.DueAt >= old ? 2 : 3,
        };
    }

    /// <summary>The items of one light; each by itself, so that the index of what is due serves.</summary>
    public static Expression<Func<SupervisedItem, bool>> Is(BoardLight light, DateTimeOffset now, DateTimeOffset nearEnds) => light switch
    {
        BoardLight.Stopped => row => row.Item.DueAt == null,
        BoardLight.Late => row => row.Item.DueAt < now && row.Deadline.EscalatedAt == null,
        BoardLight.Escalated => row => row.Item.DueAt < now && row.Deadline.EscalatedAt != null,
        BoardLight.Near => row => row.Item.DueAt >= now && (row.Deadline.NearAt == null ? row.Item.DueAt <= nearEnds : row.Deadline.NearAt <= now),
        _ => row => row.Item.DueAt >= now && (row.Deadline.NearAt == null ? row.Item.DueAt > nearEnds : row.Deadline.NearAt > now),
    };
}

/// <summary>What is added up of an item.</summary>
internal sealed class LitItem
{
    public required string CandidateKey { get; init; }
    public string? AssigneeId { get; init; }
    public required string StageType { get; init; }
    public string? StageTitle { get; init; }
    public required string CaseId { get; init; }
    public string? County { get; init; }
    public BoardLight Light { get; init; }

    /// <summary>The number of its age, -1 while it is not late.</summary>
    public int Age { get; init; }
}
