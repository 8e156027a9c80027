using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using WorkflowAccountability.Procedure.Cases;
using WorkflowAccountability.Procedure.Site;

namespace WorkflowAccountability.Procedure.WorkItems;

/// <summary>What waits for me, soonest due first.</summary>
internal static class ShowInbox
{
    public static void Map(IEndpointRouteBuilder site) => site.MapGet("/", HandleAsync);

    private static async Task<IResult> HandleAsync(Viewer viewer, AccountabilityDb db, CancellationToken cancellationToken)
    {
        var rows = await CaseAccess.InboxOf(viewer.Actor, db)
            .Join(db.Cases, item => item.CaseId, file => file.Id, (item, file) => new { item, file.Number, file.Title })
            .OrderBy(row => row.item.DueAt == null).ThenBy(row => row.item.DueAt).ThenBy(row => row.item.OpenedAt)
            .Take(500).ToListAsync(cancellationToken);
        return Pages.Page<InboxPage>(new
        {
            Viewer = viewer.Actor,
            Rows = (IReadOnlyList<InboxRow>)[.. rows.Select(row => new InboxRow(row.item, row.Number, row.Title))],
        });
    }
}

/// <summary>A line of the inbox.</summary>
public sealed record InboxRow(WorkItem Item, string CaseNumber, string CaseTitle);
