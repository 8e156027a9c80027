using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using WorkflowAccountability.Procedure.Cases;
using WorkflowAccountability.Procedure.Deadlines;
using WorkflowAccountability.Procedure.Forms;
using WorkflowAccountability.Procedure.Site;
using WorkflowAccountability.Procedure.Stages;

namespace WorkflowAccountability.Procedure.WorkItems;

/// <summary>A work item's page: the form, the record so far, the clause.</summary>
internal static class ShowWorkItem
{
    public static void Map(IEndpointRouteBuilder site) => site.MapGet("/work-items/{id}", HandleAsync);

    private static async Task<IResult> HandleAsync(
        string id, Viewer viewer, AccountabilityDb db, StageCatalog stages, CancellationToken cancellationToken)
    {
        var (item, file) = await FindAsync(id, viewer, db, cancellationToken);
        if (item is null || file is null)
            return Pages.NotFound(viewer.Actor);
        if (item.Status is not WorkItemStatus.Open)
            return Pages.Page<ConflictPage>(new { Item = item, Viewer = viewer.Actor }, StatusCodes.Status409Conflict);
        if (item.SeenAt is null)
            await db.WorkItems.Where(row => row.Id == id && row.SeenAt == null)
                .ExecuteUpdateAsync(set => set.SetProperty(row => row.SeenAt, viewer.Now), cancellationToken);
        var form = stages.Form(item.FormName);
        return await PageAsync(item, file, viewer, db, stages, new FormValues(item.Prefill is null ? null : FormJsonText.Read(item.Prefill, form)), [], [],
            // Made here, once for this opening of the form: a double click and a retry carry the same one.
            commandId: Guid.NewGuid().ToString("n"), StatusCodes.Status200OK, cancellationToken);
    }

    /// <summary>The item and its case where they are the viewer's to work on; nothing otherwise.</summary>
    internal static async Task<(WorkItem? Item, CaseFile? File)> FindAsync(string id, Viewer viewer, AccountabilityDb db, CancellationToken cancellationToken)
    {
        var item = await db.WorkItems.AsNoTracking().SingleOrDefaultAsync(item => item.Id == id, cancellationToken);
        var file = item is null ? null : await CaseFiles.Whole(db).AsNoTracking().SingleAsync(file => file.Id == item.CaseId, cancellationToken);
        return file is not null && item!.IsFor(viewer.Actor, file) ? (item, file) : (null, null);
    }

    /// <summary>The page with the given values: as first shown, or as typed with what is wrong.</summary>
    internal static async Task<IResult> PageAsync(
        WorkItem item, CaseFile file, Viewer viewer, AccountabilityDb db, StageCatalog stages, FormValues values, IReadOnlyList<FieldError> errors,
        IReadOnlyList<Regulation.Ruling> refusals, string commandId, int status, CancellationToken cancellationToken)
    {
        var stage = stages[item.StageType];
        var view = new FormView(stages.Form(item.FormName), stage.GetType(), values, errors, ChoiceLists.For(file, viewer.Directory, BeijingTime.DayOf(viewer.Now), viewer.Actor.PersonId));
        // A consulted body is given its own letter, not the file.
        var seesCase = await db.Cases.Where(CaseAccess.Sees(viewer.Actor, db)).AnyAsync(known => known.Id == file.Id, cancellationToken);
        return Pages.Page<WorkItemPage>(new
        {
            SeesCase = seesCase, Item = item, File = file, Stage = stage, View = view, Refusals = refusals, CommandId = commandId, Viewer = viewer.Actor, viewer.Directory,
        }, status);
    }
}
