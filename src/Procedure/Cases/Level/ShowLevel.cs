using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using WorkflowAccountability.Procedure.Regulation.Book;
using WorkflowAccountability.Procedure.Site;

namespace WorkflowAccountability.Procedure.Cases.Level;

/// <summary>第十六条第一款: the level of a case, how it is computed and how it came about; for whoever sees the case, on the screen and on paper.</summary>
internal static class ShowLevel
{
    public static void Map(IEndpointRouteBuilder site)
    {
        site.MapGet("/cases/{id}/level", (string id, Viewer viewer, AccountabilityDb db, CancellationToken cancellationToken) =>
            HandleAsync<LevelPage>(id, viewer, db, cancellationToken));
        site.MapGet("/cases/{id}/level/print", (string id, Viewer viewer, AccountabilityDb db, CancellationToken cancellationToken) =>
            HandleAsync<LevelSheetPage>(id, viewer, db, cancellationToken));
    }

    private static async Task<IResult> HandleAsync<TPage>(string id, Viewer viewer, AccountabilityDb db, CancellationToken cancellationToken)
        where TPage : Microsoft.AspNetCore.Components.IComponent
    {
        var file = await db.Cases.AsNoTracking().Where(CaseAccess.Sees(viewer.Actor, db)).Include(file => file.Submissions).Include(file => file.Entries).AsSplitQuery()
            .SingleOrDefaultAsync(file => file.Id == id, cancellationToken);
        if (file is null)
            return Pages.NotFound(viewer.Actor);
        file.Submissions.Sort((a, b) => a.Sequence.CompareTo(b.Sequence));
        var takeOvers = await db.Audit.AsNoTracking().Where(entry => entry.CaseId == id && !entry.Walled && entry.Act == nameof(TakeOverRules))
            .ToListAsync(cancellationToken);
        return Pages.Page<TPage>(new { File = file, Level = LevelOfCase.Of(file, takeOvers), Viewer = viewer });
    }
}
