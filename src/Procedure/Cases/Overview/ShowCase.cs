using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using WorkflowAccountability.Procedure.Deadlines;
using WorkflowAccountability.Procedure.Site;
using WorkflowAccountability.Procedure.Stages;

namespace WorkflowAccountability.Procedure.Cases.Overview;

/// <summary>A case that exists for me, on one page.</summary>
internal static class ShowCase
{
    public static void Map(IEndpointRouteBuilder site) => site.MapGet("/cases/{id}", HandleAsync);

    private static async Task<IResult> HandleAsync(
        string id, Viewer viewer, AccountabilityDb db, StageCatalog stages, CalendarSource calendars, CancellationToken cancellationToken)
    {
        var file = await CaseFiles.Whole(db).AsNoTracking().Where(CaseAccess.Sees(viewer.Actor, db))
            .SingleOrDefaultAsync(file => file.Id == id, cancellationToken);
        if (file is null)
            return Pages.NotFound(viewer.Actor);
        file.Submissions.Sort((a, b) => a.Sequence.CompareTo(b.Sequence));
        return Pages.Page<CasePage>(new { Case = await CaseOverview.ReadAsync(file, viewer, db, stages, calendars.LastRead, cancellationToken) });
    }
}
