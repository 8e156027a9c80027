using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using WorkflowAccountability.Procedure.Cases;
using WorkflowAccountability.Procedure.Deadlines;
using WorkflowAccountability.Procedure.Site;
using WorkflowAccountability.Procedure.Stages;
using WorkflowAccountability.Procedure.Workflows;

namespace WorkflowAccountability.Procedure.Diagrams;

/// <summary>流程图: the workflows of a case as far as the viewer may know them.</summary>
internal static class ShowDiagram
{
    public static void Map(IEndpointRouteBuilder site) => site.MapGet("/cases/{id}/diagram", HandleAsync);

    private static async Task<IResult> HandleAsync(
        string id, Viewer viewer, AccountabilityDb db, StageCatalog stages, DefinitionCatalog definitions, CancellationToken cancellationToken)
    {
        var file = await CaseFiles.Whole(db).AsNoTracking().Where(CaseAccess.Sees(viewer.Actor, db))
            .SingleOrDefaultAsync(file => file.Id == id, cancellationToken);
        return file is null ? Pages.NotFound(viewer.Actor) : Pages.Page<DiagramPage>(new
        {
            File = file,
            Viewer = viewer.Actor,
            Today = BeijingTime.DayOf(viewer.Now),
            Diagrams = await CaseDiagram.OfAsync(file, viewer, db, stages, definitions, cancellationToken),
        });
    }
}
