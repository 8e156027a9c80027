using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using WorkflowAccountability.Procedure.Site;
using WorkflowAccountability.Procedure.WorkItems;

namespace WorkflowAccountability.Procedure.Cases;

/// <summary>The cases that exist for me, and one of them.</summary>
internal static class ShowCases
{
    public static void Map(IEndpointRouteBuilder site)
    {
        site.MapGet("/cases/{id}", ShowAsync);
    }

    private static async Task<IResult> ShowAsync(string id, Viewer viewer, AccountabilityDb db, CancellationToken cancellationToken)
    {
        var file = await CaseFiles.Whole(db).AsNoTracking().Where(CaseAccess.Sees(viewer.Actor, db))
            .SingleOrDefaultAsync(file => file.Id == id, cancellationToken);
        if (file is null)
            return Pages.NotFound(viewer.Actor);
        file.Submissions.Sort((a, b) => a.Sequence.CompareTo(b.Sequence));
        var open = await db.WorkItems.AsNoTracking().Where(item => item.CaseId == id && item.Status == WorkItemStatus.Open)
            .OrderBy(item => item.OpenedAt).ToListAsync(cancellationToken);
        return Pages.Page<CasePage>(new { File = file, Open = (IReadOnlyList<WorkItem>)open, Viewer = viewer.Actor, viewer.Directory, Now = viewer.Now });
    }
}
