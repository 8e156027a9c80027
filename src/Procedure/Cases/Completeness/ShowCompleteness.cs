using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using WorkflowAccountability.Procedure.Deadlines;
using WorkflowAccountability.Procedure.Site;
using WorkflowAccountability.Procedure.WorkItems;

namespace WorkflowAccountability.Procedure.Cases.Completeness;

/// <summary>第九条: what is missing before the report, with the way to where it is entered; for whoever sees the case.</summary>
internal static class ShowCompleteness
{
    public static void Map(IEndpointRouteBuilder site) => site.MapGet("/cases/{id}/completeness", HandleAsync);

    private static async Task<IResult> HandleAsync(string id, Viewer viewer, AccountabilityDb db, CancellationToken cancellationToken)
    {
        var file = await CaseFiles.Whole(db).AsNoTracking().Where(CaseAccess.Sees(viewer.Actor, db)).SingleOrDefaultAsync(file => file.Id == id, cancellationToken);
        if (file is null)
            return Pages.NotFound(viewer.Actor);
        file.Submissions.Sort((a, b) => a.Sequence.CompareTo(b.Sequence));
        var open = await db.WorkItems.AsNoTracking().Where(item => item.CaseId == id && item.Status == WorkItemStatus.Open && !item.Walled)
            .OrderBy(item => item.OpenedAt).ThenBy(item => item.Id).ToListAsync(cancellationToken);
        return Pages.Page<CompletenessPage>(new
        {
            File = file, Viewer = viewer, Items = ReportGaps.Of(file, viewer.Directory, BeijingTime.DayOf(viewer.Now)),
            Open = (IReadOnlyDictionary<string, string>)open.Where(item => item.IsFor(viewer.Actor, file)).DistinctBy(item => item.StageType).ToDictionary(item => item.StageType, item => item.Id),
        });
    }
}
