using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using WorkflowAccountability.Procedure.Cases;
using WorkflowAccountability.Procedure.Site;

namespace WorkflowAccountability.Procedure.WorkItems;

/// <summary>A work item's page: the form and the opinions, the file, the diagram, the clauses, the audit.</summary>
internal static class ShowWorkItem
{
    public static void Map(IEndpointRouteBuilder site) => site.MapGet("/work-items/{id}", HandleAsync);

    private static async Task<IResult> HandleAsync(
        string id, string? tab, string? draft, string? done, Viewer viewer, AccountabilityDb db, WorkItemSheets sheets, ConflictSheets conflicts,
        CancellationToken cancellationToken)
    {
        var (item, file) = await FindAsync(id, viewer, db, cancellationToken);
        if (item is null || file is null)
            return Pages.NotFound(viewer.Actor);
        if (item.Status is not WorkItemStatus.Open)
            return await conflicts.PageAsync(item, file, viewer, typed: null, cancellationToken);
        if (item.SeenAt is null)
            await db.WorkItems.Where(row => row.Id == id && row.SeenAt == null)
                .ExecuteUpdateAsync(set => set.SetProperty(row => row.SeenAt, viewer.Now), cancellationToken);
        var sheet = await sheets.OpenAsync(item, file, viewer, other: draft == "other", cancellationToken);
        return Page(await sheets.WithTabAsync(sheet with { Before = await JustDone.OfAsync(done, viewer, db, cancellationToken) }, tab, cancellationToken), tab);
    }

    /// <summary>The item and its case where they are the viewer's to work on; nothing otherwise.</summary>
    internal static async Task<(WorkItem? Item, CaseFile? File)> FindAsync(string id, Viewer viewer, AccountabilityDb db, CancellationToken cancellationToken)
    {
        var item = await db.WorkItems.AsNoTracking().SingleOrDefaultAsync(item => item.Id == id, cancellationToken);
        var file = item is null ? null : await CaseFiles.Whole(db).AsNoTracking().SingleAsync(file => file.Id == item.CaseId, cancellationToken);
        return file is not null && item!.IsFor(viewer.Actor, file) ? (item, file) : (null, null);
    }

    /// <summary>The page of a sheet, at one of its tabs.</summary>
    internal static IResult Page(WorkItemSheet sheet, string? tab = null, int status = StatusCodes.Status200OK) =>
        Pages.Page<WorkItemPage>(new { Sheet = sheet, Tab = tab ?? WorkItemPage.FormTab }, status);
}
