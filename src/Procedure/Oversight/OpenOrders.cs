using Microsoft.EntityFrameworkCore;
using WorkflowAccountability.Procedure.Cases;
using WorkflowAccountability.Procedure.Deadlines;
using WorkflowAccountability.Procedure.Stages;
using WorkflowAccountability.Procedure.WorkItems;

namespace WorkflowAccountability.Procedure.Oversight;

/// <summary>An order that is not closed, with the stage at which it stands.</summary>
/// <param name="Stage">The stage that is open now; null where its workflow waits for nobody.</param>
/// <param name="DueOn">The last day of that stage; null where none runs.</param>
/// <param name="ItemId">The item of that stage where it waits for an office of the reader's; null where it does not.</param>
public sealed record OpenOrder(SupervisionOrder Order, string CaseNumber, StageChoice? Stage, DateOnly? DueOn, string? ItemId);

/// <summary>The open orders that somebody may know of: the same need-to-know as the board's, without what lies behind the wall, where there are none.</summary>
internal static class OpenOrders
{
    private const int Most = 50;

    public static async Task<IReadOnlyList<OpenOrder>> OfAsync(Actor actor, AccountabilityDb db, CancellationToken cancellationToken)
    {
        var (personId, isChain) = (actor.PersonId, CaseAccess.IsChainOfSupervision(actor));
        var keys = actor.Keys.ToList();
        var seen = db.Cases.Where(CaseAccess.Sees(actor, db)).Select(file => file.Id);
        var rows = await db.Set<SupervisionOrder>().AsNoTracking()
            .Where(order => (order.Status == OrderStatus.Proposed || order.Status == OrderStatus.Open)
                && !db.Set<Exclusion>().Any(exclusion => exclusion.CaseId == order.CaseId && exclusion.PersonId == personId) && (isChain || seen.Contains(order.CaseId)))
            .OrderBy(order => order.ProposedAt).ThenBy(order => order.Id).Take(Most)
            .Select(order => new
            {
                order, Number = db.Cases.Where(file => file.Id == order.CaseId).Select(file => file.Number).Single(),
                Item = db.WorkItems.Where(item => item.InstanceId == order.InstanceId && item.CaseId == order.CaseId && item.Status == WorkItemStatus.Open)
                    .OrderBy(item => item.Place).Select(item => new { item.StageType, item.Title, item.DueAt, item.Id, item.CandidateKey }).FirstOrDefault(),
            }).ToListAsync(cancellationToken);
        return [.. rows.Select(row => new OpenOrder(row.order, row.Number, row.Item is { } at ? new StageChoice(at.StageType, at.Title) : null, row.Item?.DueAt is { } due ? BeijingTime.DayOf(due) : null,
            row.Item is { } item && keys.Contains(item.CandidateKey) ? item.Id : null))];
    }
}
