using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using WorkflowAccountability.Procedure.Cases;
using WorkflowAccountability.Procedure.Handovers;
using WorkflowAccountability.Procedure.Site;

namespace WorkflowAccountability.Procedure.WorkItems.Inbox;

/// <summary>The workbench: four numbers, six boxes, what is due first on top.</summary>
internal static class ShowInbox
{
    public static void Map(IEndpointRouteBuilder site)
    {
        site.MapGet("/", HandleAsync);
        site.MapGet("/work-items/{id}/preview", PreviewAsync);
    }

    private static async Task<IResult> HandleAsync(HttpContext context, AccountabilityDb db, InboxQueries inbox, CancellationToken cancellationToken)
    {
        var view = InboxView.Of(context.Request.Query);
        if (view.IsOpening && Viewer.ByLastRead(context) is { } known && await inbox.OpeningAsync(known, cancellationToken) is var (opening, numbers))
            return await PageAsync(context, view, known, opening, numbers, db, inbox, cancellationToken);
        var viewer = await Viewer.BindAsync(context);
        return await PageAsync(context, view, viewer, await inbox.PageAsync(view, viewer, cancellationToken), await inbox.CountAsync(viewer, cancellationToken),
            db, inbox, cancellationToken);
    }

    private static async Task<IResult> PageAsync(HttpContext context, InboxView view, Viewer viewer, InboxPageOfRows page, InboxCounts counts,
        AccountabilityDb db, InboxQueries inbox, CancellationToken cancellationToken)
    {
        var done = await JustDone.OfAsync(context.Request.Query["done"], viewer, db, cancellationToken);
        var personId = viewer.Actor.PersonId;
        return Pages.Page<InboxPage>(new
        {
            View = view, Viewer = viewer, Done = done, page.Rows, page.Next, Counts = counts,
            Handovers = (IReadOnlyList<Handover>)(!counts.HasHandovers ? []
                : await ShowHandovers.WaitingFor(viewer.Actor, db).AsNoTracking().OrderBy(row => row.OpenedAt).ToListAsync(cancellationToken)),
            Filters = (IReadOnlyList<SavedFilter>)(!counts.HasFilters ? []
                : await db.SavedFilters.AsNoTracking().Where(filter => filter.PersonId == personId).OrderBy(filter => filter.At).ToListAsync(cancellationToken)),
            IsFirstUse = page.Rows.Count == 0 && !view.IsNarrowed && await inbox.IsNewAsync(viewer, cancellationToken),
        });
    }

    // Looking at a preview is not reading: the item stays bold until its own page is opened.
    private static async Task<IResult> PreviewAsync(string id, Viewer viewer, AccountabilityDb db, CancellationToken cancellationToken)
    {
        var row = await CaseAccess.InboxOf(viewer.Actor, db).AsNoTracking().Where(item => item.Id == id)
            .Join(db.Cases, item => item.CaseId, file => file.Id, (item, file) => new { item, file.Number, file.Title, file.Level }).SingleOrDefaultAsync(cancellationToken);
        return row is null ? Pages.NotFound(viewer.Actor) : Pages.Page<InboxPreview>(new
        {
            Viewer = viewer,
            Row = new InboxRow(row.item.Place) { Item = row.item, CaseId = row.item.CaseId, Number = row.Number, Title = row.Title, Level = row.Level },
        });
    }
}
